package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
	"jwtsecret/app/export/snippet"
	"jwtsecret/app/secret"
)

// use shows how to put a secret to use: where it goes, how a program reads it, and
// which bytes a library makes of it. What it shows is worked out whenever it is
// drawn, and again when it is copied, so it always belongs to the secret on screen
// and to what is chosen.
type use struct {
	app.Compo

	Work *work
	Turn int // of the work, when it was drawn

	ctx  app.Context
	open map[string]bool // the questions that are open, by their ids

	target  export.Target
	library snippet.Snippet

	terminal string // the program that makes a secret there, by its id

	claims  string // of sample tokens, as typed; empty for ours
	drawn   string // what the field for the claims was drawn with, and when
	drawnAt time.Time

	keyID     string   // of the secret on screen in JSON Web Keys, once it was drawn
	shown     [][]byte // the texts on screen that hold the secret or are signed with it
	round     int      // of drawing them
	verified  string   // what the last check of a token came to
	verifying *task
}

const (
	defaultTarget  = "dotenv"
	defaultLibrary = "node-jose"
)

// OnInit begins with the choices of somebody who has made none.
func (u *use) OnInit() {
	u.open = map[string]bool{presetID: true}
	u.target, _ = export.TargetByID(defaultTarget)
	u.library = libraryByID(defaultLibrary)
}

// OnMount sees to it that no text outlives its secret on the screen.
func (u *use) OnMount(ctx app.Context) {
	u.ctx = ctx
	u.Work.ended = append(u.Work.ended, u.end)
	u.hearWishes()
}

// end forgets the secret that was on the screen.
func (u *use) end() {
	u.wipe()
	u.blankPreset()
	browser.ShowText("target-text", nil)
	for _, e := range encodings {
		browser.ShowText(sampleID(e), nil)
	}
	clearFields(fieldVerifyToken, fieldVerifySecret)
	u.verifying.stop()
	u.keyID, u.verified, u.verifying = "", "", nil
	u.redrawClaims()
}

// redrawClaims lets the field begin anew with what it holds.
func (u *use) redrawClaims() { u.drawn, u.drawnAt = u.claims, time.Time{} }

// wipe overwrites the texts of the secret.
func (u *use) wipe() {
	for _, text := range u.shown {
		clear(text)
	}
	u.shown = nil
	u.round++
}

// show writes a text into its place: at once, and when a new place is drawn. It is
// wiped with the secret.
func (u *use) show(id string, text []byte, masked bool) {
	u.shown = append(u.shown, text)
	showText(id, text, masked)
	round := u.round
	u.ctx.Defer(func(app.Context) {
		if u.round == round {
			showText(id, text, masked)
		}
	})
}

// Render draws the questions, and answers those that are open.
func (u *use) Render() app.UI {
	breathe()
	u.wipe() // what is shown is worked out anew
	return section("use", "use-title", "Put it to use",
		u.renderPreset(),
		u.question("where", "Where it goes", u.renderTarget),
		u.question("how", "How your code reads it", u.renderLibrary),
		u.question("bytes", "Which bytes will your library use?", u.renderBytes),
		u.question("terminal", "Make it in your own terminal instead", u.renderTerminal),
	).ID("put-to-use")
}

// question is closed until it is asked.
func (u *use) question(id, question string, answer func() []app.UI) app.HTMLElem {
	var shown []app.UI
	if u.open[id] {
		shown = answer()
	}
	return fold(id, question, shown...).On("toggle", u.onToggle)
}

func (u *use) onToggle(ctx app.Context, _ app.Event) {
	id := ctx.JSSrc().Get("id").String()
	u.open[id] = ctx.JSSrc().Get("open").Bool()
	u.redrawClaims()
}

// request says how the secret on screen was made or, without one, how the next one
// will be: code and texts go together.
func (u *use) request() secret.Request {
	if s := u.Work.lone(); s != nil {
		return s.Request()
	}
	request, _ := u.Work.settings.check()
	return request
}

// entry returns the secret on screen under the name in the form, right or wrong.
// Wipe it after use. Without a secret it reports false.
func (u *use) entry() (e export.Entry, ok bool) {
	s := u.Work.lone()
	if s == nil {
		return e, false
	}
	e, err := export.NewEntry(defaultName, s)
	if err != nil {
		return e, false
	}
	e.Name = u.Work.settings.name
	if u.keyID == "" {
		u.keyID = e.KeyID
	}
	e.KeyID = u.keyID
	if chosen := u.Work.settings.keyID; chosen != "" && s.KeyID() == "" && u.Work.problems[fieldKeyID] == "" {
		e.KeyID = e.NamedKey(chosen)
	}
	return e, true
}

// lacking says why there is no secret to show.
func (u *use) lacking() string {
	switch b := u.Work.result; {
	case len(b) == 0:
		return "Generate a secret first."
	case len(b) > 1:
		return "This works with one secret at a time. For many, there are the downloads above, and the page Bulk for many services."
	default:
		return "Raw bytes go into a file: download it above. For every other place, choose another format."
	}
}
