package keypair

import (
	"bytes"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"slices"
	"unicode/utf8"
)

// readJSON reads a JWK or a JWKS.
func (p *Parsed) readJSON(text []byte) {
	members, err := object(text)
	keys, isSet := members["keys"]
	if p.Form = "JWK"; isSet {
		p.Form = "JWKS"
	}
	switch {
	case err != nil:
		p.add(nil, err, 0)
	case isSet:
		p.readSet(keys)
		wipeMembers(members)
	default:
		p.addJWK(members, 0)
	}
}

// readSet reads the value of "keys".
func (p *Parsed) readSet(text []byte) {
	var keys []json.RawMessage
	if json.Unmarshal(text, &keys) != nil {
		p.add(nil, &memberError{"keys", "is no array of keys"}, 0)
		return
	}
	if len(keys) == 0 {
		p.Problems = append(p.Problems, about(-1, "empty"))
	}
	private := false
	for i, key := range keys {
		members, err := object(key)
		if clear(key); err != nil {
			p.add(nil, err, i+1)
			continue
		}
		before := len(p.Keys)
		p.addJWK(members, i+1)
		private = private || len(p.Keys) > before && p.Keys[before].Private()
	}
	if private { // the gravest stands first
		p.Problems = slices.Insert(p.Problems, 0, about(-1, "set-private"))
	}
}

// object reads a JSON object whose members each stand once: encoding/json would take the
// last of two, and another character for what is no UTF-8 (RFC 8259 §8.1).
func object(text []byte) (map[string]json.RawMessage, error) {
	if !utf8.Valid(text) {
		return nil, errJSON
	}
	d := json.NewDecoder(bytes.NewReader(text))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, errJSON
	}
	members := map[string]json.RawMessage{}
	for d.More() {
		name, err := d.Token()
		key, isName := name.(string)
		var value json.RawMessage
		if err != nil || !isName || d.Decode(&value) != nil {
			return nil, errJSON
		}
		if _, twice := members[key]; twice {
			return nil, errDuplicate
		}
		members[key] = value
	}
	if _, err := d.Token(); err != nil || len(bytes.TrimSpace(text[d.InputOffset():])) > 0 {
		return nil, errJSON
	}
	return members, nil
}

func wipeMembers(members map[string]json.RawMessage) {
	for _, value := range members {
		clear(value)
	}
}

// addJWK keeps the key of a JWK and overwrites its members.
func (p *Parsed) addJWK(members map[string]json.RawMessage, place int) {
	r := &reader{members: members}
	k := r.key()
	wipeMembers(members)
	if p.add(k, r.err, place); r.err != nil {
		return
	}
	if r.short {
		p.note("short-member")
	}
	if r.long {
		p.note("long-member")
	}
	if k.Chain != nil && !k.certifies() {
		for _, der := range k.Chain { // which may be a private key
			clear(der)
		}
		k.Chain = nil
		p.note("x5c")
	}
}

// certifies reports whether the chain holds certificates alone, the first of which is this
// key's (RFC 7517 §4.7). Any other chain is in no output: it might hold what is secret.
func (k *Key) certifies() bool {
	own, err := certified(k.Chain[0])
	return err == nil && (&Key{material: own}).Thumbprint() == k.Thumbprint() &&
		!slices.ContainsFunc(k.Chain, func(der []byte) bool { _, err := x509.ParseCertificate(der); return err != nil })
}

// reader reads the members of a JWK. Its first error stays.
type reader struct {
	members map[string]json.RawMessage
	short   bool // zeros are missing
	long    bool // a number begins with zeros
	err     error
}

func (r *reader) fail(name, what string) {
	if r.err == nil {
		r.err = &memberError{name, what}
	}
}

// text reads a member that is a string; without it, it is empty.
func (r *reader) text(name string) (value string) {
	if raw, ok := r.members[name]; ok && (json.Unmarshal(raw, &value) != nil || raw[0] != '"') {
		r.fail(name, "is no string")
	}
	return value
}

// list reads a member that is an array of strings; without it, it is nil.
func (r *reader) list(name string) (values []string) {
	if raw, ok := r.members[name]; ok && (json.Unmarshal(raw, &values) != nil || values == nil) {
		r.fail(name, "is no array of strings")
	}
	return values
}

// has reports whether a member is there.
func (r *reader) has(name string) bool { _, ok := r.members[name]; return ok }

// bytes reads a member in base64url, without padding (RFC 7515 §2); without it, it is nil.
func (r *reader) bytes(name string) []byte {
	raw, ok := r.members[name]
	if !ok {
		return nil
	}
	digits := bytes.TrimSuffix(bytes.TrimPrefix(raw, []byte{'"'}), []byte{'"'})
	if bytes.ContainsRune(digits, '\\') { // nobody needs to escape base64url
		digits = []byte(r.text(name))
	}
	value, err := base64.RawURLEncoding.Strict().AppendDecode(nil, digits)
	if err != nil || len(value) == 0 || raw[0] != '"' || bytes.ContainsAny(digits, "\r\n") {
		clear(value)
		r.fail(name, "is no base64url, which has neither +, / nor =")
		return nil
	}
	return value
}

// required is bytes of what must be there.
func (r *reader) required(name string) []byte {
	if !r.has(name) {
		r.fail(name, "is missing")
	}
	return r.bytes(name)
}

// sized is bytes of a number of so many bytes, with the zeros that some programs leave out,
// and without the one that others write before a high bit.
func (r *reader) sized(name string, size int) []byte {
	value := r.bytes(name)
	for len(value) > size && value[0] == 0 {
		r.long, value = true, value[1:]
	}
	if value != nil && len(value) < size {
		r.short = true
		filled := append(make([]byte, size-len(value), size), value...)
		clear(value)
		return filled
	}
	return value
}

// number is required as a number.
func (r *reader) number(name string) *big.Int {
	value := r.required(name)
	defer clear(value)
	r.long = r.long || len(value) > 1 && value[0] == 0
	return new(big.Int).SetBytes(value)
}
