package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/export"
)

// Where the secret goes: one of the targets of package export.

const fieldTarget field = "target"

func (u *use) renderTarget() []app.UI {
	text, problem := u.write()
	if problem == "" && text == nil {
		return []app.UI{elem("p", "class", "hint").Text(u.lacking())}
	}
	t := u.target
	u.show("target-text", text, u.Work.masked && !t.Command)
	copyTarget := u.Work.copyButton("copy-target", "Copy this text", "", u.onCopyTarget)
	if t.Command {
		copyTarget = u.Work.copyButton("copy-target", "Copy the command", "", u.onCopyTarget)
	}
	return []app.UI{
		problems{fieldTarget: problem}.row(fieldTarget, "Write it for", "").choice(targetOptions(export.Targets(), t.ID), u.onTarget),
		u.renderBase64("target-base64", "", t.StrictBase64),
		placeOfLines("target-text", "What to save or run"),
		elem("div", "class", "actions").Body(
			copyTarget,
			app.If(t.Command, u.Work.copyButton("copy-value", "Copy the secret", "", u.onCopyValue)),
			app.If(!t.Command, button("download-target", "Download", u.onDownloadTarget)),
		),
		list("", "advice", t.Advice),
	}
}

// targetOptions are targets as the options of a list, group by group.
func targetOptions(all []export.Target, chosen string) []app.UI {
	var groups []app.UI
	for len(all) > 0 {
		end := slices.IndexFunc(all, func(t export.Target) bool { return t.Group != all[0].Group })
		if end < 0 {
			end = len(all)
		}
		groups = append(groups, elem("optgroup").Attr("label", string(all[0].Group)).Body(options(all[:end], chosen, describeTarget)...))
		all = all[end:]
	}
	return groups
}

func describeTarget(t export.Target) (value, text string) { return t.ID, t.Title }

// write writes the secret for the target, or says what keeps it from that. Without
// a secret there is neither.
func (u *use) write() (text []byte, problem string) {
	e, ok := u.entry()
	if !ok {
		return nil, ""
	}
	defer e.Wipe()
	if u.Work.problems[fieldName] != "" {
		return nil, "Correct the variable's name above first."
	}
	if u.target.Group == export.GroupKey && u.Work.problems[fieldKeyID] != "" {
		return nil, "Correct the key id above first."
	}
	text, err := u.target.Write(e)
	for _, sentence := range targetProblems(err) {
		return nil, sentence
	}
	return text, ""
}

func (u *use) onTarget(ctx app.Context, _ app.Event) {
	if t, ok := export.TargetByID(typed(ctx)); ok {
		u.aim(t)
	}
}

// aim takes another place for the secret. Of a key, the form asks for an id.
func (u *use) aim(t export.Target) {
	u.target = t
	u.Work.keyTarget = t.Group == export.GroupKey
	u.Work.otherText()
	u.Work.renew()
}

// written is the text that a button hands out, or nothing and a sentence.
func (u *use) written(id, not string) (text []byte, ok bool) {
	text, problem := u.write()
	if text == nil {
		u.Work.answer(id, not, not+". "+problem)
	}
	return text, text != nil
}

func (u *use) onCopyTarget(app.Context, app.Event) {
	text, ok := u.written("copy-target", "Not copied")
	switch {
	case !ok:
	case u.target.Command:
		u.Work.copyPlain("copy-target", string(text), "Copied the command for "+u.target.Title+".")
	default:
		u.Work.take("copy-target", text, "Copied for "+u.target.Title+".")
	}
}

func (u *use) onCopyValue(app.Context, app.Event) {
	if s := u.Work.lone(); s != nil {
		u.Work.take("copy-value", readable(s), "Copied the secret.")
	}
}

func (u *use) onDownloadTarget(app.Context, app.Event) {
	e, ok := u.entry()
	if !ok {
		return
	}
	defer e.Wipe()
	if text, ok := u.written("download-target", "Not downloaded"); ok {
		u.Work.taken = true
		u.Work.download(u.target.FileName(e), "text/plain", text)
	}
}
