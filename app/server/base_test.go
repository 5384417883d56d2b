package server

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// basedSite is the site of the other tests as a build for /Tools/jwt/ describes it: its
// files have the same names, and other paths.
func basedSite() meta.Site {
	site := newSite()
	site.Base = "/Tools/jwt"
	for i := range site.Files {
		site.Files[i].Path = site.Base + site.Files[i].Path
	}
	return site
}

func TestASiteWithABaseIsServedThereAndNowhereElse(t *testing.T) {
	site := basedSite()
	h, err := Load(build(t, site))
	require.NoError(t, err)
	ask := serve(t, h)
	for path, text := range content {
		if path == meta.NotFound.Path {
			continue
		}
		a := ask(request("GET", "/Tools/jwt"+path))
		assert.Equal(t, http.StatusOK, a.StatusCode, path)
		assert.Equal(t, text, a.body, path)
	}
	for _, path := range []string{"/", "/trust", "/Tools", "/Tools/", "/Tools/jwt/404", "/Tools/jwt/none", "/Tools/jwttrust", "/robots.txt"} {
		a := ask(request("GET", path))
		assert.Equal(t, http.StatusNotFound, a.StatusCode, path)
		assert.Equal(t, content[meta.NotFound.Path], a.body, path)
		assert.Equal(t, "no-store", a.Header.Get("Cache-Control"), path)
		assertPolicies(t, a)
	}
	assert.Equal(t, "ok\n", ask(request("GET", HealthPath)).body, "who looks after the process need not know the base")
}

func TestOtherSpellingsLeadToAPageBelowTheBase(t *testing.T) {
	h, err := Load(build(t, basedSite()))
	require.NoError(t, err)
	ask := serve(t, h)
	for target, want := range map[string]string{
		"/Tools/jwt":               "/Tools/jwt/",
		"/tools/JWT?alg=HS512":     "/Tools/jwt/?alg=HS512",
		"/tools/jwt/":              "/Tools/jwt/",
		"/Tools/jwt/index.html":    "/Tools/jwt/",
		"/Tools/jwt/trust/":        "/Tools/jwt/trust",
		"/Tools/jwt/Trust.html?a":  "/Tools/jwt/trust?a",
		"/tools/jwt/trust?a=%2Fb#": "/Tools/jwt/trust?a=%2Fb",
	} {
		a := ask(request("GET", strings.TrimSuffix(target, "#")))
		assert.Equal(t, http.StatusPermanentRedirect, a.StatusCode, target)
		assert.Equal(t, want, a.Header.Get("Location"), target)
	}
}

func TestAFileOutsideOfTheBaseIsRefused(t *testing.T) {
	for _, path := range []string{"/trust", "/Tools/jwttrust", "/Tools/jwt", "/Tools/jwt/../trust"} {
		site := basedSite()
		site.Files[len(site.Files)-1].Path = path
		_, err := Load(build(t, site))
		assert.ErrorIs(t, err, ErrInvalidSite, path)
	}
}
