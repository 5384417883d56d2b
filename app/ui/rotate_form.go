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
	fieldWhat          field = "what"
	fieldKind          field = "kind"
	fieldPublished     field = "published"
	fieldPublic        field = "public"
	fieldCache         field = "cache"
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
	fieldKind, fieldAlgorithm, fieldReading, fieldPrevious, fieldPublished, fieldPreviousKeyID, fieldNew, fieldPublic, fieldKeyID, fieldName,
	fieldLifetime, fieldSkew, fieldCache, fieldRollout, fieldStart, fieldDays,
}

// kindPicks are the kinds of package rotation, and what each is for.
var kindPicks = []pick{
	{"rolling", "Instance by instance", "Old and new instances run side by side while you deploy. Nobody is logged out."},
	{"at-once", "All at once", "Every instance stops before the first new one starts, as with a single instance. Nobody is logged out."},
	{kindLeak, "The secret leaked", "Somebody else may know it. Everyone is logged out, on purpose."},
}

const kindLeak = "leak"

// whatPicks are what may be rotated.
var whatPicks = []pick{
	{whatSecret, "A secret", "One secret signs and verifies tokens, and another takes its place."},
	{whatPair, "A key pair", "A private key signs, and others verify with the public key that you publish."},
	{whatShared, "From a secret to a key pair", "Several services share one secret, and any of them could forge tokens."},
}

const (
	whatSecret = "secret"
	whatPair   = "pair"
	whatShared = "shared"
)

// kinds are those of what is rotated. Verifiers of a pair are never all replaced at once.
func (r *rotate) kinds() []pick {
	if r.what == whatSecret {
		return kindPicks
	}
	leak := kindPicks[2]
	if r.what == whatPair {
		leak.name = "The private key leaked"
	}
	return []pick{kindPicks[0], leak}
}

// readingTexts say how a service makes a key of a secret.
var readingTexts = [...]string{
	token.UTF8: "As text, as it stands", token.Hex: "It decodes hex", token.Base64: "It decodes base64", token.Base64URL: "It decodes base64url",
}

func describeReading(e token.Encoding) (value, text string) { return e.String(), readingTexts[e] }

func (r *rotate) renderForm() app.UI {
	return section("form", "form-title", "What do you replace?",
		r.problems.row(fieldWhat, "What signs your tokens", "").picks("kinds", "what", whatPicks, r.what, r.onWhat),
		r.problems.row(fieldKind, "The way to replace it", "").picks("kinds", "kind", r.kinds(), r.kind, r.onKind),
		hiddenIf(r.what == whatPair, "fields", r.renderService()),
		r.renderKeys(),
		r.renderTimes(),
		r.renderMake(),
		r.renderStatus("status"),
	).OnKeyDown(onEnter(r.make)).On("input", r.onEdit).On("change", r.onEdit)
}

func (r *rotate) renderService() app.UI {
	p := r.problems
	return step("Your service",
		p.row(fieldAlgorithm, "Algorithm", "").choice(options(secret.Algorithms(), r.algorithm.String(), describeRule), r.onAlgorithm),
		p.row(fieldReading, "How your service reads the secret", "Most libraries take the text as it stands.").
			choice(options(encodings, r.reading.String(), describeReading), r.onReading),
		p.row(fieldName, "Variable name", "Others are named after it.").text(defaultName, nil),
	)
}

// renderKeys draws the fields for what signs now and for what is new: secrets or public
// keys, into which a private one may get.
func (r *rotate) renderKeys() app.UI {
	p, pair, secret := r.problems, r.what == whatPair, r.what == whatSecret
	return step(either(secret, "Its secrets", "Its keys"),
		hiddenIf(r.kind == kindLeak && !pair, "fields",
			hiddenIf(!secret, "fields", r.renderPaste(p.row(fieldPrevious, "Previous secret, in use until now",
				"Exactly as your service uses it. Of a line of .env, a JWK or another file, choose then what to take."))),
			hiddenIf(!pair, "fields", p.row(fieldPublished, "The key set (JWKS) that is published now", "As verifiers fetch it.").secret(4)),
			p.row(fieldPreviousKeyID, either(pair, "Key id of the key that signs now, if the set has several", "Key id of the secret in use (optional)"),
				"The “kid” in the header of your tokens"+either(pair, ".", ", as after an earlier rotation. Without it, the tokens that carry it would be refused.")).text("", nil),
		),
		elem("div", "class", "fields").Body(
			hiddenIf(!secret, "fields",
				r.renderPaste(p.row(fieldNew, "New secret", "Made on this device, of the size and in the encoding chosen above. Or paste one.")),
				elem("div", "class", "actions").Body(button("make-secret", "Make a new secret", r.onMakeSecret))),
			hiddenIf(secret, "fields", p.row(fieldPublic, "The new public key",
				"A JWK, a JWKS or PEM. The plan never needs the private key: leave it where it was made.").secret(4),
				seePage("There is none yet? Make a pair", "/keys", "Keys")),
			p.row(fieldKeyID, "Its key id (optional)", either(secret, "Left empty, it is random.", "Left empty, it is the key's own, or its thumbprint.")).text("", nil),
		),
	)
}

func (r *rotate) renderTimes() app.UI {
	p := r.problems
	return step("Its times",
		hiddenIf(r.kind == kindLeak, "spread",
			amount(p.row(fieldLifetime, "Longest token lifetime", "From a token's signature to its “exp”. Count refresh tokens, if they are signed alike."), "", "hours"),
			amount(p.row(fieldSkew, "Clock skew",
				"The leeway of the verifiers, 60 seconds in code from here, plus the most by which two clocks differ."), "2", "minutes"),
		),
		hiddenIf(r.what != whatPair, "spread", amount(p.row(fieldCache, "Longest cache time of the key set",
			"How long a verifier goes on with an old set: the “max-age” of its Cache-Control at a CDN or proxy, plus what its library is told."), "1", "hours")),
		amount(p.row(fieldRollout, "Longest deployment", "From its start until the last old instance is gone."), "1", "hours"),
		r.renderStart(),
		r.renderSchedule(),
	)
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
	return start.around(start.input(r.start, nil).Attr("type", "datetime-local"))
}

// step is a part of the form under a heading of its own.
func step(title string, rows ...app.UI) app.UI {
	return elem("fieldset", "class", "step").Body(elem("legend").Text(title), elem("div", "class", "step-fields").Body(rows...))
}

// hiddenIf puts together, in this class, what nobody is asked for in some cases. It
// keeps its place, so that what was entered is still there when a person chooses again.
func hiddenIf(hidden bool, class string, rows ...app.UI) app.UI {
	place := elem("div", "class", class).Body(rows...)
	if hidden {
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

func (r *rotate) onWhat(ctx app.Context, _ app.Event) {
	r.what = typed(ctx)
	if r.kind != kindLeak {
		r.kind = kindPicks[0].value
	}
}

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
	r.say("Cleared. What you entered and the plan are gone.")
	browser.Focus(pickID("kind", r.kind))
}
