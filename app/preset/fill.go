package preset

import (
	"strconv"
	"time"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Fill returns the values of the preset's variables for one secret, in their order. text
// is the secret as the product reads it, in the preset's format; the product takes these
// very bytes as the key that signs. Random values are new with each call. The errors are
// those of [secret.Generate] and [token.Sign].
func (p *Preset) Fill(text []byte, now time.Time) ([]Value, error) {
	var values []Value
	for _, v := range p.Variables {
		filled, err := p.fill(v, text, now)
		if err != nil {
			return nil, err
		}
		values = append(values, Value{v, filled})
	}
	return values, nil
}

func (p *Preset) fill(v Variable, text []byte, now time.Time) ([]byte, error) {
	switch v.Role {
	case Token:
		return token.Sign(p.Algorithm, text, v.claims(now))
	case Other:
		made, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: v.Size, Format: v.Format, Count: 1, TestOnly: true})
		if err != nil {
			return nil, err
		}
		return v.around(made[0].Text()), nil
	case Fixed:
		return []byte(v.Value), nil
	default:
		return v.around(text), nil
	}
}

func (v *Variable) around(text []byte) []byte {
	all := make([]byte, 0, len(v.Before)+len(text)+len(v.After))
	return append(append(append(all, v.Before...), text...), v.After...)
}

// claims adds the times to the claims, which end with a brace.
func (v *Variable) claims(now time.Time) []byte {
	c := v.Claims[:len(v.Claims)-1]
	c += `,"iat":` + strconv.FormatInt(now.Unix(), 10)
	c += `,"exp":` + strconv.FormatInt(now.Add(v.Lifetime).Unix(), 10) + "}"
	return []byte(c)
}
