package site

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

func value(headers []meta.Header, name string) string {
	for _, h := range headers {
		if h.Name == name {
			return h.Value
		}
	}
	return ""
}

// rule returns the value of one directive of a policy.
func rule(policy, name string) string {
	for _, d := range strings.Split(policy, "; ") {
		if v, ok := strings.CutPrefix(d, name+" "); ok {
			return v
		}
	}
	return ""
}

func TestEveryFileIsSentWithTheWholeTable(t *testing.T) {
	for _, f := range builtSite(t).Files {
		for name, want := range map[string]string{
			"Connection-Allowlist":         "(response-origin)",
			"Integrity-Policy":             "blocked-destinations=(script)",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Embedder-Policy": "require-corp",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Origin-Agent-Cluster":         "?1",
			"Referrer-Policy":              "no-referrer",
			"X-Content-Type-Options":       "nosniff",
			"X-Frame-Options":              "DENY",
			"X-DNS-Prefetch-Control":       "off",
		} {
			assert.Equal(t, want, value(f.Headers, name), "%s of %s", name, f.Path)
		}
		assert.NotEmpty(t, value(f.Headers, "Content-Type"), f.Path)
		assert.NotEmpty(t, value(f.Headers, "Permissions-Policy"), f.Path)
	}
}

func TestOnlyFilesWhoseNameChangesAreKept(t *testing.T) {
	table := newTable("", someAssets(t))
	caching := func(f File) string { return value(table.headers(f), "Cache-Control") }
	assert.Equal(t, "public, max-age=31536000, immutable", caching(newAsset("a.js", nil)))
	assert.Equal(t, "no-cache", caching(newFile("/", "index.html", nil)))
	// A browser asks for the service worker again and again, past every cache of
	// ours: a tag of what it had would tell the host who asks.
	assert.Equal(t, "no-store", caching(newFile(meta.ServiceWorkerPath, "sw.js", nil)))
}

func TestTheServiceWorkerHasATighterPolicy(t *testing.T) {
	table := newTable("https://example.org", someAssets(t))
	headers := table.headers(newFile(meta.ServiceWorkerPath, "sw.js", nil))
	assert.Equal(t, "default-src 'none'; connect-src 'self'; frame-ancestors 'none'", value(headers, "Content-Security-Policy"))
	assert.Equal(t, "require-corp", value(headers, "Cross-Origin-Embedder-Policy"), "without it a worker does not start")
}

func TestAnAuditorMayFetchItsProgramAndRunIt(t *testing.T) {
	a := someAssets(t)
	for origin, program := range map[string]string{
		"":                    "'self'",
		"https://example.org": "https://example.org" + a.auditor.Path,
	} {
		headers := newTable(origin, a).headers(newFile(meta.AuditorPath, "worker.js", nil))
		assert.Equal(t, "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src "+program+"; frame-ancestors 'none'",
			value(headers, "Content-Security-Policy"))
		assert.Equal(t, "require-corp", value(headers, "Cross-Origin-Embedder-Policy"), "without it a worker does not start")
		assert.Equal(t, "no-cache", value(headers, "Cache-Control"), "its name stays the same")
	}
}

func TestAKnownOriginNarrowsThePolicyToExactAddresses(t *testing.T) {
	a := someAssets(t)
	policy := newTable("https://example.org", a).policy.header()
	assert.Equal(t, "https://example.org"+a.wasm.Path+" https://example.org"+a.guideWasm.Path+" https://example.org"+a.guideIndex.Path+" https://example.org/SHA256SUMS", rule(policy, "connect-src"))
	assert.Equal(t, "https://example.org/sw.js https://example.org/worker.js", rule(policy, "worker-src"))
	images := strings.Fields(rule(policy, "img-src"))
	require.Len(t, images, len(a.images()))
	for i, f := range a.images() {
		assert.Equal(t, "https://example.org"+f.Path, images[i])
	}
}

// Only the service worker may go on asking for anything of the site: it downloads
// what a next version has.
func TestAKnownOriginNarrowsConnectionsToTheSitesFilesWithoutAQuery(t *testing.T) {
	files := []File{
		newFile("/", "index.html", nil), fixedFile("/a.js", nil), fixedFile(meta.ServiceWorkerPath, nil),
		newFile(meta.NotFound.Path, "404.html", nil), fixedFile("/robots.txt", nil), fixedFile("/sbom/page.cdx.json", nil), // no page asks for these
	}
	narrowed := newTable("https://example.org", someAssets(t)).narrowed(files)
	for _, f := range files {
		want := `("https://example.org/?" "https://example.org/a.js?" "https://example.org/sw.js?")`
		if f.Path == meta.ServiceWorkerPath {
			want = "(response-origin)"
		}
		assert.Equal(t, want, value(narrowed.headers(f), "Connection-Allowlist"), f.Path)
	}
	anywhere := newTable("", someAssets(t))
	assert.Equal(t, anywhere, anywhere.narrowed(files))
}

// All names in one line would be longer than hosts take.
func TestEachKindOfPageMayAskForWhatItNeedsAlone(t *testing.T) {
	page, guide, chapter := newFile("/", "index.html", nil), newFile(meta.GuidePath, "guide.html", nil), newFile("/guide/x", "guide/x.html", nil)
	auditor, worker := newAsset("auditor.wasm", nil), fixedFile(meta.AuditorPath, nil)
	program, own, both := newAsset("app.wasm", nil), newAsset("guide.wasm", nil), newAsset("style.css", nil)
	narrowed := newTable("https://example.org", someAssets(t)).narrowed([]File{page, guide, chapter, program, own, both, auditor, worker})
	asks := func(from, to File) bool {
		return strings.Contains(value(narrowed.headers(from), "Connection-Allowlist"), `"https://example.org`+to.Path+`?"`)
	}
	for _, from := range []File{guide, chapter} {
		for to, want := range map[*File]bool{&page: true, &guide: true, &chapter: true, &own: true, &both: true, &program: false, &worker: true, &auditor: false} {
			assert.Equal(t, want, asks(from, *to), "%s to %s", from.Path, to.Path)
		}
	}
	for to, want := range map[*File]bool{&page: true, &guide: true, &chapter: false, &own: false, &both: true, &program: true, &worker: true, &auditor: false} {
		assert.Equal(t, want, asks(page, *to), "/ to %s", to.Path)
	}
	for to, want := range map[*File]bool{&page: false, &both: false, &auditor: true} {
		assert.Equal(t, want, asks(worker, *to), "auditor to %s", to.Path)
	}
}

// The element in the page and the header come from one table: the policy in the
// head is the header's, but for what browsers refuse there.
// The single file has one of its own.
func TestThePagesCarryThePolicyOfTheirHeader(t *testing.T) {
	policy := newTable("", someAssets(t)).policy
	for _, f := range builtSite(t).Files {
		if strings.HasSuffix(f.Name, ".html") && f.Path != meta.SinglePath {
			assert.Equal(t, policy.header(), value(f.Headers, "Content-Security-Policy"))
			assert.Contains(t, builtFile(t, f.Name), strings.ReplaceAll(policy.meta(), "'", "&#39;"))
		}
	}
}
