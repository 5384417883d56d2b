package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/secret"
)

// The fields of the generator, in the order in which they are read.
const (
	fieldPreset    field = "preset"
	fieldAlgorithm field = "algorithm"
	fieldSize      field = "size"
	fieldFormat    field = "format"
	fieldCount     field = "count"
	fieldName      field = "name"
	fieldKeyID     field = "keyid"
)

var generatorFields = []field{fieldPreset, fieldAlgorithm, fieldSize, fieldFormat, fieldCount, fieldName, fieldKeyID}

// focusOf returns the id of the control to mend a field with: of a group, one has
// the focus.
func focusOf(f field) string {
	if f == fieldAlgorithm {
		return pickID("alg", defaultAlgorithm.String())
	}
	return string(f)
}

// formatTexts tells what each format is good for.
var formatTexts = [...]struct{ label, hint string }{
	secret.Base64URL:    {"base64url", "Letters, digits, - and _. Safe in URLs, headers and .env files."},
	secret.Base64:       {"base64", "With + and /, padded with =. For libraries that decode standard base64."},
	secret.HexLower:     {"hex, lower case", "Two characters a byte: long, and readable everywhere."},
	secret.HexUpper:     {"HEX, upper case", "Two characters a byte, for tools that want capitals."},
	secret.Alphanumeric: {"letters and digits", "Survives every configuration file. A little longer, so that no bit is lost."},
	secret.Raw:          {"raw bytes", "A binary file, for programs that read the key from one."},
	secret.JWK:          {"JWK", "A JSON Web Key, for libraries that take one. Its key id is random, or the one in Options."},
}

func describeFormat(f secret.Format) (value, text string) { return f.String(), formatTexts[f].label }

// form is where a person says what to generate.
type form struct {
	app.Compo

	Work *work
	Turn int // of the work, when it was drawn
}

// Render draws what most people choose, and folds the rest.
func (f *form) Render() app.UI {
	breathe()
	w := f.Work
	return section("form", "form-title", "What do you need?",
		w.problems.row(fieldPreset, "I need it for", "").choice(presetOptions(w.settings.preset), f.onPreset),
		w.problems.row(fieldAlgorithm, "Algorithm", "").picks("algorithms", "alg", algorithmPicks(), w.settings.algorithm, f.onAlgorithm),
		w.problems.row(fieldFormat, "Format", w.settings.formatHint()).choice(f.formats(), f.sets(&w.settings.format)),
		f.renderOptions(),
		f.renderFormer(),
	).OnKeyDown(onEnter(w.generate))
}

// renderFormer says that the settings are not those of the product, with the way back, and
// that the secret on screen is not of these settings. It stands last: above, it would move
// the control that was just used.
func (f *form) renderFormer() app.UI {
	former, unmet := f.Work.former(), f.Work.settings.unmet()
	return elem("div", "class", "warning-place").Body(
		app.If(unmet != "", button("as-wanted", unmet+" Choose that", f.onAsWanted)),
		formerWarning(former != "", former),
	)
}

const optionsID = "options"

// renderOptions folds what few people change. It shows when the address sets some of
// it, and when some of it is wrong.
func (f *form) renderOptions() app.UI {
	w := f.Work
	fold := elem("details").ID(optionsID).Class("options")
	if w.beganOpen { // drawn anew with another value, it would undo what a person did to it
		fold = fold.Attr("open", true)
	}
	return fold.Body(
		elem("summary").Body(app.Text("Options"), elem("span", "class", "chosen").Text(w.settings.optionsChosen())),
		elem("div", "class", "trio").Body(
			w.problems.row(fieldSize, "Size in bytes of randomness", f.sizeHint()).number(w.began.size, f.sets(&w.settings.size)),
			w.problems.row(fieldCount, "How many", "").number(w.began.count, f.sets(&w.settings.count)),
			w.problems.row(fieldName, "Variable name", "").text(w.began.name, f.sets(&w.settings.name)),
		),
		f.renderKeyID(),
		elem("div", "class", "test-only-choice").Body(
			app.If(w.settings.tooSmall(), check("test-only", "Test only: smaller than the rule allows, and labelled so", w.settings.testOnly, f.onTestOnly)),
		),
	)
}

// renderKeyID asks for the key id where there will be one. It keeps its place, so that
// what was entered is still there when a person chooses again.
func (f *form) renderKeyID() app.UI {
	w := f.Work
	place := elem("div").Body(w.problems.row(fieldKeyID, "Key id (optional)", "The “kid” of the JWK. Left empty, it is random.").
		text(w.began.keyID, f.sets(&w.settings.keyID)))
	if w.settings.format != secret.JWK.String() && !w.keyTarget {
		return place.Hidden(true)
	}
	return place
}

func algorithmPicks() []pick {
	var all []pick
	for _, a := range secret.Algorithms() {
		all = append(all, pick{a.String(), a.String(), strconv.Itoa(a.MinSize()) + "+ bytes"})
	}
	return all
}

// formats begins with a line that asks to choose where the address asked for a
// format that there is not.
func (f *form) formats() []app.UI {
	all := options(secret.Formats(), f.Work.settings.format, describeFormat)
	if _, err := secret.ParseFormat(f.Work.settings.format); err != nil {
		all = append([]app.UI{option("", "Choose a format", "")}, all...)
	}
	return all
}

func (f *form) sizeHint() string {
	a, err := secret.ParseAlgorithm(f.Work.settings.algorithm)
	if err != nil {
		return ""
	}
	return "At least " + strconv.Itoa(a.MinSize()) + " for " + a.String() + ", at most " + thousands(secret.MaxSize) + ". More than " +
		strconv.Itoa(a.MinSize()) + " adds nothing that " + a.String() + " can use."
}

// onAlgorithm says what the choice changes.
func (f *form) onAlgorithm(ctx app.Context, _ app.Event) {
	w := f.Work
	w.edit(func(s *settings) { *s = s.withAlgorithm(typed(ctx)) })
	fillField(fieldSize, w.settings.size)
	if request, wrong := w.settings.check(); len(wrong) == 0 {
		w.say(strings.TrimSpace("The next one: " + counted(request.Size, "byte", "bytes") + ", " + bits(request.Bits()) + ". " + w.settings.unmet()))
	}
}

// sets returns a handler that puts what was typed or chosen into a setting.
func (f *form) sets(setting *string) app.EventHandler {
	return func(ctx app.Context, _ app.Event) { f.Work.edit(func(*settings) { *setting = typed(ctx) }) }
}

func (f *form) onTestOnly(ctx app.Context, _ app.Event) {
	f.Work.edit(func(s *settings) { s.testOnly = ticked(ctx) })
}
