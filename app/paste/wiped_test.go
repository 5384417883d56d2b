package paste_test

import (
	"bytes"
	"encoding/base64"
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/heap"
	"jwtsecret/app/paste"
	"jwtsecret/app/token"
)

// hidden is a secret of which no test holds a copy: each is made anew of its
// complement. It is longer than any register of the processor, which the scheduler
// writes into memory when it interrupts a copy.
func hidden() []byte {
	text := []byte("\x99\xb3\x98\xbe\xb5\x85\x8e\x93\xa5\xae\xcf\xbe\x9c\xb9\xab\x8f\xcd\x92\x8f\xcc\xb1\xbc\x8b\x97\xb2\x94\x93\x9c\xc9\xcf\x92\x9d\x88\xb1\xb9\x8d\x8a\x95\xa9\xbc\xc7\x8a\x85\x9b\xac\x85\xce\x8b\x97\x98\x8a\x85\xcf\xa7\x95\x9c")
	for i := range text {
		text[i] = ^text[i]
	}
	return text
}

// begin and end are in no constant.
func begin() []byte { return hidden()[:40] }
func end() []byte   { return hidden()[16:] }

// The collector rests meanwhile, so each copy that was ever made is found.
func TestNoCopyOfASecretIsLeft(t *testing.T) {
	signed, err := token.Parse(mustSign(t, []byte("another")))
	require.NoError(t, err)
	for name, wrap := range map[string]func([]byte) []byte{
		"alone":           bytes.Clone,
		"in .env":         func(s []byte) []byte { return joined("JWT_SECRET=\"", s, "\" # production\n") },
		"over lines":      func(s []byte) []byte { return joined("A_KEY=\"one\n", s, "\nthree\"\nPORT=1\n") },
		"in JSON":         func(s []byte) []byte { return joined(`{"jwt":{"secret":"`, s, `","port":3000}}`) },
		"in YAML":         func(s []byte) []byte { return joined("jwt:\n  secret: |\n    ", s, "\n  port: 3000\n") },
		"in code":         func(s []byte) []byte { return joined("const secret = process.env.SECRET || '", s, "';") },
		"with a line end": func(s []byte) []byte { return joined("", s, "\r\n") },
		"in a Secret": func(s []byte) []byte {
			return joined("kind: Secret\ndata:\n  A_KEY: ", base64.StdEncoding.AppendEncode(nil, s), "\n")
		},
		"in base64 twice": func(s []byte) []byte {
			return base64.StdEncoding.AppendEncode(nil, base64.StdEncoding.AppendEncode(nil, s))
		},
		"behind a prefix": func(s []byte) []byte { return joined("base64:", base64.StdEncoding.AppendEncode(nil, s), "") },
		"in a JWK": func(s []byte) []byte {
			return joined(`{"kty":"oct","k":"`, base64.StdEncoding.AppendEncode(nil, s), `"}`)
		},
		"in a call":         func(s []byte) []byte { return joined("const token = jwt.sign({ sub: 1 }, '", s, "', {});") },
		"in a message":      func(s []byte) []byte { return joined("JWT secret: ", s, "\n") },
		"in a fence":        func(s []byte) []byte { return joined("```env\nA_KEY=\"\"\"\n", s, "\"\"\"\n```") },
		"below a command":   func(s []byte) []byte { return joined("$ cat .env\nA_KEY=", s, ";\n") },
		"in a template":     func(s []byte) []byte { return joined("${JWT_SECRET:-", s, "}") },
		"with a zero width": func(s []byte) []byte { return joined("\u200B", s, "") },
	} {
		t.Run(name, func(t *testing.T) {
			defer debug.SetGCPercent(debug.SetGCPercent(-1))
			secret := hidden()
			text := wrap(secret)
			clear(secret)
			p := paste.Read(text)
			_, _, ok := p.Match(signed)
			require.False(t, ok)
			if name == "in .env" {
				require.True(t, heap.Holds(t, begin), "the search finds it while it is there")
			}
			p.Wipe()
			clear(text)
			assert.False(t, heap.Holds(t, begin), "its beginning")
			assert.False(t, heap.Holds(t, end), "its end")
		})
	}
}

func joined(before string, secret []byte, after string) []byte {
	text := make([]byte, 0, len(before)+len(secret)+len(after))
	return append(append(append(text, before...), secret...), after...)
}
