package keypair

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
)

// JWK returns the key as a JSON Web Key, one line, "kty" first and what is secret last (RFC
// 7517 §4). Members that nothing is known of are left out.
func (k *Key) JWK() []byte {
	members := k.material.members()
	text := make([]byte, 0, k.room(members)) // one piece of memory, because growing would leave parts behind
	text = append(text, `{"kty":"`+string(k.Family())+`"`...)
	text = appendText(text, "use", k.Use)
	if k.Ops != nil {
		text = appendValue(text, "key_ops", k.Ops)
	}
	text = appendText(text, "alg", string(k.Algorithm))
	text = appendText(text, "kid", k.ID)
	text = appendMembers(text, members, false)
	if k.Chain != nil {
		text = appendValue(text, "x5c", k.Chain) // base64, not base64url (RFC 7517 §4.7)
	}
	text = append(appendMembers(text, members, true), '}')
	if k.Family() == RSA { // whose members are copies of its numbers
		for _, m := range members {
			clear(m.bytes)
		}
	}
	return text
}

// room is more than the bytes that the JWK takes.
func (k *Key) room(members []member) int {
	room := 256 + 6*(len(k.ID)+len(k.Algorithm)+len(k.Use))
	for _, op := range k.Ops {
		room += 8 + 6*len(op)
	}
	for _, m := range members {
		room += 16 + len(m.text) + 2*len(m.bytes)
	}
	for _, der := range k.Chain {
		room += 8 + 2*len(der)
	}
	return room
}

// appendText appends a member, unless it is empty.
func appendText(text []byte, name, value string) []byte {
	if value == "" {
		return text
	}
	return appendValue(text, name, value)
}

// appendValue appends a member with any value that is not secret: encoding/json copies.
func appendValue(text []byte, name string, value any) []byte {
	encoded, err := json.Marshal(value)
	if err != nil {
		panic(err) // of strings and bytes there is no error
	}
	return append(append(text, `,"`+name+`":`...), encoded...)
}

// appendMembers appends those that are secret, or the others.
func appendMembers(text []byte, members []member, secret bool) []byte {
	for _, m := range members {
		if m.secret == secret {
			text = append(m.appendTo(append(text, `,"`+m.name+`":"`...)), '"')
		}
	}
	return text
}

// appendTo appends the value without its quotes.
func (m member) appendTo(text []byte) []byte {
	if m.text != "" {
		return append(text, m.text...)
	}
	return base64.RawURLEncoding.AppendEncode(text, m.bytes)
}

// Set returns a key set, indented, a key a line (RFC 7517 §5).
func Set(keys ...*Key) []byte {
	lines := make([]json.RawMessage, len(keys))
	for i, k := range keys {
		lines[i] = k.JWK()
		defer clear(lines[i])
	}
	return writeSet(nil, lines)
}

// Thumbprint returns the SHA-256 thumbprint in base64url (RFC 7638 §3; for OKP RFC 8037
// §2, for AKP RFC 9964). That of a symmetric key must never be published: it would let
// anyone test guesses.
func (k *Key) Thumbprint() string {
	m := k.material
	if public := m.public(); public != nil { // so that no private number is copied
		m = public
	}
	required := slices.DeleteFunc(m.members(), func(m member) bool { return !m.required })
	required = append(required, member{name: "kty", text: string(k.Family())})
	if akp, ok := k.material.(*akpKey); ok {
		required = append(required, member{name: "alg", text: string(akp.alg)})
	}
	slices.SortFunc(required, func(a, b member) int { return strings.Compare(a.name, b.name) })
	text := make([]byte, 0, k.room(required))
	for _, m := range required {
		text = append(m.appendTo(append(text, `,"`+m.name+`":"`...)), '"')
	}
	text[0] = '{'
	sum := sha256.Sum256(append(text, '}'))
	clear(text)
	return base64.RawURLEncoding.EncodeToString(sum[:])
}
