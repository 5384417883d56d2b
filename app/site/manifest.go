package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/png"

	"jwtsecret/app/meta"
)

// webManifest is a web application manifest: what an installed site is called,
// looks like and starts with.
type webManifest struct {
	ID              string        `json:"id"`
	Name            string        `json:"name"`
	ShortName       string        `json:"short_name"`
	Description     string        `json:"description"`
	Lang            string        `json:"lang"`
	StartURL        string        `json:"start_url"`
	Scope           string        `json:"scope"`
	Display         string        `json:"display"`
	BackgroundColor string        `json:"background_color"`
	ThemeColor      string        `json:"theme_color"`
	Categories      []string      `json:"categories"`
	Icons           []webImage    `json:"icons"`
	Shortcuts       []webShortcut `json:"shortcuts"`
	Screenshots     []webImage    `json:"screenshots,omitempty"`
}

// webImage is an icon or a screenshot. Purpose is for icons; FormFactor and
// Label are for screenshots.
type webImage struct {
	Src        string `json:"src"`
	Sizes      string `json:"sizes"`
	Type       string `json:"type"`
	Purpose    string `json:"purpose,omitempty"`
	FormFactor string `json:"form_factor,omitempty"`
	Label      string `json:"label,omitempty"`
}

// webShortcut is an entry of the menu that an installed site's icon has.
type webShortcut struct {
	Name  string     `json:"name"`
	URL   string     `json:"url"`
	Icons []webImage `json:"icons"`
}

func manifest(a assets) ([]byte, error) {
	shots, err := shotImages(a)
	if err != nil {
		return nil, err
	}
	return json.MarshalIndent(webManifest{
		ID:              "/",
		Name:            "JWT secret generator",
		ShortName:       meta.Name,
		Description:     meta.Description,
		Lang:            "en",
		StartURL:        "/",
		Scope:           "/",
		Display:         "standalone",
		BackgroundColor: lightColour,
		ThemeColor:      lightColour,
		Categories:      []string{"security", "utilities"},
		Icons:           iconImages(a),
		Shortcuts:       shortcuts(a),
		Screenshots:     shots,
	}, "", "  ")
}

func iconImages(a assets) []webImage {
	return []webImage{
		{Src: a.icons["icon.svg"].Path, Sizes: "any", Type: "image/svg+xml", Purpose: "any"},
		{Src: a.icons["icon-192.png"].Path, Sizes: "192x192", Type: "image/png", Purpose: "any"},
		{Src: a.icons["icon-512.png"].Path, Sizes: "512x512", Type: "image/png", Purpose: "any"},
		{Src: a.icons["maskable-512.png"].Path, Sizes: "512x512", Type: "image/png", Purpose: "maskable"},
	}
}

func shortcuts(a assets) []webShortcut {
	icon := []webImage{{Src: a.icons["icon-192.png"].Path, Sizes: "192x192", Type: "image/png"}}
	var list []webShortcut
	for _, alg := range []string{"HS256", "HS384", "HS512"} {
		list = append(list, webShortcut{Name: "New " + alg + " secret", URL: "/?alg=" + alg, Icons: icon})
	}
	return list
}

// shotImages describes the screenshots that exist, with the sizes that the
// files themselves tell: an install dialog drops a picture whose size is not
// the one announced.
func shotImages(a assets) ([]webImage, error) {
	var shots []webImage
	for _, shot := range []webImage{
		{Src: "wide.png", FormFactor: "wide", Label: "A new secret on a wide screen"},
		{Src: "narrow.png", FormFactor: "narrow", Label: "A new secret on a phone"},
	} {
		file, ok := a.screenshots[shot.Src]
		if !ok {
			continue
		}
		size, err := png.DecodeConfig(bytes.NewReader(file.Body))
		if err != nil {
			return nil, fmt.Errorf("screenshot %s: %w", shot.Src, err)
		}
		shot.Src, shot.Sizes, shot.Type = file.Path, fmt.Sprintf("%dx%d", size.Width, size.Height), "image/png"
		shots = append(shots, shot)
	}
	return shots, nil
}
