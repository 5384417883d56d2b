package preset

import (
	"errors"
	"strconv"
	"time"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// ErrReading means that the product could not read the secret: the text is not in the
// encoding that it decodes.
var ErrReading = errors.New("the text is not in the encoding that the product reads")

// Fill returns the values of the preset's variables for one secret, in their order. text
// is the secret as it stands in the variable, in the preset's format; tokens are signed
// with the bytes that the product makes of it. Random values are new with each call. The
// errors are [ErrReading] and those of [secret.Generate] and [token.Sign].
func (p *Preset) Fill(text []byte, now time.Time) ([]Value, error) {
	key := p.key(text)
	defer clear(key)
	if len(key) == 0 {
		return nil, ErrReading
	}
	values := make([]Value, 0, len(p.Variables))
	for _, v := range p.Variables {
		filled, err := p.fill(&v, text, key, now)
		if err != nil {
			Wipe(values)
			return nil, err
		}
		values = append(values, Value{v, filled})
	}
	return values, nil
}

// key returns the bytes that the product makes of the text, in new memory, or nil.
func (p *Preset) key(text []byte) (key []byte) {
	if p.Format == secret.JWK {
		key, _ = secret.Decode(secret.JWK, text)
		return key
	}
	for _, r := range token.Readings(text) {
		if r.Encoding == p.Reading {
			key = r.Key
			continue
		}
		clear(r.Key)
	}
	return key
}

func (p *Preset) fill(v *Variable, text, key []byte, now time.Time) ([]byte, error) {
	switch v.Role {
	case Token:
		return token.Sign(p.Algorithm, key, v.claims(now))
	case Other, Further:
		return v.random()
	case Fixed:
		return []byte(v.Value), nil
	default:
		return v.around([][]byte{text}), nil
	}
}

// random returns a new value. A salt has no algorithm, and may be shorter than any key.
func (v *Variable) random() ([]byte, error) {
	made, err := secret.Generate(secret.Request{
		Algorithm: secret.HS256, Size: v.Size, Format: v.Format, Count: max(v.Count, 1), TestOnly: true,
	})
	if err != nil {
		return nil, err
	}
	texts := make([][]byte, len(made))
	for i := range made {
		defer made[i].Wipe()
		texts[i] = made[i].Text()
	}
	return v.around(texts), nil
}

// around returns the texts between what stands around them, in one buffer that does not
// grow: the memory that it left would hold a secret.
func (v *Variable) around(texts [][]byte) []byte {
	size := len(v.Before) + len(texts) - 1 + len(v.After)
	for _, text := range texts {
		size += len(text)
	}
	all := append(make([]byte, 0, size), v.Before...)
	for i, text := range texts {
		if i > 0 {
			all = append(all, ',')
		}
		all = append(all, text...)
	}
	return append(all, v.After...)
}

// claims adds the times to the claims, which end with a brace.
func (v *Variable) claims(now time.Time) []byte {
	c := v.Claims[:len(v.Claims)-1]
	c += `,"iat":` + strconv.FormatInt(now.Unix(), 10)
	c += `,"exp":` + strconv.FormatInt(now.Add(v.Lifetime).Unix(), 10) + "}"
	return []byte(c)
}
