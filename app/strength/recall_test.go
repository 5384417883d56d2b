package strength_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/paste"
	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

// leaked returns real secrets that leaked. They are no part of this project.
func leaked(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "leaked-jwt-secrets-sample.txt"))
	if err != nil {
		t.Skip("the list of leaked secrets is not here; it is not part of the project")
	}
	var all []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" {
			all = append(all, line)
		}
	}
	require.NotEmpty(t, all)
	return all
}

// recall counts the secrets of some lengths and those in which something is found.
type recall struct{ all, found int }

func (r recall) share() float64 { return float64(r.found) / float64(r.all) }

func TestLeakedSecretsAreRecognised(t *testing.T) {
	secrets := leaked(t)
	var short, long recall
	kinds := map[strength.Certainty]int{}
	for i, text := range secrets {
		if len(text) < 32 && i%20 != 0 && perFormat() < 1000 {
			continue // a part of the short ones tells as much in less time
		}
		report := strength.Audit([]byte(text), secret.HS256, strength.Context{})
		if len(text) < 32 {
			assert.Contains(t, []strength.Verdict{strength.Unusable, strength.BelowRule}, report.Verdict)
		}
		group := &long
		if len(text) < 32 {
			group = &short
		}
		if len(text) < 8 {
			continue
		}
		group.all++
		if len(report.Findings) > 0 {
			group.found++
			kinds[report.Findings[0].Certainty]++
		}
	}
	t.Logf("8 to 31 bytes: %d of %d; 32 bytes and more: %d of %d; by the surest finding: %v", short.found, short.all, long.found, long.all, kinds)
	assert.GreaterOrEqual(t, short.share(), 0.99)
	assert.GreaterOrEqual(t, long.share(), 0.58, "a third of them look random, and of those nothing can be said")
}

func TestLeakedSecretsAreKnownOnceTheListIsThere(t *testing.T) {
	secrets := leaked(t)
	list := strings.Join(secrets, "\r\n")
	for i := 0; i < len(secrets); i += 200 { // each is looked for from the beginning
		found, line, err := strength.FindLine(strings.NewReader(list), strength.ListKeys(paste.Read([]byte(secrets[i]))))
		require.NoError(t, err)
		require.LessOrEqual(t, line, i+1)
		report := strength.Audit([]byte(secrets[i]), secret.HS512, strength.Context{Lists: []*strength.List{found}})
		require.Equal(t, strength.Unusable, report.Verdict)
		require.Equal(t, strength.Known, report.Findings[0].Certainty)
	}
}
