package site

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// headersHost is a host that reads a file _headers, by its documentation.
type headersHost struct {
	// defaults are the headers that the host sends unless the file says
	// otherwise.
	defaults map[string]string

	// detaches tells whether "! Name" takes a header away. A host that does
	// not know this form reads no line without a colon.
	detaches bool
}

// Cloudflare: developers.cloudflare.com/pages/configuration/headers and
// /serving-pages. Netlify: docs.netlify.com/routing/headers.
var headersHosts = map[string]headersHost{
	"Cloudflare Pages": {detaches: true, defaults: map[string]string{
		"Access-Control-Allow-Origin": "*",
		"Cache-Control":               "public, max-age=0, must-revalidate",
		"Content-Type":                "text/html; charset=utf-8",
		"Referrer-Policy":             "strict-origin-when-cross-origin",
		"X-Content-Type-Options":      "nosniff",
	}},
	"Netlify": {defaults: map[string]string{
		"Cache-Control": "public,max-age=0,must-revalidate",
		"Content-Type":  "text/html; charset=UTF-8",
	}},
}

// headersRule is a block of the file: a path and the lines below it.
type headersRule struct {
	path  string
	lines []string
}

func headersRules(t *testing.T, text string) []headersRule {
	t.Helper()
	var rules []headersRule
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "", strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "/"):
			rules = append(rules, headersRule{path: line})
		default:
			require.NotEmpty(t, rules, "a header belongs to a path: %q", line)
			last := &rules[len(rules)-1]
			last.lines = append(last.lines, line)
		}
	}
	return rules
}

// matches applies a path with a splat, "*", and placeholders, ":name".
func (r headersRule) matches(path string) bool {
	pattern := regexp.QuoteMeta(r.path)
	pattern = strings.ReplaceAll(pattern, `\*`, ".*")
	pattern = regexp.MustCompile(`:[A-Za-z]\w*`).ReplaceAllString(pattern, "[^/]+")
	return regexp.MustCompile("^" + pattern + "$").MatchString(path)
}

// answers returns the headers that the host sends with path. All rules that
// match count; of a header that two of them set, the values are joined.
func (h headersHost) answers(t *testing.T, text, path string) map[string]string {
	t.Helper()
	sent, set := map[string]string{}, map[string]bool{}
	for name, value := range h.defaults {
		sent[name] = value
	}
	for _, rule := range headersRules(t, text) {
		if !rule.matches(path) {
			continue
		}
		for _, line := range rule.lines {
			name, value, found := strings.Cut(line, ":")
			name, value = strings.TrimSpace(name), strings.TrimSpace(value)
			switch {
			case !found && h.detaches && strings.HasPrefix(line, "! "):
				delete(sent, line[2:])
			case !found:
			case set[name]:
				sent[name] += ", " + value
			default:
				sent[name], set[name] = value, true
			}
		}
	}
	return sent
}

func TestTheHostsOfTheHeadersFileSendEachFileWithItsHeadersAndNoOther(t *testing.T) {
	text := deployed(t, "_headers")
	for name, host := range headersHosts {
		for _, f := range builtSite(t).Files {
			want := map[string]string{}
			for _, h := range f.Headers {
				want[h.Name] = h.Value
			}
			assert.Equal(t, want, host.answers(t, text, f.Path), "%s %s", name, f.Path)
		}
	}
}

// Cloudflare Pages leads from /jwtsecret.html to /jwtsecret.
func TestTheSingleFileIsStoredAndNotShownWithoutItsSuffixEither(t *testing.T) {
	for _, base := range []string{"", "/tools/jwt"} {
		text, path := recipe(t, "_headers", base), base+strings.TrimSuffix(meta.SinglePath, ".html")
		for name, host := range headersHosts {
			got := host.answers(t, text, path)
			assert.Equal(t, "attachment", got["Content-Disposition"], name)
			assert.Equal(t, host.answers(t, text, path+".html"), got, name)
		}
	}
}

// What the host itself adds comes before the file's rules at Cloudflare Pages.
func TestTheHeadersFileTakesTheTagFromTheServiceWorkerWhereItCan(t *testing.T) {
	text := deployed(t, "_headers")
	tagging := headersHost{detaches: true, defaults: map[string]string{"ETag": `"a"`, "Last-Modified": "today"}}
	worker := tagging.answers(t, text, meta.ServiceWorkerPath)
	assert.Empty(t, worker["ETag"]+worker["Last-Modified"])
	assert.Equal(t, `"a"`, tagging.answers(t, text, "/")["ETag"])
}

func TestUnknownPathsGetWhatAllFilesShare(t *testing.T) {
	text := deployed(t, "_headers")
	for name, host := range headersHosts {
		got := host.answers(t, text, "/no/such/page")
		assert.Equal(t, "DENY", got["X-Frame-Options"], name)
		assert.Equal(t, "no-referrer", got["Referrer-Policy"], name)
		assert.Equal(t, host.defaults["Cache-Control"], got["Cache-Control"], name)
		assert.Empty(t, got["Content-Security-Policy"], "its page carries the policy itself")
		assert.Empty(t, got["Access-Control-Allow-Origin"], name)
	}
}

// Cloudflare Pages reads at most 100 rules and 2000 characters a line. The
// longest line is the policy for a known origin.
func TestTheHeadersFileKeepsTheHostsLimits(t *testing.T) {
	origin := "https://a-rather-long-name.of-a-service.example.org"
	files, _, err := assemble(Options{Root: root, Origin: origin}, noPrograms)
	require.NoError(t, err)
	texts, err := deployFiles(files)
	require.NoError(t, err)
	text := texts["_headers"]
	assert.Contains(t, text, origin+meta.ServiceWorkerPath)
	assert.LessOrEqual(t, len(headersRules(t, text)), 100)
	for line := range strings.Lines(text) {
		assert.Less(t, len(line), 2000)
	}
}

// The model of the hosts, tried on the examples of their documentation.
func TestTheModelOfTheHostsJoinsDetachesAndMatches(t *testing.T) {
	text := "# comment\n/*\n  X-A: one\n  X-B: b\n\n/a/*\n  X-A: two\n  ! X-B\n\n/u/:name\n  X-U: u\n"
	plain, detaching := headersHost{}, headersHost{detaches: true}
	assert.Equal(t, map[string]string{"X-A": "one", "X-B": "b"}, plain.answers(t, text, "/"))
	assert.Equal(t, map[string]string{"X-A": "one, two", "X-B": "b"}, plain.answers(t, text, "/a/b/c"))
	assert.Equal(t, map[string]string{"X-A": "one, two"}, detaching.answers(t, text, "/a/b/c"))
	assert.Equal(t, "u", plain.answers(t, text, "/u/x")["X-U"])
	assert.Empty(t, plain.answers(t, text, "/u/x/y")["X-U"])
}
