package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

func deployed(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(built, meta.DeployDir, name))
	require.NoError(t, err)
	return string(text)
}

// rules reads a _headers file: the headers by the path of their rule.
func rules(text string) map[string][]meta.Header {
	byPath := map[string][]meta.Header{}
	path := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if header, ok := strings.CutPrefix(line, "  "); ok {
			name, value, _ := strings.Cut(header, ": ")
			byPath[path] = append(byPath[path], meta.Header{Name: name, Value: value})
		} else if strings.HasPrefix(line, "/") {
			path = line
		}
	}
	return byPath
}

// A host joins the values of a header that two matching rules name, so a file
// gets its own headers only when the two rules that match it share no name.
func TestHeadersOfTheTwoRulesForAFileAreTheFilesOwn(t *testing.T) {
	byPath := rules(deployed(t, "_headers"))
	for _, f := range builtSite(t).Files {
		got := append(append([]meta.Header{}, byPath["/*"]...), byPath[f.Path]...)
		assert.ElementsMatch(t, f.Headers, got, f.Path)
	}
	assert.Len(t, byPath, len(builtSite(t).Files)+1)
}

// Cloudflare Pages reads at most 100 rules and 2000 characters a line. The
// longest line is the policy for a known origin.
func TestTheHeadersFileKeepsTheHostsLimits(t *testing.T) {
	origin := "https://a-rather-long-name.of-a-service.example.org"
	files, _, err := assemble(Options{Root: root, Origin: origin}, []byte("program"), []byte("exec"))
	require.NoError(t, err)
	text := headersFile(files)
	assert.Contains(t, text, origin+meta.WorkerPath)
	assert.LessOrEqual(t, len(rules(text)), 100)
	for line := range strings.Lines(text) {
		assert.Less(t, len(line), 2000)
	}
}

func TestUnknownPathsGetWhatAllFilesShare(t *testing.T) {
	shared := rules(deployed(t, "_headers"))["/*"]
	assert.Equal(t, "DENY", value(shared, "X-Frame-Options"))
	for _, own := range []string{"Content-Type", "Cache-Control", "Content-Security-Policy"} {
		assert.Empty(t, value(shared, own))
	}
}

// block returns the part of a configuration from the line that begins with
// match to the line that closes it.
func block(t *testing.T, text, match string) string {
	t.Helper()
	_, after, found := strings.Cut(text, "\n"+match+" {\n")
	require.True(t, found, "%s is missing", match)
	indent := match[:len(match)-len(strings.TrimLeft(match, "\t"))]
	inside, _, found := strings.Cut(after, "\n"+indent+"}\n")
	require.True(t, found, match)
	return inside
}

// place says where a host's configuration serves a file.
func place(f meta.File, fixed, asset, missing string) string {
	switch {
	case f.Path == meta.NotFound.Path:
		return missing
	case strings.HasPrefix(f.Path, meta.AssetPrefix):
		return asset
	default:
		return fixed + f.Path
	}
}
