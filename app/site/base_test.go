package site

import (
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"jwtsecret/app/meta"
)

func TestABaseIsAPathThatStandsForItself(t *testing.T) {
	for given, want := range map[string]string{
		"": "", "/": "", "/jwtsecret/": "/jwtsecret", "/tools/jwt/": "/tools/jwt", "/~me/a.b_c-2/": "/~me/a.b_c-2",
	} {
		got, err := parseBase(given)
		assert.NoError(t, err, given)
		assert.Equal(t, want, got, given)
	}
	for _, given := range []string{
		"tools", "/tools", "tools/", "//", "//elsewhere.test/", "/a//b/", "/../", "/a/./", "/.git/", "/a b/", "/a%2fb/", `/a"/`, "/a;b/", "/a:/", "/a{/", "/ä/", "/a/\n",
	} {
		_, err := parseBase(given)
		assert.ErrorIs(t, err, ErrBase, given)
	}
	_, err := Build(Options{Root: t.TempDir(), Out: t.TempDir(), Base: "/tools"})
	assert.ErrorIs(t, err, ErrBase, "before anything is compiled")
}

// withBase returns the site, all but its programs, for the base /tools/jwt/.
func withBase(t *testing.T, origin string) []File {
	t.Helper()
	c := noPrograms
	c.base = "/tools/jwt"
	files, _, err := assemble(Options{Root: root, Origin: origin}, c)
	require.NoError(t, err)
	return files
}

func fileAt(t *testing.T, files []File, path string) File {
	t.Helper()
	i := slices.IndexFunc(files, func(f File) bool { return f.At() == path })
	require.GreaterOrEqual(t, i, 0, path)
	return files[i]
}

func TestEveryFileOfASiteWithABaseIsBelowItUnderTheSameName(t *testing.T) {
	atRoot, _, err := assemble(Options{Root: root}, noPrograms)
	require.NoError(t, err)
	files := withBase(t, "")
	require.Len(t, files, len(atRoot))
	fixed := func(files []File) (names []string) {
		for _, f := range files {
			if !f.hashed() || path.Ext(f.Name) == ".wasm" { // the programs are the same ones
				names = append(names, f.Name)
			}
		}
		return names
	}
	assert.Equal(t, fixed(atRoot), fixed(files))
	for _, f := range files {
		assert.Equal(t, "/tools/jwt"+f.Path, f.At())
	}
}

// pathIn finds what could be a path of the site in a text.
var pathIn = regexp.MustCompile(`["'(]/[0-9A-Za-z][^"'()\s]*|["'(]/["'?]`)

func TestNoPageOrScriptLeadsOutOfTheBase(t *testing.T) {
	files := withBase(t, "")
	ours := map[string]bool{}
	for _, f := range files {
		ours[f.Path] = f.Path != "/" // which other texts hold too: see the next test
	}
	found := 0
	for _, f := range files {
		if ext := path.Ext(f.Name); ext == ".png" || ext == ".wasm" || f.Path == meta.SinglePath { // which is no part of a site
			continue
		}
		for _, quoted := range pathIn.FindAllString(string(f.Body), -1) {
			to, _, _ := strings.Cut(strings.TrimRight(quoted[1:], `"'?`), "?")
			to, _, _ = strings.Cut(to, "#")
			if strings.HasPrefix(to, "/tools/jwt/") {
				found++
				continue
			}
			// The guide's program adds the base to what its search finds, and to where it looks.
			search := path.Ext(f.Name) == ".json" || f.page() && to == assetPath(t, files, "guide.json")
			assert.True(t, !ours[to] || search, "%s leads to %s", f.Name, quoted)
		}
	}
	assert.Greater(t, found, 500)
}

func TestEveryLinkOfAPageIsBelowTheBase(t *testing.T) {
	links := 0
	for _, f := range withBase(t, "") {
		if path.Ext(f.Name) != ".html" || f.Path == meta.SinglePath {
			continue
		}
		doc, err := html.Parse(strings.NewReader(string(f.Body)))
		require.NoError(t, err)
		for _, n := range elements(doc) {
			for _, a := range n.Attr {
				if a.Key == "href" || a.Key == "src" {
					links++
					assert.Regexp(t, `^(#|/tools/jwt/)`, a.Val, "%s in %s", n.Data, f.Name)
				}
			}
		}
	}
	assert.Greater(t, links, 300)
}

func TestTheManifestStartsBelowTheBase(t *testing.T) {
	var m webManifest
	require.NoError(t, json.Unmarshal(fileAt(t, withBase(t, ""), "/tools/jwt"+meta.ManifestPath).Body, &m))
	for _, address := range []string{m.ID, m.StartURL, m.Scope} {
		assert.Equal(t, "/tools/jwt/", address)
	}
	assert.Equal(t, "/tools/jwt/?alg=HS256", m.Shortcuts[0].URL)
	for _, image := range slices.Concat(m.Icons, m.Screenshots, m.Shortcuts[0].Icons) {
		assert.True(t, strings.HasPrefix(image.Src, "/tools/jwt/assets/"), image.Src)
	}
}

func TestTheServiceWorkerStoresWhatIsBelowTheBase(t *testing.T) {
	files := withBase(t, "")
	script := string(fileAt(t, files, "/tools/jwt"+meta.ServiceWorkerPath).Body)
	_, text, _ := strings.Cut(script, "(/** @type {unknown} */ (")
	var s serviceWorkerSite
	require.NoError(t, json.NewDecoder(strings.NewReader(text)).Decode(&s))
	assert.Equal(t, "/tools/jwt/404", s.NotFound)
	assert.Contains(t, s.Pages, "/tools/jwt/")
	assert.Contains(t, s.Pages, "/tools/jwt/guide/entropy")
	assert.Len(t, s.Files, len(files)-2, "all but the worker itself and the single file")
	assert.Equal(t, "/tools/jwt"+meta.SinglePath, s.Single)
	for stored := range s.Files {
		assert.True(t, strings.HasPrefix(stored, "/tools/jwt/"), stored)
	}
	boot := string(fileAt(t, files, "/tools/jwt"+assetPath(t, files, "boot.js")).Body)
	assert.Contains(t, boot, `const BASE = "/tools/jwt/";`)
	assert.Contains(t, boot, `const CACHES = "`+s.Prefix+`";`, "the page clears what the worker stores")
}

// assetPath returns the path of an asset, as at the root.
func assetPath(t *testing.T, files []File, name string) string {
	t.Helper()
	first, ext, _ := strings.Cut(name, ".")
	i := slices.IndexFunc(files, func(f File) bool {
		return strings.HasPrefix(f.Path, meta.AssetPrefix+first+".") && path.Ext(f.Name) == "."+ext
	})
	require.GreaterOrEqual(t, i, 0, name)
	return files[i].Path
}

// A worker deletes the caches whose names begin with its prefix.
func TestNoSiteOfAnOriginDeletesTheCachesOfAnother(t *testing.T) {
	bases := []string{"", "/a", "/a/b", "/a-", "/a-b", "/a/-", "/jwtsecret", "/b", "/-"}
	for _, one := range bases {
		for _, other := range bases {
			stored := cachePrefix(other) + "0123456789abcdef"
			assert.Equal(t, one == other, strings.HasPrefix(stored, cachePrefix(one)), "%q and %q", one, other)
		}
	}
	assert.Equal(t, "jwtsecret-", cachePrefix(""))
}

func TestPoliciesOfAKnownOriginNameWhatIsBelowTheBase(t *testing.T) {
	elsewhere := regexp.MustCompile(`https://example\.org(/tools/jwt/)?`)
	for _, f := range withBase(t, "https://example.org") {
		named := 0
		for _, h := range f.Headers {
			for _, address := range elsewhere.FindAllString(h.Value, -1) {
				assert.Equal(t, "https://example.org/tools/jwt/", address, "%s of %s", h.Name, f.Name)
				named++
			}
		}
		if f.page() {
			assert.Greater(t, named, 20, f.Name)
			assert.Contains(t, string(f.Body), `<link href="https://example.org`+f.At()+`" rel="canonical"/>`)
		}
	}
}

func TestABootScriptThatDoesNotKnowItsBaseStopsTheBuild(t *testing.T) {
	_, err := bootScript([]byte(`const CACHES = "jwtsecret-";`), "/a")
	assert.ErrorIs(t, err, ErrPatch)
	_, err = bootScript([]byte(`const BASE = "/";`), "/a")
	assert.ErrorIs(t, err, ErrPatch)
}

// Whoever has the file from one site can compare it with the hash that another one names.
func TestTheSingleFileIsTheSameWhereverTheSiteIs(t *testing.T) {
	atRoot, _, err := assemble(Options{Root: root}, noPrograms)
	require.NoError(t, err)
	one, other := fileAt(t, atRoot, meta.SinglePath), fileAt(t, withBase(t, "https://example.org"), "/tools/jwt"+meta.SinglePath)
	assert.Equal(t, one.SHA256, other.SHA256)
}
