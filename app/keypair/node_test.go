package keypair_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
	"jwtsecret/app/keypair"
)

// node is node's own crypto, and jose on it.
type node struct{ program, script string }

// newNode returns nil where node or npm is missing.
func newNode(t *testing.T) *node {
	program, err := exec.LookPath("node")
	if err != nil {
		t.Log("node is not installed: its crypto and jose are not compared here")
		return nil
	}
	if _, err := exec.LookPath("npm"); err != nil {
		t.Log("npm is not installed: node's crypto and jose are not compared here")
		return nil
	}
	dir := npm.Install(t, "jose@6.2.17")
	script, err := os.ReadFile("testdata/interop.mjs")
	require.NoError(t, err)
	path := filepath.Join(dir, "interop.mjs")
	require.NoError(t, os.WriteFile(path, script, 0o600))
	return &node{program, path}
}

// nodeCase is what the script gets of a key.
type nodeCase struct {
	Alg    keypair.Algorithm `json:"alg"`
	Enc    string            `json:"enc,omitempty"`
	JWK    json.RawMessage   `json:"jwk"`
	Public json.RawMessage   `json:"public"`
	PKCS8  string            `json:"pkcs8"`
	SPKI   string            `json:"spki"`
	Other  string            `json:"other"` // PKCS#1 or SEC 1
	Tokens []string          `json:"tokens,omitempty"`
}

func newCase(k *keypair.Key) nodeCase {
	text := func(write func() ([]byte, error)) string { pem, _ := write(); return string(pem) }
	public := k.Public()
	if public == nil {
		public = k
	}
	return nodeCase{
		Alg: k.Algorithm, JWK: k.JWK(), Public: public.JWK(),
		PKCS8: text(k.PKCS8), SPKI: text(k.SPKI), Other: text(k.PKCS1) + text(k.SEC1),
	}
}

// run lets the script do one thing with each case.
func (n *node) run(t testing.TB, operation string, cases ...nodeCase) (answers [][]string) {
	t.Helper()
	request, err := json.Marshal(map[string]any{"operation": operation, "cases": cases})
	require.NoError(t, err)
	command := exec.Command(n.program, n.script)
	command.Stdin = bytes.NewReader(request)
	var problems bytes.Buffer
	command.Stderr = &problems
	output, err := command.Output()
	require.NoError(t, err, problems.String())
	require.NoError(t, json.Unmarshal(output, &answers))
	return answers
}

func (n *node) sign(t testing.TB, k *keypair.Key) []string {
	return n.run(t, "sign", newCase(k))[0]
}

func (n *node) verify(t testing.TB, k *keypair.Key, tokens []string) {
	c := newCase(k)
	c.Tokens = tokens
	n.run(t, "verify", c)
}

func TestJoseEncryptsAndDecryptsWithEveryKey(t *testing.T) {
	n := newNode(t)
	if n == nil {
		t.Skip("node or npm is not installed")
	}
	var cases []nodeCase
	for _, kind := range kinds(false) {
		if kind.Algorithm.Use() == "enc" {
			c := newCase(generate(t, kind))
			if c.Enc = "A256GCM"; kind.Algorithm == "dir" {
				c.Alg, c.Enc = "dir", string(c.Alg)
			}
			cases = append(cases, c)
		}
	}
	require.Len(t, cases, 2+4*4+5+6) // RSA, agreements on four curves, dir in five sizes, key wraps
	for i, answer := range n.run(t, "encrypt", cases...) {
		assert.Equal(t, []string{"text", "text"}, answer, cases[i].Alg)
	}
}
