package snippet_test

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"encoding/json"
	mathrand "math/rand/v2"
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet/snippettest"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
	"jwtsecret/app/token/tokentest"
)

// question is what testdata/interop.mjs and interop.py read: verify our token,
// sign the claims.
type question struct {
	Algorithm string         `json:"alg"`
	Key       []byte         `json:"key"`
	Token     string         `json:"token"`
	Claims    map[string]any `json:"claims"`
}

func questions(t *testing.T, n int) []question {
	t.Helper()
	random := mathrand.New(mathrand.NewPCG(3, 4))
	all := make([]question, n)
	for i := range all {
		a := secret.Algorithms()[i%3]
		key := make([]byte, a.MinSize()+random.IntN(150)) // beyond the block of each hash as well
		_, _ = rand.Read(key)
		claims := tokentest.Claims(random, 4)
		payload, err := json.Marshal(claims)
		require.NoError(t, err)
		signed, err := token.Sign(a, key, payload)
		require.NoError(t, err)
		all[i] = question{a.String(), key, string(signed), claims}
	}
	return all
}

// checkInterop asks a library, in one process, about a thousand tokens.
func checkInterop(t *testing.T, command ...string) {
	t.Helper()
	asked := questions(t, 1000)
	var in bytes.Buffer
	for _, q := range asked {
		require.NoError(t, json.NewEncoder(&in).Encode(q))
	}
	library := exec.Command(command[0], command[1:]...)
	library.Stdin, library.Stderr = &in, os.Stderr
	out, err := library.Output()
	require.NoError(t, err)

	answers := bufio.NewScanner(bytes.NewReader(out))
	answers.Buffer(nil, 1<<20)
	for _, q := range asked {
		require.True(t, answers.Scan(), "the library answered less often than it was asked")
		var answer question
		require.NoError(t, json.Unmarshal(answers.Bytes(), &answer))
		require.Equal(t, q.Claims, answer.Claims)

		theirs, err := token.Parse([]byte(answer.Token))
		require.NoError(t, err)
		a, err := secret.ParseAlgorithm(q.Algorithm)
		require.NoError(t, err)
		require.NoError(t, theirs.Verify(a, q.Key))
		var read map[string]any
		require.NoError(t, json.Unmarshal(theirs.Payload(), &read))
		require.Equal(t, q.Claims, read)
	}
	assert.False(t, answers.Scan())
}

func TestTokensAndThoseOfJoseVerifyInEachOther(t *testing.T) {
	t.Parallel()
	dir := needLibraries(t)
	checkInterop(t, snippettest.Need(t, "node"), copyInto(t, dir, "interop.mjs"))
}

func TestTokensAndThoseOfPyJWTVerifyInEachOther(t *testing.T) {
	t.Parallel()
	python, _ := snippettest.Python(t, "jwt", "PyJWT")
	checkInterop(t, python, "testdata/interop.py")
}
