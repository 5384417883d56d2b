package keypair

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// secretMembers are all that a published key must not have (RFC 7518 §6, RFC 8037 §2, RFC
// 9964, of which the drafts had "seed" and "priv_exp"), whatever its type.
var secretMembers = slices.Concat(privateRSA, []string{"oth", "k", "priv", "priv_exp", "seed"})

// hasSecret reports whether one of them is among the members, or a whole private key within
// one: what is not known here stays in a set as it is.
func hasSecret(members map[string]json.RawMessage) bool {
	for name, value := range members {
		if slices.Contains(secretMembers, name) || holdsKey(value) {
			return true
		}
	}
	return false
}

// level is how deep in JSON one is: in an object or in an array.
type level struct {
	object      bool
	named       bool // the name of a member was read, and its value is next
	kty, secret bool // such members stand in it
}

// holdsKey reports whether a private key is anywhere in a value: as an object with "kty" and
// a secret member, or as PEM.
func holdsKey(value []byte) bool {
	var levels []level
	top := func() *level {
		if len(levels) == 0 {
			return &level{}
		}
		return &levels[len(levels)-1]
	}
	for d := json.NewDecoder(bytes.NewReader(value)); ; {
		token, err := d.Token()
		if err != nil { // the end: the value was read already, and is JSON
			return false
		}
		l := top()
		text, isText := token.(string)
		switch {
		case token == json.Delim('}') || token == json.Delim(']'):
			levels = levels[:len(levels)-1]
			continue
		case isText && strings.Contains(text, "PRIVATE KEY-----"):
			return true
		case l.object && !l.named:
			l.kty, l.secret = l.kty || text == "kty", l.secret || slices.Contains(secretMembers, text)
			if l.kty && l.secret {
				return true
			}
			l.named = true
			continue
		}
		l.named = false
		if isBegin := token == json.Delim('{') || token == json.Delim('['); isBegin {
			levels = append(levels, level{object: token == json.Delim('{')})
		}
	}
}
