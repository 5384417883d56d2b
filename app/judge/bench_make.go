package judge

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"

	"jwtsecret/app/paste"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// parts are those of the token that stands on the bench, as far as they can be read:
// what a person has not changed of them keeps its bytes.
type parts struct {
	text            []byte
	header, payload []byte // nil where there is none to read
	signature       []byte // as it is encoded
}

// standing reads them of any text. A payload may be in no encoding, and have dots of its
// own (RFC 7797 §3).
func standing(text []byte) parts {
	s := parts{text: text}
	first, rest, found := bytes.Cut(text, []byte{'.'})
	header, err := base64.RawURLEncoding.AppendDecode(nil, first)
	if !found || err != nil || !json.Valid(header) {
		return s
	}
	s.header = header
	payload := rest
	if dot := bytes.LastIndexByte(rest, '.'); dot >= 0 {
		payload, s.signature = rest[:dot], rest[dot+1:]
	}
	if s.payload, err = base64.RawURLEncoding.AppendDecode(nil, payload); err != nil {
		s.payload = payload
	}
	return s
}

// What may be asked for beside a change: see [job.Bench].
const (
	doAlgorithm = "algorithm"
	doSample    = "sample"
)

const plainHeader = `{"alg":"HS256","typ":"JWT"}`

// make makes the token of the header and the claims, and signs it if it can.
func (b *bench) make(old parts) {
	header, claims := b.edited()
	sameHeader, samePayload := stands(header, old.header), stands(claims, old.payload)
	b.report.HeaderProblem, b.report.ClaimsProblem = checked(header, sameHeader), checked(claims, samePayload && len(old.payload) > 0)
	b.report.Algorithm = algorithmOf(header)
	if b.report.HeaderProblem+b.report.ClaimsProblem != "" {
		b.say(open, "Not signed", "Mend what is said to be wrong, and the token is made of it. Until then it is the one of before.")
		return
	}
	if header, claims = compacted(header), compacted(claims); sameHeader {
		header = old.header
	}
	if samePayload {
		claims = old.payload
	}
	input := token.Input(header, claims)
	a, _ := secret.ParseAlgorithm(b.report.Algorithm)
	m, found := b.key(old)
	defer clear(m.Key)
	b.report.Signs, b.report.Token = true, token.SignInput(a, m.Key, input)
	signed := found && b.report.Token != nil
	if !signed {
		b.report.Token = append(append(input, '.'), old.signature...)
	}
	t, err := token.ParseAny(b.report.Token)
	switch {
	case signed:
		b.signedBy(m, a, "Signed")
	case err == nil && bytes.Equal(b.report.Token, old.text):
		b.verify(t)
	default:
		former := "The signature no longer fits what you edited. "
		if len(old.signature) == 0 {
			former = "Nothing has signed it yet. "
		}
		b.say(fails, "Not signed", former+b.toSign(a))
	}
	if err != nil {
		b.report.TokenProblem = token.Sentence(err)
		return
	}
	b.inspect(t)
}

// toSign says what it takes to sign.
func (b *bench) toSign(a secret.Algorithm) string {
	switch {
	case a.MinSize() == 0:
		return otherAlgorithm(b.report.Algorithm)
	case b.report.SecretProblem != "":
		return ""
	default:
		return "Enter the secret, and the token is signed."
	}
}

// edited returns the header and the claims with what was asked to be written into them.
// What cannot be written into stays, and is said to be wrong.
func (b *bench) edited() (header, claims []byte) {
	header, claims = b.request.Header, b.request.Claims
	for _, do := range b.request.Do {
		if do == doAlgorithm && b.request.Algorithm != "" {
			header = b.written(header, plainHeader, "alg", strconv.Quote(b.request.Algorithm))
		} else if seconds, err := strconv.ParseInt(do, 10, 32); err == nil {
			claims = b.written(claims, "{}", "exp", strconv.FormatInt(b.now.Unix()+seconds, 10))
		}
	}
	if blank(header) && !blank(claims) {
		header = shown([]byte(plainHeader))
		b.report.Reads = true
	}
	if b.report.Reads {
		b.report.Header, b.report.Claims = bytes.Clone(header), bytes.Clone(claims)
	}
	return header, claims
}

// sample begins with claims and a new secret, unless something would be lost by it.
func (b *bench) sample() (begun bool) {
	r := &b.request
	if !blank(r.Token) || !blank(r.Header) || !blank(r.Claims) || !blank(r.Secret) {
		return false
	}
	made, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: secret.HS256.MinSize(), Count: 1, Format: secret.Base64URL})
	if err != nil {
		return false
	}
	r.Secret, r.Parts = made[0].Text(), true
	b.report.Secret = r.Secret
	now := b.now.Unix()
	r.Claims = fmt.Appendf(nil, "{\n  \"sub\": \"1234567890\",\n  \"name\": \"Ada\",\n  \"iat\": %d,\n  \"exp\": %d\n}", now, now+3600)
	return true
}

// written sets a member of what was typed, or of an object to begin with.
func (b *bench) written(text []byte, begin, name, value string) []byte {
	if blank(text) {
		text = shown([]byte(begin))
	}
	set, err := token.Set(text, name, value)
	if err != nil {
		return text
	}
	b.report.Reads = true
	return set
}

func blank(text []byte) bool { return len(bytes.TrimSpace(text)) == 0 }

// stands reports whether what was typed is what the token that stands there says: then
// that keeps its bytes.
func stands(text, old []byte) bool { return old != nil && bytes.Equal(text, editable(old)) }

// checked says what is wrong with JSON that was typed. What stands in the token already
// may be anything.
func checked(text []byte, stands bool) string {
	if stands {
		return ""
	}
	return problem(token.CheckJSON(text))
}

// compacted returns JSON without its white space, as programs write it.
func compacted(text []byte) []byte {
	var b bytes.Buffer
	if json.Compact(&b, text) != nil {
		return text
	}
	return b.Bytes()
}

// key returns the key to sign with: the one that signed the token that stands there, or
// the secret that a service would use, read as was chosen.
func (b *bench) key(old parts) (m paste.Match, ok bool) {
	if len(b.request.Secret) == 0 {
		return m, false
	}
	if t, err := token.ParseAny(old.text); err == nil && b.request.Reading == "" {
		if m, _, ok := b.secret.Match(t); ok && len(m.Key) > 0 {
			return m, true
		}
	}
	at := b.secret.Used[0]
	c := b.secret.Candidates[at]
	readings := c.Readings()
	for _, r := range readings {
		chosen := b.request.Reading == r.Encoding.String() || b.request.Reading == "" && m.Key == nil
		if !chosen {
			clear(r.Key)
			continue
		}
		m = paste.Match{Candidate: at, Encoding: r.Encoding, Key: r.Key}
	}
	switch {
	case m.Key != nil:
		return m, true
	case len(readings) == 0:
		b.report.SecretProblem = "The secret in this text is empty."
	default:
		b.report.SecretProblem = "This cannot be read as " + b.request.Reading + ". Choose how your service reads it."
	}
	return m, false
}
