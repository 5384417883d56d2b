package site

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"image/png"
	"text/template"

	"jwtsecret/app/meta"
)

//go:embed manifest.json
var manifestSource string

// manifestTemplate is the web application manifest: what an installed site is
// called, looks like and starts with.
var manifestTemplate = template.Must(template.New("manifest").Funcs(template.FuncMap{
	"json": jsonText,
	"size": pixels,
}).Parse(manifestSource))

func manifest(a assets) ([]byte, error) {
	var text bytes.Buffer
	err := manifestTemplate.Execute(&text, struct {
		Base                      string
		Name, Description, Colour string
		Icons, Screenshots        map[string]File
		Algorithms                []string // each has an entry in the menu of the icon
	}{a.base, meta.Name, meta.Description, lightColour, a.icons, a.screenshots, []string{"HS256", "HS384", "HS512"}})
	return text.Bytes(), err
}

func jsonText(s string) (string, error) {
	text, err := json.Marshal(s)
	return string(text), err
}

// pixels returns the size that a picture tells of itself: an install dialog drops
// a picture whose size is not the one announced.
func pixels(picture File) (string, error) {
	size, err := png.DecodeConfig(bytes.NewReader(picture.Body))
	return fmt.Sprintf("%dx%d", size.Width, size.Height), err
}
