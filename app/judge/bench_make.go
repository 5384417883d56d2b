package judge

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"

	"jwtsecret/app/keypair"
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
	doKey       = "key"
	doSample    = "sample"
	doSign      = "sign"
)

// make makes the token of the header and the claims, and signs it if it can.
func (b *bench) make(old parts) {
	header, claims := b.edited()
	sameHeader, samePayload := stands(header, old.header), stands(claims, old.payload)
	b.report.HeaderProblem, b.report.ClaimsProblem = checked(header, sameHeader), checked(claims, samePayload && len(old.payload) > 0)
	b.report.Algorithm = headerText(header, "alg")
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
	b.report.Signs = true
	signed := b.sign(old, header, input)
	if !signed {
		b.report.Token = append(append(input, '.'), old.signature...)
	}
	t, err := token.ParseAny(b.report.Token)
	switch {
	case signed:
	case err == nil && bytes.Equal(b.report.Token, old.text):
		b.verify(t)
	default:
		former := "The signature no longer fits what you edited. "
		if len(old.signature) == 0 {
			former = "Nothing has signed it yet. "
		}
		b.say(fails, "Not signed", former+b.toSign())
	}
	if err != nil {
		b.report.TokenProblem = token.Sentence(err)
		return
	}
	b.inspect(t)
}

// edited returns the header and the claims with what was asked to be written into them.
// What cannot be written into stays, and is said to be wrong.
func (b *bench) edited() (header, claims []byte) {
	header, claims = b.request.Header, b.request.Claims
	named := false
	for _, do := range b.request.Do {
		named = named || do == doAlgorithm || do == doKey || do == doSign
		if do == doAlgorithm && b.request.Algorithm != "" {
			header = b.written(header, b.plainHeader(), "alg", strconv.Quote(b.request.Algorithm))
		} else if seconds, err := strconv.ParseInt(do, 10, 32); err == nil {
			claims = b.written(claims, "{}", "exp", strconv.FormatInt(b.now.Unix()+seconds, 10))
		}
	}
	if blank(header) && !blank(claims) {
		header = shown([]byte(b.plainHeader()))
		b.report.Reads, named = true, true
	}
	if named {
		header = b.withKeyID(header)
	}
	if b.report.Reads {
		b.report.Header, b.report.Claims = bytes.Clone(header), bytes.Clone(claims)
	}
	return header, claims
}

// plainHeader is the one to begin with: for the key that stands there, or for a secret.
func (b *bench) plainHeader() string {
	return `{"alg":"` + cmp.Or(b.ring.algorithm(), "HS256") + `","typ":"JWT"}`
}

// withKeyID names the key that signs, if it has a kid and the header names none, or another
// one of those that stand there.
func (b *bench) withKeyID(header []byte) []byte {
	id := headerText(header, "kid")
	at := b.ring.signer(keypair.Algorithm(headerText(header, "alg")), id)
	if at < 0 || b.ring.keys[at].ID == "" || id != "" && !b.ring.names(id) {
		return header
	}
	quoted, _ := json.Marshal(b.ring.keys[at].ID) // a text is always written
	return b.written(header, "{}", "kid", string(quoted))
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
