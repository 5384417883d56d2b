package e2e

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/report"
	"jwtsecret/app/meta"
)

// size is that of files in each form, in bytes. What is not compressed counts as it is.
type size struct{ plain, gzip, brotli float64 }

// sizesOf adds up the files of the build at these paths.
func sizesOf(b *testing.B, paths ...string) (sum size) {
	b.Helper()
	site := builtFiles(b)
	for _, path := range paths {
		name, ok := site[path]
		require.True(b, ok, "no file has the path %s", path)
		file := filepath.Join("../../web/dist", meta.BuiltDir, filepath.FromSlash(name))
		plain := length(b, file)
		sum.plain += plain
		sum.gzip += cmp.Or(length(b, file+meta.Suffix("gzip")), plain)
		sum.brotli += cmp.Or(length(b, file+meta.Suffix("br")), plain)
	}
	return sum
}

// length returns the size of a file in bytes, 0 of one that is not there.
func length(b *testing.B, path string) float64 {
	b.Helper()
	info, err := os.Stat(path)
	if os.IsNotExist(err) {
		return 0
	}
	require.NoError(b, err)
	return float64(info.Size())
}

// builtFiles returns the name of each file of the build by its path.
func builtFiles(b *testing.B) map[string]string {
	b.Helper()
	text, err := os.ReadFile(filepath.Join("../../web/dist", meta.SiteFile))
	require.NoError(b, err)
	var site meta.Site
	require.NoError(b, json.Unmarshal(text, &site))
	names := map[string]string{}
	for _, f := range site.Files {
		names[f.Path] = f.Name
	}
	return names
}

// program returns the path of a program by the name before its hash.
func program(b *testing.B, name string) string {
	b.Helper()
	for path := range builtFiles(b) {
		if strings.HasPrefix(path, meta.AssetPrefix+name+".") && strings.HasSuffix(path, ".wasm") {
			return path
		}
	}
	require.Fail(b, "there is no such program", name)
	return ""
}

// stored returns the paths that the service worker stores.
func stored(b *testing.B) (paths []string) {
	b.Helper()
	script, err := os.ReadFile(filepath.Join("../../web/dist", meta.BuiltDir, "sw.js"))
	require.NoError(b, err)
	described := regexp.MustCompile(`\{[^{}]*"files": ?(\{[^{}]*\})`).FindSubmatch(script)
	require.NotNil(b, described, "the service worker names its files")
	var files map[string]string
	require.NoError(b, json.Unmarshal(described[1], &files))
	for path := range files {
		paths = append(paths, path)
	}
	require.NotEmpty(b, paths)
	return paths
}

// sizes has a browser visit the page and adds up the files that it asked the server for.
func sizes(b *testing.B, part *report.Part) {
	s := startServer(b)
	p := newPage(b) // which stores nothing for offline use
	v := p.watchNetwork()
	p.open(s.url)
	requests, bytes := v.soFar()
	var loaded []string
	for _, line := range s.byPage() {
		if path := regexp.MustCompile(`"GET (\S+)"`).FindStringSubmatch(line); path != nil {
			loaded = append(loaded, path[1])
		}
	}
	part.Add(report.Row{Name: "first visit, requests", Value: float64(requests), Goal: report.AtMost(8)})
	part.Add(report.Row{Name: "first visit, with headers", Value: bytes, Unit: "bytes",
		Peer: "it-tools", PeerValue: 363_000, Goal: report.AtMost(1.1e6)})
	for _, of := range []struct {
		name  string
		paths []string
		goal  report.Goal
	}{
		{"first visit", loaded, report.Goal{}},
		{"page's program", []string{program(b, "app")}, report.AtMost(1.05e6)},
		{"auditor", []string{program(b, "auditor")}, report.Goal{}},
		{"guide's program", []string{program(b, "guide")}, report.Goal{}},
		{"all that is stored for offline use", stored(b), report.Goal{}},
	} {
		sum := sizesOf(b, of.paths...)
		part.Add(report.Row{Name: of.name + ", brotli", Value: sum.brotli, Unit: "bytes", Peer: "plain", PeerValue: sum.plain, Goal: of.goal})
		part.Add(report.Row{Name: of.name + ", gzip", Value: sum.gzip, Unit: "bytes", Peer: "plain", PeerValue: sum.plain})
	}
}
