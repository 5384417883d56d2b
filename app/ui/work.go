package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/secret"
)

const (
	// defaultUndoTime is how long a cleared or replaced result can be brought back.
	defaultUndoTime = 10 * time.Second

	// maxListed is how many secrets of a result are shown, rowStep how many rows are
	// drawn and makeStep how many secrets are made before the browser gets its turn.
	maxListed = 100
	rowStep   = 10
	makeStep  = 500
)

// work is what the parts of the generator share: the settings, the secrets that
// were made by them, and what can be brought back.
type work struct {
	copier // the parts speak with one voice

	settings settings
	problems problems
	query    string // the address's query, as last read or written

	keyTarget bool // it is written as a JSON Web Key below, which has a key id

	began     settings // with which the fields were drawn
	beganOpen bool     // the options were drawn open

	result batch
	values *productValues // with which a product takes the secret; nil for any program
	rows   int            // how many of its secrets are listed so far
	taken  bool           // somebody copied or downloaded it
	masked bool

	making *making

	aside    []aside // what Undo brings back, the next one last
	undoTime time.Duration

	// ended are called when the secrets on screen come to their end, to wipe what
	// was made of them.
	ended []func()

	turn int // grows with every change, so that the parts are drawn anew
}

// making is a long generation under way. It ends complete or stopped, and only a
// complete one becomes a result.
type making struct {
	request secret.Request // for all of them
	made    batch
	values  *productValues // none of many, and says so
	steps   *steps
}

// former says by which settings the result was made, if others are chosen by now.
func (w *work) former() string {
	now, _ := w.settings.check()
	if former := w.result.former(now); former != "" || len(w.result) == 0 {
		return former
	}
	return w.values.former(w.settings)
}

// renew draws every part anew.
func (w *work) renew() { w.turn++ }

// read takes the settings from the address when it carries others, as after a
// link to a preset.
func (w *work) read(query string) {
	w.query = query
	w.settings = readSettings(query)
	_, w.problems = w.settings.check()
	if setsOptions(query) {
		browser.Unfold(optionsID)
	}
	w.fillFields()
	w.renew()
}

// fillFields writes the settings into the fields that keep what is typed or chosen there,
// even what was chosen a moment ago and is not drawn yet.
func (w *work) fillFields() {
	if w.problems[fieldFormat] == "" {
		fillField(fieldFormat, w.settings.format)
	}
	for f, text := range map[field]string{fieldSize: w.settings.size, fieldCount: w.settings.count, fieldName: w.settings.name} {
		fillField(f, text)
	}
}

// edit changes the settings: it brings the address up to date and speaks of
// mistakes at once, where they are made.
func (w *work) edit(change func(*settings)) {
	change(&w.settings)
	w.otherText()
	if !w.settings.tooSmall() {
		w.settings.testOnly = false
	}
	_, w.problems = w.settings.check()
	if q := w.settings.query(); q != w.query {
		w.query = q
		browser.ReplaceQuery(q)
	}
	w.renew()
}

// generate makes what the form asks for, or moves to the first mistake.
func (w *work) generate() {
	if w.making != nil {
		return
	}
	defer w.renew()
	request, wrong := w.settings.check()
	w.problems = wrong
	fields := generatorFields
	if request.Format != secret.JWK { // the field for the key id, the last, is not needed, and hidden
		fields = fields[:len(fields)-1]
	}
	if f, found := wrong.first(fields...); found {
		w.say("Nothing was generated: " + wrong[f])
		browser.Focus(focusOf(f))
		return
	}
	if request.Count > maxListed {
		w.makeMany(request)
		return
	}
	secrets, err := secret.Generate(request)
	var values *productValues
	if err == nil {
		values, err = makeValues(w.settings.preset, secrets, time.Now())
	}
	if err != nil { // not the request: check has accepted it
		batch(secrets).wipe()
		w.say("Nothing was generated. " + failedSentence(err))
		return
	}
	w.accept(secrets, values)
}

// makeMany makes the secrets in steps, so that the page does not freeze.
func (w *work) makeMany(request secret.Request) {
	run := &making{request: request, made: make(batch, 0, request.Count), values: noValues(w.settings.preset, manyPresets)}
	w.making = run
	w.say("Generating " + counted(request.Count, "secret", "secrets") + ".")
	run.steps = w.inSteps(func() (done bool) {
		defer w.renew()
		step := request
		step.Count = min(makeStep, request.Count-len(run.made))
		secrets, err := secret.Generate(step)
		if err != nil {
			w.passFocus("stop", "generate")
			w.stopMaking()
			w.say("Nothing was generated. " + failedSentence(err))
			return true
		}
		run.made = append(run.made, secrets...)
		if len(run.made) < request.Count {
			return false
		}
		w.making = nil
		w.passFocus("stop", "generate")
		w.accept(run.made, run.values)
		return true
	})
}

// stopMaking ends a generation under way and wipes what it made.
func (w *work) stopMaking() {
	if w.making != nil {
		w.making.steps.stop()
		w.making.made.wipe()
	}
	w.making = nil
	w.renew()
}

// accept makes a new result the current one.
func (w *work) accept(secrets batch, values *productValues) {
	replaced := len(w.result) > 0
	w.setAside(false)
	w.result, w.values = secrets, values
	w.result[:1].show(0, w.masked) // at once: its row is always there
	w.list(0)
	w.ctx.Defer(func(app.Context) { browser.Reveal("result") }) // the button may be below it
	w.say(w.result.announcement(w.values.announcement(), replaced))
}

// list draws the rows of the result from the given one on, a few in each of the
// browser's turns, and writes the secrets into them.
func (w *work) list(from int) {
	result := w.result
	end := min(len(result), maxListed)
	w.rows = min(from+rowStep, end)
	w.renew()
	w.ctx.Defer(func(app.Context) {
		if !w.isCurrent(result) {
			return
		}
		result[:w.rows].show(from, w.masked)
		if w.rows < end {
			browser.Later(func() {
				w.redraw(func() {
					if w.isCurrent(result) {
						w.list(w.rows)
					}
				})
			})
		}
	})
}

// isCurrent reports whether result, which is not empty, is the one on screen.
func (w *work) isCurrent(result batch) bool {
	return len(w.result) > 0 && &w.result[0] == &result[0]
}

// listed returns the secrets whose rows are drawn.
func (w *work) listed() batch { return w.result[:min(w.rows, len(w.result))] }

// lone returns the secret on screen if it is the only one and is text, or nil.
func (w *work) lone() *secret.Secret {
	if len(w.result) != 1 || w.result.raw() {
		return nil
	}
	return &w.result[0]
}

// end takes the secrets off the screen, with all that was made of them.
func (w *work) end() (last aside) {
	for _, f := range w.ended {
		f()
	}
	w.listed().blank()
	last = aside{secrets: w.result, values: w.values, taken: w.taken}
	w.result, w.values, w.taken = nil, nil, false
	w.otherText()
	w.renew()
	return last
}

// forget wipes every secret and empties the screen at once.
func (w *work) forget() {
	w.stopMaking()
	w.dropAside(func(aside) bool { return true })
	last := w.end()
	last.wipe()
	w.status = ""
}
