package e2e

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
)

// observatory holds the rules by which MDN grades a site's headers.
const observatory = "@mdn/mdn-http-observatory@1.4.8"

// grade is what those rules say of a response.
type grade struct {
	Grade  string
	Score  int
	Failed []string
}

func TestTheHeadersGetTheBestGradeOfMDNsObservatory(t *testing.T) {
	t.Parallel()
	dir := npm.Install(t, observatory)
	response, err := http.Get(startServer(t, "-hsts").url)
	require.NoError(t, err)
	defer response.Body.Close()
	page, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	headers := map[string]string{}
	for name := range response.Header {
		headers[name] = response.Header.Get(name)
	}

	judge := func(headers map[string]string, page string) grade {
		input, err := json.Marshal(map[string]any{"headers": headers, "page": page})
		require.NoError(t, err)
		file := filepath.Join(dir, "input.json")
		require.NoError(t, os.WriteFile(file, input, 0o644))
		script, err := filepath.Abs(filepath.Join("testdata", "observatory.mjs"))
		require.NoError(t, err)
		out, err := exec.Command("node", script, dir, file).Output()
		require.NoError(t, err)
		var g grade
		require.NoError(t, json.Unmarshal(out, &g))
		return g
	}
	ours := judge(headers, string(page))
	t.Logf("%s, %d points", ours.Grade, ours.Score)
	assert.Equal(t, "A+", ours.Grade)
	assert.Empty(t, ours.Failed)

	bare := judge(map[string]string{"Content-Type": "text/html; charset=utf-8"}, "<!doctype html>")
	assert.Contains(t, bare.Failed, "content-security-policy: csp-not-implemented", "a page without any header, to see the rules at work")
	assert.NotContains(t, bare.Grade, "A")
}
