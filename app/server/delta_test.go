package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// The dictionary of RFC 9842's own examples of Available-Dictionary, by its hash.
const exampleDictionary = ":pZGm1Av0IEBKARczz7exkNYsZb8LzaMrV7J32a2fFG4=:"

// changed stands for a stream of dcb: the server does not look beyond its head.
var changed = map[string][]byte{}

func hashOf(t *testing.T, header string) string {
	t.Helper()
	hash, err := base64.StdEncoding.DecodeString(header[1 : len(header)-1])
	require.NoError(t, err)
	return hex.EncodeToString(hash)
}

// headerOfDictionary writes Available-Dictionary for a dictionary of these bytes.
func headerOfDictionary(bytes string) string {
	sum := sha256.Sum256([]byte(bytes))
	return ":" + base64.StdEncoding.EncodeToString(sum[:]) + ":"
}

// changedSite is the site of the other tests, whose program is stored as what has changed
// since two earlier versions.
func changedSite(t *testing.T) (meta.Site, fstest.MapFS) {
	t.Helper()
	site := newSite()
	fsys := build(t, site)
	for i := range site.Files {
		f := &site.Files[i]
		if f.Path != wasmPath {
			continue
		}
		f.Dictionary = `match="app.*.wasm"`
		for _, header := range []string{exampleDictionary, headerOfDictionary("the one before")} {
			earlier := hashOf(t, header)
			hash, err := hex.DecodeString(earlier)
			require.NoError(t, err)
			changed[header] = bytes.Join([][]byte{[]byte("\xffDCB"), hash, []byte("since " + earlier)}, nil)
			f.Deltas = append(f.Deltas, earlier)
			fsys["deltas/assets/app.0123456789ab.wasm."+earlier[:12]+".dcb"] = &fstest.MapFile{Data: changed[header]}
		}
	}
	fsys[meta.SiteFile] = describe(t, site)
	return site, fsys
}

func loadChanged(t *testing.T) *Handler {
	t.Helper()
	_, fsys := changedSite(t)
	h, err := Load(fsys)
	require.NoError(t, err)
	return h
}

func TestWhoHasAnEarlierVersionGetsWhatHasChanged(t *testing.T) {
	ask := serve(t, loadChanged(t))
	for _, available := range []string{exampleDictionary, headerOfDictionary("the one before")} {
		for _, accept := range []string{"gzip, deflate, br, zstd, dcb, dcz", "dcb", "br, dcb", "br;q=0.9, DCB;q=0.9"} {
			a := ask(request("GET", wasmPath, "Accept-Encoding: "+accept, "Available-Dictionary: "+available))
			assert.Equal(t, "dcb", a.Header.Get("Content-Encoding"), accept)
			assert.Equal(t, string(changed[available]), a.body, accept)
			assert.Equal(t, "Accept-Encoding, Available-Dictionary", a.Header.Get("Vary"), accept)
			assert.Equal(t, `match="app.*.wasm"`, a.Header.Get("Use-As-Dictionary"), "the new version is the next one's dictionary")
			assert.NotEqual(t, ask(request("GET", wasmPath, "Accept-Encoding: br")).Header.Get("ETag"), a.Header.Get("ETag"))
			assertPolicies(t, a)
		}
	}
}

func TestWhoHasNoneOfThemGetsTheWhole(t *testing.T) {
	ask := serve(t, loadChanged(t))
	const all = "gzip, deflate, br, zstd, dcb, dcz"
	digits := exampleDictionary[1 : len(exampleDictionary)-1]
	for name, lines := range map[string][]string{
		"no dictionary":      {"Accept-Encoding: " + all},
		"another":            {"Accept-Encoding: " + all, "Available-Dictionary: " + headerOfDictionary("another")},
		"dcb not accepted":   {"Accept-Encoding: gzip, br", "Available-Dictionary: " + exampleDictionary},
		"dcb refused":        {"Accept-Encoding: br, dcb;q=0", "Available-Dictionary: " + exampleDictionary},
		"br preferred":       {"Accept-Encoding: br, dcb;q=0.5", "Available-Dictionary: " + exampleDictionary},
		"a string":           {"Accept-Encoding: " + all, `Available-Dictionary: "` + digits + `"`},
		"no colons":          {"Accept-Encoding: " + all, "Available-Dictionary: " + digits},
		"not closed":         {"Accept-Encoding: " + all, "Available-Dictionary: :" + digits},
		"something after it": {"Accept-Encoding: " + all, "Available-Dictionary: " + exampleDictionary + "x"},
		"hexadecimal":        {"Accept-Encoding: " + all, "Available-Dictionary: :" + hashOf(t, exampleDictionary) + ":"},
		"twice":              {"Accept-Encoding: " + all, "Available-Dictionary: " + exampleDictionary, "Available-Dictionary: " + exampleDictionary},
		"a list":             {"Accept-Encoding: " + all, "Available-Dictionary: " + exampleDictionary + ", " + exampleDictionary},
		"empty":              {"Accept-Encoding: " + all, "Available-Dictionary: "},
		"no bytes":           {"Accept-Encoding: " + all, "Available-Dictionary: ::"},
	} {
		a := ask(request("GET", wasmPath, lines...))
		assert.Equal(t, "br", a.Header.Get("Content-Encoding"), name)
		assert.Equal(t, content[wasmPath], decompress(t, "br", []byte(a.body)), name)
		assert.Equal(t, "Accept-Encoding, Available-Dictionary", a.Header.Get("Vary"), name)
	}
	a := ask(request("GET", wasmPath, "Accept-Encoding: "+all, "Available-Dictionary: "+exampleDictionary+";later=1"))
	assert.Equal(t, "dcb", a.Header.Get("Content-Encoding"), "parameters mean nothing")
}

func TestOnlyADictionaryIsOfferedAsOne(t *testing.T) {
	ask := serve(t, loadChanged(t))
	for _, path := range []string{"/", "/robots.txt", "/nowhere"} {
		a := ask(request("GET", path, "Accept-Encoding: br, dcb", "Available-Dictionary: "+exampleDictionary))
		assert.Empty(t, a.Header.Values("Use-As-Dictionary"), path)
		assert.NotContains(t, a.Header.Get("Vary"), "Dictionary", path)
	}
}

func TestPartsAndConditionsAreThoseOfWhatHasChanged(t *testing.T) {
	ask := serve(t, loadChanged(t))
	lines := []string{"Accept-Encoding: br, dcb", "Available-Dictionary: " + exampleDictionary}
	whole := ask(request("GET", wasmPath, lines...))
	part := ask(request("GET", wasmPath, append(lines, "Range: bytes=3-11", "If-Range: "+whole.Header.Get("ETag"))...))
	assert.Equal(t, 206, part.StatusCode)
	assert.Equal(t, whole.body[3:12], part.body)
	assert.Empty(t, part.Header.Values("Use-As-Dictionary"), "a part is no dictionary")
	for _, line := range []string{"Range: bytes=999999-", `If-Match: "other"`} {
		assert.Empty(t, ask(request("GET", wasmPath, append(lines, line)...)).Header.Values("Use-As-Dictionary"), "nor is an error")
	}
	assert.Equal(t, 304, ask(request("GET", wasmPath, append(lines, "If-None-Match: "+whole.Header.Get("ETag"))...)).StatusCode)
}

func TestChangesThatAreNotAsDescribedAreRefused(t *testing.T) {
	name := "deltas/assets/app.0123456789ab.wasm." + hashOf(t, exampleDictionary)[:12] + ".dcb"
	for flaw, spoil := range map[string]func(*meta.File, fstest.MapFS){
		"missing":            func(_ *meta.File, fsys fstest.MapFS) { delete(fsys, name) },
		"another magic":      func(_ *meta.File, fsys fstest.MapFS) { fsys[name].Data[3] = 'Z' },
		"another dictionary": func(_ *meta.File, fsys fstest.MapFS) { fsys[name].Data[4] ^= 1 },
		"cut off":            func(_ *meta.File, fsys fstest.MapFS) { fsys[name].Data = fsys[name].Data[:20] },
		"no hash":            func(f *meta.File, _ fstest.MapFS) { f.Deltas[0] = "../../outside" },
		"short hash":         func(f *meta.File, _ fstest.MapFS) { f.Deltas[0] = "00" },
	} {
		site, fsys := changedSite(t)
		for i := range site.Files {
			if site.Files[i].Path == wasmPath {
				spoil(&site.Files[i], fsys)
			}
		}
		fsys[meta.SiteFile] = describe(t, site)
		_, err := Load(fsys)
		assert.ErrorIs(t, err, ErrInvalidSite, flaw)
	}
}
