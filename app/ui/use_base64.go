package ui

import (
	"bytes"
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/secret"
)

// Decoders of standard base64 take no - and no _, which most secrets have in the
// format that the form begins with. Our own code decodes what it is shown for; a
// program that somebody else wrote may not.

// renderBase64 draws the advice for a place or a library whose texts such a decoder
// often reads, or nothing. What is said before it tells our own code apart.
func (u *use) renderBase64(id, before, decoder string) app.UI {
	advice, offered := u.base64Advice(decoder)
	return app.If(advice != "", elem("div", "class", "other-format").Body(
		elem("p").ID(id).Text(before+advice),
		app.If(offered, elem("div", "class", "actions").Body(
			button("choose-"+id, "Choose base64", u.onBase64).Aria("describedby", id))),
	))
}

// base64Advice says that a decoder may refuse the secret on screen or, without one,
// the next one, and whether there is base64 to be chosen.
func (u *use) base64Advice(decoder string) (advice string, offered bool) {
	r, s := u.request(), u.Work.lone()
	if decoder == "" || r.Format != secret.Base64URL {
		return "", false
	}
	advice = "A program that decodes the secret with " + decoder + " takes no - and no _, and "
	if s != nil && bytes.ContainsAny(s.Text(), "-_") {
		advice += "this secret has some. "
	} else {
		advice += "of 100 base64url secrets of " + counted(r.Size, "byte", "bytes") + " " + strconv.Itoa(inHundred(r.Size)) + " have some. "
	}
	switch {
	case s == nil:
		return advice + "Choose base64 for such a program.", true
	case u.Work.settings.format == secret.Base64.String():
		return advice + "Base64 is chosen above: generate a new secret for such a program.", false
	default:
		return advice + "Choose base64 for such a program, and generate a new secret.", true
	}
}

// inHundred returns how many of a hundred secrets of so many bytes have - or _ in
// base64url. Each character of six bits is one of the two with chance 2/64. What is
// left of the bits makes a last character, which ends in zero bits: never one of
// them, which stand for 62 and 63.
func inHundred(size int) int {
	without := math.Pow(62./64, float64(8*size/6))
	return min(99, int(math.Round(100*(1-without)))) // all of them would not be true
}

// onBase64 changes the form, and leads to the button that makes a secret by it.
func (u *use) onBase64(app.Context, app.Event) {
	u.Work.edit(func(s *settings) { s.format = secret.Base64.String() })
	u.Work.say("Base64 is chosen. Click Generate for a new secret.")
	browser.Focus("generate")
}
