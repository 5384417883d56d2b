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

// hidden is a secret of which no test holds a copy: each is made anew.
func hidden() []byte {
	text := []byte("\xb4\x8e\x98\xb7\xc8\x90\xa7\xcb\x96\xb9\x9a\x88\xcf\xb1\x9e\x92\xbf\xcd\x8d\x8b\x86\xab\xb8\x8a") // KqgH7oX4iFew0Nam@2rtyTGu
	for i := range text {
		text[i] = ^text[i]
	}
	return text
}

// begin and end are in no constant.
func begin() []byte { return hidden()[:16] }
func end() []byte   { return hidden()[8:] }

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
