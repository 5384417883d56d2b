package hosts

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/app/verify"
)

func TestAHostDeliversTheBuildWithItsHeaders(t *testing.T) {
	onEveryHost(t, func(t *testing.T, address string, site meta.Site) {
		differences, err := verify.Site(t.Context(), address, site)
		require.NoError(t, err)
		for _, d := range differences {
			t.Error(d)
		}
	})
}

func TestAHostSendsTheStoredEncodingThatIsAskedFor(t *testing.T) {
	onEveryHost(t, func(t *testing.T, address string, site meta.Site) {
		for _, f := range site.Files {
			for accept, want := range map[string]string{
				"br": "br", "gzip": "gzip", "identity": "", "gzip, deflate, br": "br", "gzip, deflate, br, zstd": "br",
			} {
				if !slices.Contains(f.Encodings, want) {
					want = ""
				}
				if accept != "br" && accept != "gzip" && accept != "identity" && len(f.Encodings) == 1 {
					want = f.Encodings[0]
				}
				got := ask(t, "GET", address+f.Path, "Accept-Encoding", accept)
				assert.Equal(t, want, got.Header.Get("Content-Encoding"), "%s with %s", f.Path, accept)
			}
		}
	})
}

// Without Vary, a cache would hand out brotli to somebody who cannot read it.
func TestAHostSaysThatItHadAChoice(t *testing.T) {
	onEveryHost(t, func(t *testing.T, address string, site meta.Site) {
		for _, f := range site.Files {
			for _, accept := range []string{"br", "gzip", "identity"} {
				if len(f.Encodings) > 0 {
					got := ask(t, "GET", address+f.Path, "Accept-Encoding", accept)
					choice, _, _ := strings.Cut(got.Header.Get("Vary"), ", Available-Dictionary") // where the build knows an earlier one
					assert.Equal(t, "Accept-Encoding", choice, "%s with %s", f.Path, accept)
				}
			}
		}
	})
}

func TestAHostAnswersHeadLikeGetWithoutTheBody(t *testing.T) {
	onEveryHost(t, func(t *testing.T, address string, site meta.Site) {
		for _, path := range append([]string{"/no-such-page"}, paths(site)...) {
			get := ask(t, "GET", address+path, "Accept-Encoding", "br")
			head := ask(t, "HEAD", address+path, "Accept-Encoding", "br")
			assert.Equal(t, get.StatusCode, head.StatusCode, path)
			for _, name := range []string{"Date", "Content-Length"} {
				if name == "Date" || head.Header.Get(name) == "" { // may be left out: RFC 9110 §9.3.2
					get.Header.Del(name)
					head.Header.Del(name)
				}
			}
			assert.Equal(t, get.Header, head.Header, path)
			body, err := io.ReadAll(head.Body)
			require.NoError(t, err)
			assert.Empty(t, body, path)
		}
	})
}

func TestAHostRefusesOtherMethods(t *testing.T) {
	onEveryHost(t, func(t *testing.T, address string, site meta.Site) {
		for _, path := range []string{"/", meta.SumsPath, firstAsset(site)} {
			for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "INVENTED"} {
				got := ask(t, method, address+path)
				assert.Equal(t, http.StatusMethodNotAllowed, got.StatusCode, "%s %s", method, path)
				assert.Contains(t, []string{"GET, HEAD", ""}, got.Header.Get("Allow"), "nginx does not say what it allows")
				assert.Equal(t, "nosniff", got.Header.Get("X-Content-Type-Options"), "%s %s", method, path)
			}
		}
	})
}

func TestAHostTellsABrowserThatItHasTheFile(t *testing.T) {
	onEveryHost(t, func(t *testing.T, address string, site meta.Site) {
		for _, f := range site.Files {
			if f.Path == meta.NotFound.Path || f.Path == meta.ServiceWorkerPath {
				continue
			}
			tags := map[string]string{}
			for _, accept := range []string{"br", "gzip", "identity"} {
				first := ask(t, "GET", address+f.Path, "Accept-Encoding", accept)
				tag := first.Header.Get("ETag")
				require.NotEmpty(t, tag, f.Path)
				again := ask(t, "GET", address+f.Path, "Accept-Encoding", accept, "If-None-Match", tag)
				assert.Equal(t, http.StatusNotModified, again.StatusCode, "%s with %s", f.Path, accept)
				assert.Equal(t, first.Header.Get("Cache-Control"), again.Header.Get("Cache-Control"), f.Path)
				coding := first.Header.Get("Content-Encoding")
				other, known := tags[tag]
				assert.True(t, !known || other == coding, "%s: one tag for %q and %q", f.Path, other, coding)
				tags[tag] = coding
			}
		}
	})
}

func TestAHostCannotTellWhoAsksForTheServiceWorkerAgain(t *testing.T) {
	onEveryHost(t, func(t *testing.T, address string, site meta.Site) {
		for _, accept := range []string{"br", "gzip", "identity"} {
			got := ask(t, "GET", address+meta.ServiceWorkerPath, "Accept-Encoding", accept,
				"If-None-Match", "*", "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
			assert.Equal(t, http.StatusOK, got.StatusCode, accept)
			assert.Equal(t, []string{"no-store"}, got.Header.Values("Cache-Control"), accept)
			assert.Empty(t, got.Header.Values("ETag"), accept)
			assert.Empty(t, got.Header.Values("Last-Modified"), accept)
		}
	})
}

// A page that is not there answers 404 whatever a browser says it has or wants.
func TestAHostHasNothingUnderOtherPaths(t *testing.T) {
	onEveryHost(t, func(t *testing.T, address string, site meta.Site) {
		for _, path := range []string{
			"/no-such-page", "/assets/", "/assets/none.js", "/assets/../" + meta.SiteFile, "/" + meta.SiteFile,
			"/" + meta.DeployDir + "/_headers", "/.gitkeep", "/sbom/",
		} {
			got := ask(t, "GET", address+path, "If-None-Match", "*", "Range", "bytes=0-1")
			body, err := io.ReadAll(got.Body)
			require.NoError(t, err)
			assert.Equal(t, http.StatusNotFound, got.StatusCode, path)
			assert.Contains(t, string(body), "<title>"+meta.NotFound.Title+"</title>", path)
			assert.Equal(t, "DENY", got.Header.Get("X-Frame-Options"), path)
		}
	})
}

func TestAHostLeadsFromOtherSpellingsOfAPageToIt(t *testing.T) {
	onEveryHost(t, func(t *testing.T, address string, _ meta.Site) {
		spelled := map[string]string{"/index.html": "/", "/INDEX.HTML?a=b": "/?a=b", "/audit/?alg=HS512&x=%2F": "/audit?alg=HS512&x=%2F"}
		chapter := meta.Route{Path: meta.GuidePath + "/entropy"}
		for _, r := range append([]meta.Route{chapter}, meta.Routes[1:]...) {
			for _, path := range []string{r.Path + "/", strings.ToUpper(r.Path), "/" + strings.ToUpper(r.Path[1:2]) + r.Path[2:] + "/", r.Path + ".html", r.Path + ".HTML"} {
				spelled[path] = r.Path
			}
		}
		for path, want := range spelled {
			got := ask(t, "GET", address+path)
			assert.Equal(t, http.StatusPermanentRedirect, got.StatusCode, path)
			assert.Equal(t, want, got.Header.Get("Location"), path)
			assert.Equal(t, "DENY", got.Header.Get("X-Frame-Options"), path)
		}
		for _, path := range []string{"/audit.html/", "/audits", "/index/", "/xaudit"} {
			assert.Equal(t, http.StatusNotFound, ask(t, "GET", address+path).StatusCode, path)
		}
	})
}

func paths(site meta.Site) []string {
	var all []string
	for _, f := range site.Files {
		all = append(all, f.Path)
	}
	return all
}

func firstAsset(site meta.Site) string {
	all := paths(site)
	return all[slices.IndexFunc(all, func(p string) bool { return strings.HasPrefix(p, meta.AssetPrefix) })]
}
