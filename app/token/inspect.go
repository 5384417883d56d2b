package token

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"jwtsecret/app/secret"
)

// Inspect returns what is unwise in the token at the given time: first the
// algorithm and the signature, then the rest of the header, then the dates, then
// the other claims by their names. It needs no key and verifies nothing; no
// finding does not mean that a token is good.
// Only a payload that is a set of claims is looked into.
func Inspect(t *Token, now time.Time) []Finding {
	found := slices.Concat(inspectAlgorithm(t), inspectHeader(t.names))
	if t.notClaims != nil {
		return append(found, Finding{notClaims[t.notClaims], Payload, ""})
	}
	return slices.Concat(found, inspectDates(t, now), inspectClaims(t.payload))
}

// notClaims names the finding for each answer of [Token.NotClaims].
var notClaims = map[error]Code{
	ErrEncrypted: Encrypted,
	ErrEmpty:     Detached,
	ErrUnencoded: Unencoded,
	ErrNested:    Nested,
	ErrUTF8:      PayloadBytes,
	ErrJSON:      PayloadText,
	ErrObject:    PayloadValue,
	ErrDuplicate: PayloadTwice,
	ErrDepth:     PayloadDeep,
}

func inspectAlgorithm(t *Token) []Finding {
	name, ok := text(t.names["alg"])
	switch {
	case t.parts == 5: // its algorithms are for encryption, those of RFC 7518 §4
		return nil
	case !ok:
		return []Finding{{AlgMissing, Header, "alg"}}
	case strings.EqualFold(strings.TrimSpace(name), "none"): // attackers vary the case
		return []Finding{{AlgNone, Header, "alg"}}
	case !registered(name):
		return []Finding{{AlgUnknown, Header, "alg"}}
	case t.parts == 2:
		return []Finding{{SignatureGone, Signature, ""}}
	case len(t.signature) == 0:
		return []Finding{{NotSigned, Signature, ""}}
	}
	if a, err := secret.ParseAlgorithm(name); err == nil && len(t.signature) != a.MinSize() {
		return []Finding{{SignatureSize, Signature, ""}}
	}
	return nil
}

// registered reports whether the name is a signature algorithm of RFC 7518 §3.1,
// RFC 8037 §3.1, RFC 8812 §3.2, RFC 9864 §2.2 or RFC 9964 §4.
func registered(name string) bool {
	switch name {
	case "ES256K", "EdDSA", "Ed25519", "Ed448", "ML-DSA-44", "ML-DSA-65", "ML-DSA-87":
		return true
	}
	family, size := name[:min(2, len(name))], name[min(2, len(name)):]
	return slices.Contains([]string{"HS", "RS", "PS", "ES"}, family) &&
		slices.Contains([]string{"256", "384", "512"}, size)
}

func inspectHeader(header map[string]json.RawMessage) []Finding {
	var found []Finding
	for _, h := range []struct {
		name string
		code Code
	}{
		{"jwk", KeyInHeader}, {"x5c", KeyInHeader}, {"jku", KeyAddress}, {"x5u", KeyAddress},
	} {
		if _, has := header[h.name]; has {
			found = append(found, Finding{h.code, Header, h.name})
		}
	}
	if value, has := header["kid"]; has {
		if code := inspectKeyID(value); code != "" {
			found = append(found, Finding{code, Header, "kid"})
		}
	}
	if _, has := header["crit"]; has {
		found = append(found, Finding{Critical, Header, "crit"})
	}
	if string(header["b64"]) == "false" && !names(header["crit"], "b64") {
		found = append(found, Finding{UnencodedOnly, Header, "b64"})
	}
	return found
}

// names reports whether the value is an array that has the name.
func names(array json.RawMessage, name string) bool {
	var all []string
	return json.Unmarshal(array, &all) == nil && slices.Contains(all, name)
}

// pattern is a regular expression that is compiled when it is first asked. A
// program that never asks, because it only signs or verifies, does without the
// package regexp: in the page that is a twentieth of the download.
type pattern struct {
	text     string
	once     sync.Once
	compiled *regexp.Regexp
}

// MatchString reports whether the text holds a match.
func (p *pattern) MatchString(text string) bool {
	p.once.Do(func() { p.compiled = regexp.MustCompile(p.text) })
	return p.compiled.MatchString(text)
}
