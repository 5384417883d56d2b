package hosts

import (
	"io"
	"net/http"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/app/server"
	"jwtsecret/app/verify"
)

func TestAHostServesASiteBelowItsBase(t *testing.T) {
	const base = "/tools/jwt.next"
	dist := Build(t, "-base", base+"/")
	build, err := server.Load(os.DirFS(dist))
	require.NoError(t, err)
	for name, start := range hosts {
		t.Run(name, func(t *testing.T) {
			address := start(t, dist)
			differences, err := verify.Site(t.Context(), address+base+"/", build.Site())
			require.NoError(t, err)
			for _, d := range differences {
				t.Error(d)
			}
			for path, want := range map[string]string{
				base: base + "/", base + "?alg=HS512": base + "/?alg=HS512", base + "/index.html": base + "/",
				base + "/trust/": base + "/trust", base + "/TRUST?a=b": base + "/trust?a=b", base + "/guide/entropy.html": base + "/guide/entropy",
			} {
				got := ask(t, "GET", address+path)
				assert.Equal(t, http.StatusPermanentRedirect, got.StatusCode, path)
				assert.Equal(t, want, got.Header.Get("Location"), path)
				assert.Equal(t, "DENY", got.Header.Get("X-Frame-Options"), path)
			}
			for _, path := range []string{"/none", "/assets/", "/assets/none.js", "/assets/../site.json", "/site.json", "/.gitkeep", "/trust.html/"} {
				got := ask(t, "GET", address+base+path)
				body, err := io.ReadAll(got.Body)
				require.NoError(t, err)
				assert.Equal(t, http.StatusNotFound, got.StatusCode, path)
				assert.Contains(t, string(body), "<title>"+meta.NotFound.Title+"</title>", path)
				assert.Equal(t, "DENY", got.Header.Get("X-Frame-Options"), path)
			}
			for _, path := range []string{"/trust", meta.ServiceWorkerPath, "/tools/jwtXnext/trust", "/tools/jwt.nexttrust"} {
				assert.Equal(t, http.StatusNotFound, ask(t, "GET", address+path).StatusCode, "%s is of somebody else", path)
			}
			for _, encoding := range []string{"br", "gzip", ""} {
				got := ask(t, "GET", address+build.Site().At(firstAsset(meta.Site{Files: local(build.Site())})), "Accept-Encoding", encoding)
				assert.Equal(t, encoding, got.Header.Get("Content-Encoding"))
			}
		})
	}
}

// local returns the files of a site under the paths that they would have at the root, less
// those that are stored in one encoding alone.
func local(site meta.Site) (files []meta.File) {
	for _, f := range site.Files {
		if f.Path = site.Within(f.Path); len(f.Encodings) == 2 {
			files = append(files, f)
		}
	}
	return files
}
