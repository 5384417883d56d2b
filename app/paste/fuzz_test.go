package paste_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/paste"
)

func TestTheTextAsItStandsIsNeverLost(t *testing.T) {
	for _, text := range []string{"", "\n", "\r\n", " ", "\x00", "\"", `""`, "''", "=", "a=", "{", "{}", "[]", "\uFEFF", "\xFF\xFE", strings.Repeat("x", paste.MaxSize+1)} {
		t.Run(fmt.Sprintf("%.20q", text), func(t *testing.T) {
			p := paste.Read([]byte(text))
			assert.Equal(t, text, string(p.Candidates[0].Text))
			assert.NotEmpty(t, p.Used)
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range hostile(2000) {
		f.Add(text)
	}
	for _, text := range []string{"JWT_SECRET=\"x\n", `{"kty":"oct","k":"c2VjcmV0"}`, "kind: Secret\ndata:\n a: eA==", "a: |\n b", `"\ud83d"`, "x'00'", "\xFF\xFEx", "${a:-${b:-c}}", "[[[[", "-----BEGIN A-----\n", "abcdefgh1\n", "A_KEY: \"c\"\n", "a.sign(b, ", "get(", "$ a\n", "```\n", "x: y = b"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		before := bytes.Clone(text)
		p := paste.Read(text)
		require.Equal(t, before, text)
		require.Equal(t, text, p.Candidates[0].Text)
		require.NotEmpty(t, p.Used)
		require.LessOrEqual(t, len(p.Candidates), paste.MaxCandidates)
		for _, i := range p.Used {
			require.Less(t, i, len(p.Candidates))
			for _, r := range p.Candidates[i].Readings() {
				require.NotEmpty(t, r.Key)
			}
		}
		p.Wipe()
		require.Equal(t, before, text)
	})
}

// hostile are texts of about n bytes that cost a reader the most.
func hostile(n int) [][]byte {
	var all [][]byte
	for _, piece := range []string{"A_KEY=x\n", "\"", "'a", `\u0041`, "{\"a\":", "[", "a: |\n", "=", "eyJhbGciOiJIUzI1NiJ9.", "7b:", "%41", "QUFB", "41", "a\n", "\x00a", "\u200B", "é", "`", "-e A_B=c ", "key=\"a\" ", "$a", "-----BEGIN A-----\n", "abcdefgh1\n", "A_KEY: \"c\"\n", "a.sign(b, ", "get(", "$ a\n", "```\n", "x: y = b"} {
		all = append(all, bytes.Repeat([]byte(piece), n/len(piece)))
	}
	deep := []byte(good)
	for len(deep) < n {
		deep = base64.StdEncoding.AppendEncode(nil, deep)
	}
	return append(all, deep[:n/4*4], random(n))
}

func BenchmarkHostileTexts(b *testing.B) {
	for _, text := range hostile(paste.MaxSize) {
		b.Run(fmt.Sprintf("%.12q", text), func(b *testing.B) {
			for range b.N {
				paste.Read(text)
			}
		})
	}
}
