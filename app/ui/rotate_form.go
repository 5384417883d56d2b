package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/rotation/schedule"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// What a person tells of the rotation and of the service.

// The fields of the page that no other has.
const (
	fieldKind          field = "kind"
	fieldReading       field = "reading"
	fieldPrevious      field = "previous"
	fieldPreviousKeyID field = "previouskeyid"
	fieldNew           field = "new"
	fieldLifetime      field = "lifetime"
	fieldSkew          field = "skew"
	fieldRollout       field = "rollout"
	fieldStart         field = "start"
	fieldDays          field = "days"
)

// rotateFields are the fields in the order in which they are read.
var rotateFields = []field{
	fieldKind, fieldAlgorithm, fieldReading, fieldPrevious, fieldPreviousKeyID, fieldNew, fieldKeyID, fieldName,
	fieldLifetime, fieldSkew, fieldRollout, fieldStart, fieldDays,
}

// kindPicks are the kinds of package rotation, and what each is for.
var kindPicks = []pick{
	{"rolling", "Instance by instance", "Old and new instances run side by side while you deploy. Nobody is logged out."},
	{"at-once", "All at once", "Every instance stops before the first new one starts, as with a single instance. Nobody is logged out."},
	{kindLeak, "The secret leaked", "Somebody else may know it. Everyone is logged out, on purpose."},
}

const kindLeak = "leak"

// readingTexts say how a service makes a key of a secret.
var readingTexts = [...]string{
	token.UTF8: "As text, as it stands", token.Hex: "It decodes hex", token.Base64: "It decodes base64", token.Base64URL: "It decodes base64url",
}

func describeReading(e token.Encoding) (value, text string) { return e.String(), readingTexts[e] }

func (r *rotate) renderForm() app.UI {
	p := r.problems
	return section("form", "form-title", "What do you replace?",
		p.row(fieldKind, "The way to replace it", "").picks("kinds", "kind", kindPicks, r.kind, r.onKind),
		step("Your service",
			p.row(fieldAlgorithm, "Algorithm", "").choice(options(secret.Algorithms(), r.algorithm.String(), describeRule), r.onAlgorithm),
			p.row(fieldReading, "How your service reads the secret", "Most libraries take the text as it stands. It is the same for the old secret and the new one.").
				choice(options(encodings, r.reading.String(), describeReading), r.onReading),
			p.row(fieldName, "Variable name", "Others are named after it, such as "+defaultName+"_PREVIOUS.").text(defaultName, nil),
		),
		step("Its secrets",
			r.planned("fields",
				r.renderPaste(p.row(fieldPrevious, "Previous secret, in use until now", "Exactly as your service uses it. Of a line of .env, a JWK or another file, choose then what to take.")),
				p.row(fieldPreviousKeyID, "Its key id, if it has one (optional)",
					"The “kid” in the header of your tokens, as after an earlier rotation. Without it, the tokens that carry it would be refused.").text("", nil),
			),
			elem("div", "class", "fields").Body(
				r.renderPaste(p.row(fieldNew, "New secret", "Made on this device, of the size and in the encoding chosen above. Or paste one.")),
				elem("div", "class", "actions").Body(button("make-secret", "Make a new secret", r.onMakeSecret)),
				p.row(fieldKeyID, "Its key id (optional)", "Left empty, it is random.").text("", nil),
			),
		),
		step("Its times",
			r.planned("spread",
				amount(p.row(fieldLifetime, "Longest token lifetime", "From a token's signature to its “exp”. Count refresh tokens, if this secret signs them."), "", "hours"),
				amount(p.row(fieldSkew, "Clock skew",
					"The leeway of the verifiers, 60 seconds in the code of the plan, plus the most by which two clocks differ."), "2", "minutes"),
			),
			amount(p.row(fieldRollout, "Longest deployment", "From its start until the last old instance is gone."), "1", "hours"),
			r.renderStart(),
			r.renderSchedule(),
		),
		r.renderMake(),
		r.renderStatus("status"),
	).OnKeyDown(onEnter(r.make)).On("input", r.onEdit).On("change", r.onEdit)
}

func describeRule(a secret.Algorithm) (value, text string) {
	return a.String(), a.String() + ": " + strconv.Itoa(a.MinSize()) + " bytes or more"
}

func (r *rotate) renderStart() app.UI {
	label := "Start of the first deployment"
	if r.kind == kindLeak {
		label = "Start of the deployment"
	}
	start := r.problems.row(fieldStart, label, "In your local time.")
	return start.around(start.input(r.start, nil).Type("datetime-local"))
}

// step is a part of the form under a heading of its own.
func step(title string, rows ...app.UI) app.UI {
	return elem("fieldset", "class", "step").Body(elem("legend").Text(title), elem("div", "class", "step-fields").Body(rows...))
}

// planned puts together, in this class, what nobody is asked for after a leak. It keeps its place,
// so that what was entered is still there when a person chooses again.
func (r *rotate) planned(class string, rows ...app.UI) app.UI {
	place := elem("div").Class(class).Body(rows...)
	if r.kind == kindLeak {
		return place.Hidden(true)
	}
	return place
}

// renderSchedule draws the presets and what the chosen one rests on.
func (r *rotate) renderSchedule() app.UI {
	var list []app.UI
	chosen, basis := strconv.Itoa(r.days), ""
	for _, p := range schedule.Presets() {
		days := strconv.Itoa(p.Days)
		list = append(list, option(days, days+" days", chosen))
		if days == chosen {
			basis = p.Basis + " (" + p.Source + ")"
		}
	}
	return elem("div", "class", "fields").Body(
		r.problems.row(fieldDays, "Replace it again after", "").choice(list, r.onDays),
		elem("details", "class", "basis").Body(
			elem("summary").Text("What this rests on"),
			elem("p", "class", "hint").Text(basis),
			elem("p", "class", "hint").Text("None of these sources speaks of tokens. "+schedule.UpperBound+" ("+schedule.UpperBoundSource+")"),
		),
	)
}

const makeAgain = "Make another plan"

// renderMake draws the button, whose text says when it takes something away.
func (r *rotate) renderMake() app.UI {
	label := "Make the plan"
	switch {
	case r.making.running():
		label = "Making the plan…"
	case r.plan != nil:
		label = makeAgain
	}
	return elem("div", "class", "actions").Body(resting(r.making.running(), button("make", label, r.onMake)).Class("primary"), button("clear", "Clear", r.onClear))
}

// amount is a number and its unit.
func amount(r row, value, unit string) app.UI {
	units := row{field: unitField(r.field)}.list(options(timeUnits, unit, func(u timeUnit) (value, text string) { return u.name, u.name }), nil)
	return r.around(elem("div", "class", "amount").Body(
		r.input(value, nil).Attr("inputmode", "numeric"),
		units.Aria("label", "Unit of: "+r.label),
	))
}

func unitField(f field) field { return f + "-unit" }

// timeUnit is a unit of time, in seconds.
type timeUnit struct {
	name    string
	seconds int
}

var timeUnits = []timeUnit{{"seconds", 1}, {"minutes", 60}, {"hours", 3600}, {"days", 86400}}

func (r *rotate) onKind(ctx app.Context, _ app.Event) {
	r.kind = typed(ctx)
}

func (r *rotate) onAlgorithm(ctx app.Context, _ app.Event) {
	r.algorithm = chosen(secret.Algorithms(), typed(ctx))
}

func (r *rotate) onReading(ctx app.Context, _ app.Event) { r.reading = chosen(encodings, typed(ctx)) }

func (r *rotate) onDays(ctx app.Context, _ app.Event) { r.days, _ = strconv.Atoi(typed(ctx)) }

// onMakeSecret puts a new secret into its field.
func (r *rotate) onMakeSecret(app.Context, app.Event) {
	secrets, err := secret.Generate(secret.Request{Algorithm: r.algorithm, Size: r.algorithm.MinSize(), Format: r.reading.Format(), Count: 1})
	if err != nil { // not the request: the lists have nothing that cannot be made
		r.say("No secret was made. " + failedSentence(err))
		return
	}
	browser.FillField(string(fieldNew), secrets[0].Text())
	secrets[0].Wipe()
	r.unpaste(fieldNew)
	r.pasted[fieldNew] = &pasted{literal: true}
	r.follow()
	r.say("A new secret of " + strconv.Itoa(8*r.algorithm.MinSize()) + " bits is in its field.")
}

func (r *rotate) onMake(app.Context, app.Event) { r.make() }

func (r *rotate) onClear(app.Context, app.Event) {
	r.forget()
	r.say("Cleared. The secrets and the plan are gone from this page.")
	browser.Focus(pickID("kind", r.kind))
}
