package ui

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
	"jwtsecret/app/preset"
	"jwtsecret/app/secret"
)

// What a product wants of its secret, as settings, and as values once there is one.

// usualSettings are those of a product, or of any program where the id is of none. The
// address leaves them out.
func usualSettings(id string) settings {
	s := settings{preset: id, algorithm: defaultAlgorithm.String(), format: secret.Base64URL.String(), count: "1", name: defaultName}
	if p, ok := s.wanted(); ok {
		s.algorithm, s.format = p.Algorithm.String(), p.Format.String()
		if name := keyName(&p); export.CheckName(name) == nil {
			s.name = name
		}
	}
	s.size = strconv.Itoa(s.usualSize())
	return s
}

// keyName is the name of the variable that holds the secret alone, or nothing: with only
// the secret in it, a variable that holds more would not be read.
func keyName(p *preset.Preset) string {
	for _, v := range p.Variables {
		if v.Role == preset.Key && v.Before == "" {
			return v.Name
		}
	}
	return ""
}

// wanted is what the chosen product wants. It reports false for any program, and where
// the address asked for one that nobody knows.
func (s settings) wanted() (preset.Preset, bool) { return preset.ByID(s.preset) }

// usualSize is the product's in bytes, or the minimum of another algorithm.
func (s settings) usualSize() int {
	if p, ok := s.wanted(); ok && p.Algorithm.String() == s.algorithm {
		return p.Size
	}
	return s.minSize()
}

// unmet says what the product wants and the settings do not have, or nothing.
func (s settings) unmet() string {
	request, wrong := s.check()
	p, ok := s.wanted()
	if _, found := wrong.first(generatorFields...); found || !ok {
		return ""
	}
	return unmet(&p, request)
}

// unmet says what a product wants and a request does not have, or nothing. More bytes
// than it wants are as good.
func unmet(p *preset.Preset, r secret.Request) string {
	var wants []string
	if r.Algorithm != p.Algorithm {
		wants = append(wants, p.Algorithm.String())
	}
	if r.Size < p.Size {
		wants = append(wants, counted(p.Size, "byte", "bytes"))
	}
	if r.Format != p.Format {
		wants = append(wants, formatTexts[p.Format].label)
	}
	if len(wants) == 0 {
		return ""
	}
	return p.Title + " wants " + strings.Join(wants, ", ") + "."
}

// presetOptions are the products, after any program. Where the address asked for one that
// nobody knows, they begin with a line that asks to choose.
func presetOptions(chosen string) []app.UI {
	all := []app.UI{option("", "any program", chosen)}
	if _, ok := preset.ByID(chosen); chosen != "" && !ok {
		all = append([]app.UI{option("-", "Choose a program", "-")}, all...)
	}
	for _, p := range preset.All() {
		all = append(all, option(p.ID, p.Title, chosen))
	}
	return all
}

func (f *form) onPreset(ctx app.Context, _ app.Event) { f.Work.choose(typed(ctx)) }

// choose sets all that the product wants, whatever was set before.
func (w *work) choose(id string) {
	w.edit(func(s *settings) { *s = usualSettings(id) })
	w.fillFields()
	title, more := "Any program", "."
	if p, ok := w.settings.wanted(); ok {
		title, more = p.Title, ", "+counted(len(p.Variables), "value", "values")+"."
	}
	w.say(title + ": " + w.settings.algorithm + ", " + w.settings.size + " bytes" + more)
}

func (f *form) onAsWanted(app.Context, app.Event) {
	f.Work.choose(f.Work.settings.preset)
	browser.Focus(string(fieldPreset))
}

// productValues are what a product wants set: its variables with their values for one secret.
type productValues struct {
	of      preset.Preset
	all     []preset.Value
	signed  time.Time // when the tokens were signed
	problem string    // why there are no values
}

const manyPresets = "A product takes one secret at a time. Choose 1 under “How many”."

// makeValues makes the values for a secret, once: they stay the same as long as it does. It
// returns nil for any program. The errors are those of [secret.Generate].
func makeValues(id string, secrets batch, now time.Time) (*productValues, error) {
	pv := noValues(id, "")
	switch {
	case pv == nil:
		return nil, nil
	case len(secrets) > 1:
		pv.problem = manyPresets
	case secrets.raw() || secrets.testOnly():
		pv.problem = unmet(&pv.of, secrets[0].Request()) + " Choose that, and click Generate."
	default:
		var err error
		pv.signed = now
		if pv.all, err = pv.of.Fill(secrets[0].Text(), now); errors.Is(err, preset.ErrReading) {
			pv.problem = pv.of.Title + " cannot read a secret of this format. Choose " + formatTexts[pv.of.Format].label + ", and click Generate."
		} else if err != nil {
			return nil, err
		}
	}
	return pv, nil
}

// noValues says that there are no values for a product, and why.
func noValues(id, why string) *productValues {
	p, ok := preset.ByID(id)
	if !ok {
		return nil
	}
	return &productValues{of: p, problem: why}
}

// wipe overwrites the values.
func (pv *productValues) wipe() {
	if pv != nil {
		preset.Wipe(pv.all)
	}
}

// announcement says how many values there are.
func (pv *productValues) announcement() string {
	if pv == nil || len(pv.all) == 0 {
		return ""
	}
	return ", " + counted(len(pv.all), "value", "values")
}

// former says for which product the values were made, if another is chosen by now.
func (pv *productValues) former(now settings) string {
	p, chosen := now.wanted()
	switch {
	case pv != nil && pv.of.ID != now.preset:
		return "Made for " + pv.of.Title + ". Click Generate for what is chosen now."
	case pv == nil && chosen:
		return "Made before you chose " + p.Title + ". Click Generate for its values."
	default:
		return ""
	}
}
