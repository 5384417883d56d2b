package server

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

func TestWithoutADescriptionTheSiteIsNotBuilt(t *testing.T) {
	_, err := Load(fstest.MapFS{".gitkeep": {}})
	assert.ErrorIs(t, err, ErrNotBuilt)
}

func TestFilesAreReadOnceAndKept(t *testing.T) {
	fsys := build(t, newSite())
	h, err := Load(fsys)
	require.NoError(t, err)
	clear(fsys)
	assert.Equal(t, content["/"], serve(t, h)(request("GET", "/")).body)
}

func TestASiteThatIsNotAsDescribedIsRefused(t *testing.T) {
	for flaw, spoil := range map[string]func(*meta.Site, fstest.MapFS){
		"changed byte":     func(_ *meta.Site, fsys fstest.MapFS) { fsys["site/trust.html"].Data[0] ^= 1 },
		"wrong size":       func(site *meta.Site, _ fstest.MapFS) { site.Files[0].Size++ },
		"another hash":     func(site *meta.Site, _ fstest.MapFS) { site.Files[0].SHA256 = "AB" + site.Files[0].SHA256[2:] },
		"missing file":     func(_ *meta.Site, fsys fstest.MapFS) { delete(fsys, "site/trust.html") },
		"missing encoding": func(_ *meta.Site, fsys fstest.MapFS) { delete(fsys, "site/trust.html.br") },
		"file outside": func(site *meta.Site, fsys fstest.MapFS) {
			fsys["outside.txt"] = fsys["site/robots.txt"]
			site.Files[3].Name = "../outside.txt"
		},
		"no type":           func(site *meta.Site, _ fstest.MapFS) { site.Files[0].Headers = site.Files[0].Headers[1:] },
		"no not-found page": func(site *meta.Site, _ fstest.MapFS) { site.Files[1].Path = "/405" },
		"path twice":        func(site *meta.Site, _ fstest.MapFS) { site.Files = append(site.Files, site.Files[0]) },
		"not found twice":   func(site *meta.Site, _ fstest.MapFS) { site.Files = append(site.Files, site.Files[1]) },
		"reserved path":     func(site *meta.Site, _ fstest.MapFS) { site.Files[0].Path = HealthPath },
		"no path":           func(site *meta.Site, _ fstest.MapFS) { site.Files[0].Path = "" },
		"relative path":     func(site *meta.Site, _ fstest.MapFS) { site.Files[0].Path = "trust" },
		"path with dots":    func(site *meta.Site, _ fstest.MapFS) { site.Files[0].Path = "/a/../b" },
		"path with a space": func(site *meta.Site, _ fstest.MapFS) { site.Files[0].Path = "/a b" },
		"path of a host":    func(site *meta.Site, _ fstest.MapFS) { site.Files[0].Path = "//elsewhere.test" },
		"slash at the end":  func(site *meta.Site, _ fstest.MapFS) { site.Files[0].Path = "/a/" },
	} {
		site := newSite()
		fsys := build(t, site)
		spoil(&site, fsys)
		fsys[meta.SiteFile] = describe(t, site)
		_, err := Load(fsys)
		assert.ErrorIs(t, err, ErrInvalidSite, flaw)
	}
	_, err := Load(fstest.MapFS{meta.SiteFile: {Data: []byte("{")}})
	assert.ErrorIs(t, err, ErrInvalidSite)
}

func TestTheReasonIsTold(t *testing.T) {
	fsys := build(t, newSite())
	delete(fsys, "site/trust.html.br")
	_, err := Load(fsys)
	assert.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorContains(t, err, `"/trust"`)
}

func TestFilesThatAreNotListedAreNotServed(t *testing.T) {
	fsys := build(t, newSite())
	fsys["site/draft.txt"] = &fstest.MapFile{Data: []byte("draft")}
	h, err := Load(fsys)
	require.NoError(t, err)
	assert.Equal(t, 404, serve(t, h)(request("GET", "/draft.txt")).StatusCode)
}
