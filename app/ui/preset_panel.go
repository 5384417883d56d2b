package ui

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
	"jwtsecret/app/preset"
)

// What a product wants set, with the secret on screen in it.

const (
	presetID  = "for-product"
	copyAllID = "copy-variables"
)

// roles say what a variable holds.
var roles = [...]struct{ class, name string }{
	preset.Key: {"role signs", "your secret"}, preset.Token: {"role", "token"}, preset.Other: {"role", "not a JWT key"},
	preset.Fixed: {"role", "setting"}, preset.Further: {"role signs", "signs other tokens"},
}

func valueID(i int) string { return "variable-" + strconv.Itoa(i) }

// presetShown is the product that the secret on screen was made for, with its values, or
// the chosen one, without.
func (w *work) presetShown() *productValues {
	if w.values != nil {
		return w.values
	}
	return noValues(w.settings.preset, "Click Generate for the values.")
}

// renderPreset draws a question that is open from the start. It has a place of its own:
// go-app would make it of the question that was first before.
func (u *use) renderPreset() app.UI {
	place := elem("div", "class", "preset-place")
	pv := u.Work.presetShown()
	if pv == nil {
		return place
	}
	return place.Body(u.question(presetID, "For "+pv.of.Title, u.renderVariables).Attr("open", true))
}

func (u *use) renderVariables() []app.UI {
	pv := u.Work.presetShown()
	remark, copyAll := pv.problem, "Copy all"
	if pv.of.Target == "" {
		copyAll = "Copy all as .env"
	}
	if len(pv.all) > 0 {
		remark = unmet(&pv.of, u.Work.result[0].Request())
	}
	return []app.UI{
		elem("div", "class", "actions").Body(
			unless(len(pv.all) == 0, u.Work.copyButton(copyAllID, copyAll, "", u.onVariables).Class("strong")),
			unless(len(pv.all) == 0, button("download-variables", "Download", u.onVariables)),
			elem("span", "class", "hint", "id", "preset-remark").Text(remark),
		),
		elem("ul", "class", "variables").Body(times(len(pv.of.Variables), func(i int) app.UI { return u.renderVariable(pv, i) })),
		list("", "advice", pv.of.Advice()),
	}
}

// renderVariable draws the name, what it is, and its value.
func (u *use) renderVariable(pv *productValues, i int) app.UI {
	v := &pv.of.Variables[i]
	if len(pv.all) > 0 {
		u.show(valueID(i), bytes.Clone(pv.all[i].Text), u.Work.masked && v.Role != preset.Fixed)
	}
	return elem("li").Body(
		elem("div").Body(
			elem("code", "class", "notranslate", "translate", "no").Text(v.Name),
			elem("span").Class(roles[v.Role].class).Text(roles[v.Role].name),
			elem("p", "class", "hint").Text(pv.about(v)),
		),
		place(valueID(i), "value"),
		unless(len(pv.all) == 0, u.Work.copyButton("copy-"+valueID(i), "Copy", "Copy "+v.Name, u.onCopyVariable).Class("quiet").DataSet("variable", i)),
	)
}

// about says what a value is for, and of a token what it claims, and until when.
func (pv *productValues) about(v *preset.Variable) string {
	about := v.What
	if v.Role == preset.Token {
		if about != "" {
			about += ". "
		}
		about += "Claims " + claimsInWords(v.Claims)
		if len(pv.all) > 0 {
			about += "; valid until " + browser.Local(pv.signed.Add(v.Lifetime)).Format("2 Jan 2006")
		}
	}
	return about
}

// claimsInWords is a JSON object without its marks: role: anon, iss: supabase.
func claimsInWords(claims string) string {
	claims = strings.ReplaceAll(strings.ReplaceAll(claims, `":`, `": `), `,"`, `, "`)
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`{}[]"`, r) {
			return -1
		}
		return r
	}, claims)
}

// target is what writes all the values.
func (pv *productValues) target() export.Target {
	t, _ := export.TargetByID(cmp.Or(pv.of.Target, defaultTarget))
	return t
}

// blankPreset empties the places of the values.
func (u *use) blankPreset() {
	if pv := u.Work.values; pv != nil {
		for i := range pv.all {
			browser.ShowText(valueID(i), nil)
		}
	}
}

func (u *use) onCopyVariable(ctx app.Context, _ app.Event) {
	pv := u.Work.values
	i, err := strconv.Atoi(named(ctx, "variable"))
	if pv == nil || err != nil || i >= len(pv.all) {
		return
	}
	u.Work.take("copy-"+valueID(i), bytes.Clone(pv.all[i].Text), "Copied "+pv.all[i].Name+".")
}

// onVariables copies or downloads all values.
func (u *use) onVariables(ctx app.Context, _ app.Event) {
	pv := u.Work.values
	if pv == nil || len(pv.all) == 0 {
		return
	}
	id, target := ctx.JSSrc().Get("id").String(), pv.target()
	text, err := pv.of.Write(pv.all)
	switch {
	case err != nil: // of a value that this place cannot hold
		u.Work.answer(id, "Not copied", targetProblems(err)[fieldTarget])
	case id == copyAllID:
		u.Work.take(id, text, "Copied for "+pv.of.Title+".")
	default:
		u.Work.taken = true
		u.Work.download(target.FileName(export.Entry{Name: pv.of.ID}), "text/plain", text)
	}
}
