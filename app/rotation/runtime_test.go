package rotation_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// runtime runs the code of one language: a file of it lies in a folder beside a
// reader, which takes a question on standard input.
type runtime struct {
	language string
	prepare  func(t *testing.T, code string) (command []string)
}

func runtimes() []runtime {
	return []runtime{
		{"go", func(t *testing.T, code string) []string { return []string{build(t, "reader", code)} }},
		{"node", func() func(*testing.T, string) []string {
			var dir string // jose is fetched once
			return func(t *testing.T, code string) []string {
				if dir == "" {
					dir = jose(t)
				}
				write(t, dir, "keys.mjs", []byte(code))
				return []string{program(t, "node"), write(t, dir, "reader.mjs", testdata(t, "reader.mjs"))}
			}
		}()},
		{"python", func(t *testing.T, code string) []string {
			path, dir := python(t), t.TempDir()
			write(t, dir, "keys.py", []byte(code))
			return []string{path, write(t, dir, "reader.py", testdata(t, "reader.py"))}
		}},
	}
}

func testdata(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	return content
}

type answer struct {
	Signed   string
	Accepted []bool
}

// ask runs a language's code in the environment of a stage.
func ask(t *testing.T, command []string, env []byte, tokens []string) answer {
	t.Helper()
	reader := under(t, env, command...)
	question, err := json.Marshal(map[string]any{
		"Claims": jwt.MapClaims{"sub": "someone", "exp": time.Now().Add(time.Hour).Unix()}, "Tokens": tokens,
	})
	require.NoError(t, err)
	reader.Stdin = bytes.NewReader(question)
	var got answer
	require.NoError(t, json.Unmarshal(run(t, reader), &got))
	return got
}

// combinations have each algorithm and each reading.
var combinations = []struct {
	algorithm secret.Algorithm
	reading   token.Encoding
}{
	{secret.HS256, token.UTF8}, {secret.HS384, token.Hex}, {secret.HS512, token.Base64}, {secret.HS256, token.Base64URL},
}
