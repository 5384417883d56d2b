package ui

import (
	"bytes"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

// use is how far a person has come with putting a secret to use: where it goes,
// how a program reads it, and which bytes a library makes of it. A worker works
// all of that out, as soon as somebody opens one of the questions.
type use struct {
	open map[string]bool // the questions that are open, by their ids

	target   string // the ID of a place
	library  string // the ID of a library
	claims   string // what sample tokens say, JSON
	drawn    string // what the field for the claims was drawn with; go-app would cut the end off what is typed
	keyID    string // of the secret on screen in JSON Web Keys, once it was drawn
	verified string // what the last check of a token came to

	answer *job.Used // what is shown; nil until there is one
	text   []byte    // for the target; in the memory of the answer's texts
	tokens [][]byte  // of the answer's samples; likewise

	wanted    bool      // an answer will be asked for, once all has been drawn
	asking    *question // the one under way
	failed    string    // why there is no answer, a sentence
	verifying *question
}

const (
	defaultTarget  = "dotenv"
	defaultLibrary = "node-jose"
)

// newUse returns the choices of somebody who has made none.
func newUse() use {
	return use{open: map[string]bool{}, target: defaultTarget, library: defaultLibrary}
}

// sampleClaims are the claims of a token that is valid for an hour.
func sampleClaims(now time.Time) string {
	return `{"sub": "1234567890", "iat": ` + strconv.FormatInt(now.Unix(), 10) +
		`, "exp": ` + strconv.FormatInt(now.Add(time.Hour).Unix(), 10) + `}`
}

func (g *generator) renderUse() app.UI {
	return app.Section().ID("put-to-use").Class("use").Aria("labelledby", "use-title").Aria("busy", g.use.busy()).Body(
		app.H2().ID("use-title").Text("Put it to use"),
		g.renderTarget(),
		g.renderLibrary(),
		g.renderBytes(),
		g.renderTerminal(),
		app.P().Class("status use-status").Aria("hidden", "true").Text(g.status), // what is spoken above may be out of sight
	)
}

// part is one question, closed until it is asked.
func part(id, question string, answer ...app.UI) app.HTMLDetails {
	return app.Details().ID(id).Class("use-part").Body(
		app.Summary().Text(question),
		app.Div().Class("use-answer").Body(answer...),
	)
}

// part is a question of the panel.
func (g *generator) part(id, question string, answer ...app.UI) app.UI {
	return part(id, question, answer...).On("toggle", g.onToggle)
}

// onToggle asks for the answers when somebody wants to see one, and lets go of
// them, with the secret in them, when nobody does.
func (g *generator) onToggle(ctx app.Context, _ app.Event) {
	details := ctx.JSSrc()
	if id := details.Get("id").String(); details.Get("open").Bool() {
		g.use.open[id] = true
	} else {
		delete(g.use.open, id)
	}
	if g.use.answer == nil || len(g.use.open) == 0 {
		g.askUse()
	}
}

// waiting says why a question has no answer yet.
func (u *use) waiting() app.UI {
	if u.failed != "" {
		return app.P().Class("problem").Text(u.failed)
	}
	return app.P().Class("hint").Text("One moment…")
}

// usable reports whether the panel has a secret to show: the only one, and text.
func (b batch) usable() bool { return len(b) == 1 && b[0].Format() != secret.Raw }

// lacking says why the panel has no secret to show.
func (b batch) lacking() string {
	switch {
	case len(b) == 0:
		return "Generate a secret first."
	case len(b) > 1:
		return "This works with one secret at a time. For many, there are the downloads above, and the page Bulk for many services."
	default:
		return "Raw bytes go into a file: download it above. For every other place, choose another format."
	}
}

// renewUse takes up the secret that is on the screen now.
func (g *generator) renewUse() {
	g.blankUse()
	if g.use.claims == "" {
		g.use.claims = sampleClaims(time.Now())
	}
	g.use.drawn = g.use.claims
}

// blankUse empties the panel of the secret, and asks for an answer that belongs to
// what is on the screen from now on.
func (g *generator) blankUse() {
	g.blankTexts()
	if g.use.answer != nil {
		g.use.answer.Target, g.use.answer.Samples = nil, nil
	}
	g.use.keyID, g.use.verified = "", ""
	g.use.verifying.stop()
	browser.ClearField("verify-token")
	browser.ClearField("verify-secret")
	g.askUse()
}

// blankTexts wipes the texts that hold the secret, on the screen too.
func (g *generator) blankTexts() {
	browser.ShowText("target-text", nil)
	if g.use.answer != nil {
		for _, s := range g.use.answer.Samples {
			browser.ShowText(sampleID(s), nil)
		}
		clear(g.use.answer.Texts)
	}
	g.use.text, g.use.tokens = nil, nil
}

// showUse writes the texts that hold the secret, once their places are drawn.
func (g *generator) showUse() {
	g.ctx.Defer(func(app.Context) {
		g.showTarget()
		for i, signed := range g.use.tokens {
			g.showSecretText(sampleID(g.use.answer.Samples[i]), signed)
		}
	})
}

// showSecretText writes a text that holds the secret into an element, or as many
// dots while secrets are hidden.
func (g *generator) showSecretText(id string, text []byte) {
	if g.masked {
		text = bytes.Repeat([]byte("•"), min(len(text), 64))
	}
	browser.ShowText(id, text)
}
