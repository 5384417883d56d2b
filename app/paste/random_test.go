package paste_test

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/paste"
)

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return b
}

// A secret that nobody wrapped is used as it stands. Of printable ASCII, one in
// thousands has quotes at both ends; the others never look wrapped.
func TestRandomSecretsAreUsedAsTheyStand(t *testing.T) {
	letters := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	for name, draw := range map[string]func() []byte{
		"bytes":     func() []byte { return random(32) },
		"hex":       func() []byte { return []byte(hex.EncodeToString(random(32))) },
		"base64":    func() []byte { return []byte(base64.StdEncoding.EncodeToString(random(32))) },
		"base64url": func() []byte { return []byte(base64.RawURLEncoding.EncodeToString(random(64))) },
		"letters":   func() []byte { return pick(letters, 43) },
		"printable": func() []byte { return pick(letters+"!#$%&()*+,-./:;<=>?@[\\]^_{|}~", 40) },
	} {
		t.Run(name, func(t *testing.T) {
			wrapped := 0
			for range 20_000 {
				text := draw()
				p := paste.Read(text)
				if !slicesEqual(p.Used, 0) || p.Candidates[0].Kind != paste.Secret {
					wrapped++
					t.Logf("%q: %s", text, p.Candidates[p.Used[0]].How)
				}
			}
			assert.LessOrEqual(t, wrapped, map[string]int{"printable": 3}[name])
		})
	}
}

func slicesEqual(used []int, want int) bool { return len(used) == 1 && used[0] == want }

func pick(alphabet string, n int) []byte {
	text := random(n)
	for i := range text {
		text[i] = alphabet[int(text[i])*len(alphabet)/256] // nearly uniform is enough here
	}
	return text
}
