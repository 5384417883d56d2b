package site

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

func picture(t *testing.T, width, height int) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, image.NewGray(image.Rect(0, 0, width, height))))
	return out.Bytes()
}

// webManifest is what the tests read of a manifest, as a browser would.
type webManifest struct {
	ID          string
	ShortName   string `json:"short_name"`
	Description string
	StartURL    string `json:"start_url"`
	Scope       string
	Display     string
	Icons       []webImage
	Shortcuts   []struct {
		URL   string
		Icons []webImage
	}
	Screenshots []webImage
}

type webImage struct {
	Src, Sizes, Type, Purpose, Label string
	FormFactor                       string `json:"form_factor"`
}

func manifestOf(t *testing.T, a assets) webManifest {
	t.Helper()
	text, err := manifest(a)
	require.NoError(t, err)
	var m webManifest
	require.NoError(t, json.Unmarshal(text, &m))
	return m
}

func TestTheManifestMakesTheSiteInstallable(t *testing.T) {
	m := manifestOf(t, someAssets(t))
	assert.Equal(t, "/", m.ID)
	assert.Equal(t, "/", m.StartURL)
	assert.Equal(t, "/", m.Scope)
	assert.Equal(t, "standalone", m.Display)
	assert.Equal(t, meta.Name, m.ShortName)
	assert.Equal(t, meta.Description, m.Description)
	purposes := map[string]string{}
	for _, icon := range m.Icons {
		purposes[icon.Sizes+" "+icon.Purpose] = icon.Type
	}
	assert.Equal(t, map[string]string{
		"any any": "image/svg+xml", "192x192 any": "image/png", "512x512 any": "image/png", "512x512 maskable": "image/png",
	}, purposes)
}

func TestAnIconHasTheSizeThatTheManifestTells(t *testing.T) {
	a := someAssets(t)
	bodies := map[string][]byte{}
	for _, f := range a.images() {
		bodies[f.Path] = f.Body
	}
	for _, icon := range manifestOf(t, a).Icons {
		require.Contains(t, bodies, icon.Src)
		if icon.Type == "image/png" {
			size, err := png.DecodeConfig(bytes.NewReader(bodies[icon.Src]))
			require.NoError(t, err)
			side := map[int]string{192: "192x192", 512: "512x512"}[size.Width]
			assert.Equal(t, side, icon.Sizes)
			assert.Equal(t, size.Width, size.Height)
		}
	}
}

func TestEachAlgorithmHasAShortcut(t *testing.T) {
	var algorithms []string
	for _, s := range manifestOf(t, someAssets(t)).Shortcuts {
		u, err := url.Parse(s.URL)
		require.NoError(t, err)
		assert.Equal(t, "/", u.Path)
		assert.Len(t, s.Icons, 1)
		algorithms = append(algorithms, u.Query().Get("alg"))
	}
	assert.Equal(t, []string{"HS256", "HS384", "HS512"}, algorithms)
}

func TestScreenshotsTellTheirOwnSize(t *testing.T) {
	a := someAssets(t)
	a.screenshots = map[string]File{
		"wide.png":   newAsset("screenshot-wide.png", picture(t, 80, 36)),
		"narrow.png": newAsset("screenshot-narrow.png", picture(t, 36, 80)),
	}
	shots := manifestOf(t, a).Screenshots
	require.Len(t, shots, 2)
	for i, size := range map[int]string{0: "80x36", 1: "36x80"} {
		assert.Equal(t, size, shots[i].Sizes)
		assert.Equal(t, []string{"wide", "narrow"}[i], shots[i].FormFactor)
		assert.True(t, strings.HasPrefix(shots[i].Src, "/assets/screenshot-"+shots[i].FormFactor+"."))
		assert.Equal(t, "image/png", shots[i].Type)
		assert.NotEmpty(t, shots[i].Label)
	}
}

func TestAScreenshotThatIsNoPictureIsReported(t *testing.T) {
	a := someAssets(t)
	a.screenshots["wide.png"] = newAsset("screenshot-wide.png", []byte("abc"))
	_, err := manifest(a)
	assert.ErrorContains(t, err, "wide.png")
}
