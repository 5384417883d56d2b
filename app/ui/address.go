package ui

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/meta"
)

// What a page takes from its address: the settings of the generator that it has, too.

// takes lists them by page. The generator itself has all, and speaks of mistakes beside
// its fields.
var takes = map[string][]string{
	meta.BulkPath:   {paramAlgorithm, paramSize, paramFormat},
	meta.RotatePath: {paramAlgorithm},
}

// params are the settings in an address, with their fields.
var params = []struct {
	name  string
	field field
}{{paramPreset, fieldPreset}, {paramAlgorithm, fieldAlgorithm}, {paramSize, fieldSize}, {paramFormat, fieldFormat}, {paramCount, fieldCount}}

// soundSettings reads the settings of one secret from a query, with the default in the
// place of each that is wrong.
func soundSettings(query string) settings {
	values, _ := url.ParseQuery(query)
	s := settingsFor("", values) // a product is for the generator alone
	s.count = "1"
	_, wrong := s.check()
	if wrong[fieldAlgorithm] != "" {
		s.algorithm = defaultAlgorithm.String()
	}
	if wrong[fieldFormat] != "" {
		s.format = readSettings("").format
	}
	if wrong[fieldSize] != "" {
		s.size = strconv.Itoa(s.minSize())
	}
	return s
}

// leftOut returns the names of the settings in an address that its page does not take,
// because it has none of that name or because of the value.
func leftOut(path, query string) (names []string) {
	switch path {
	case "/":
		return nil
	case meta.KeysPath:
		_, names = readPair(query)
		return names
	}
	values, _ := url.ParseQuery(query)
	_, wrong := settingsFor("", values).check()
	for _, p := range params {
		if values.Has(p.name) && (!slices.Contains(takes[path], p.name) || wrong[p.field] != "") {
			names = append(names, p.name)
		}
	}
	return names
}

// notTaken says what of the address a page did not take. It is drawn with the page, not after
// it.
type notTaken struct{ app.Compo }

// OnNav has it drawn anew.
func (*notTaken) OnNav(app.Context) {}

// Render draws a sentence, or nothing.
func (*notTaken) Render() app.UI {
	address := app.Window().URL()
	names := leftOut(browser.Within(address.Path), address.RawQuery)
	return elem("div").Body(app.If(len(names) > 0, elem("p", "id", "not-taken", "class", "hint").Text(
		"Not taken from the address: "+strings.Join(names, ", ")+". This page has no such setting, or not with that value.")))
}
