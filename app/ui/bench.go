package ui

import (
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// bench is the page on which a token is read, edited, signed and verified. All of its
// work is done by the auditor, which answers each change.
//
// What is typed stays in the browser's fields. The side that was changed last rules: the
// other is made of it.
type bench struct {
	app.Compo
	titled
	copier

	parts  bool     // header and claims rule, and not the token
	do     []string // what was asked for beside, and is not done yet
	answer job.BenchReport

	asking  *task
	waits   bool        // something has changed that the auditor was not asked yet
	changed bool        // what stands on the page is about what stood there before
	again   *time.Timer // until the dates have other words
}

const (
	fieldBenchToken     field = "bench-token"
	fieldBenchHeader    field = "bench-header"
	fieldBenchClaims    field = "bench-claims"
	fieldBenchSecret    field = "bench-secret"
	fieldBenchAlgorithm field = "bench-algorithm"
	fieldBenchReading   field = "bench-reading"
)

// benchAlgorithms are those to sign with, in groups: the name of each stands before it.
var benchAlgorithms = []string{
	"Secret HS256 HS384 HS512", "RSA RS256 RS384 RS512 PS256 PS384 PS512", "Curves ES256 ES384 ES512 EdDSA Ed25519", "Post-quantum ML-DSA-44 ML-DSA-65 ML-DSA-87",
}

func drawAlgorithms(group string) app.UI {
	words := strings.Split(group, " ")
	return elem("optgroup", "label", words[0]).Body(each(words[1:], func(name string) app.UI { return option(name, name, "") }))
}

// tokenParts are the names of the places for the parts of a token.
var tokenParts = []string{"Header", "Payload", "Signature"}

// OnMount forgets everything when the page is left.
func (b *bench) OnMount(ctx app.Context) { b.enter(ctx, b.forget) }

func (b *bench) forget() {
	b.asking.stop()
	b.asking, b.waits, b.status = nil, false, ""
	clearFields(fieldBenchToken, fieldBenchHeader, fieldBenchClaims, fieldBenchSecret, fieldBenchReading)
	b.show(job.BenchReport{})
	b.parts = false
	browser.EndAuditors()
}

// Render draws the page. What it says of a token that has changed since is put aside at
// once, and soon taken away.
func (b *bench) Render() app.UI {
	class := "bench"
	if b.changed {
		class = "bench changed"
	}
	return shell(
		box("intro",
			elem("h1").Text("Read a token, change it, sign it again"),
			elem("p").Text("Paste a token, and its secret or key if you have it. Whichever side you change, the other follows. Both stay on this page."),
		),
		box(class, b.renderToken(), b.renderParts(), b.renderSignature(), renderFindings("What anyone can see in it", b.answer.Findings)),
	)
}

// box puts things together that go together.
func box(class string, body ...app.UI) app.UI { return elem("div").Class(class).Body(body...) }

// area is a field whose content is no part of the drawn tree.
func (b *bench) area(f field, label, hint, problem string, rows int) app.UI {
	r := row{f, label, hint, problem}
	return r.around(r.textarea(rows, "", b.onChange).DataSet("secret", "").On("focus", b.onFocus))
}

func (b *bench) renderToken() app.UI {
	return section("card", "token-title", "Token",
		b.area(fieldBenchToken, "Encoded", "As it was issued, or in its header, cookie, address or JSON.", b.answer.TokenProblem, 6),
		box("actions",
			b.copyButton("copy-token", "Copy", "Copy the token", b.onCopy).Class("quiet"),
			b.does("sample", "Fill in a sample"),
			button("clear", "Clear", b.onClear).Class("quiet"),
		),
		box("headline", each(b.answer.Badges, func(one job.Finding) app.UI {
			return elem("span", "class", "badge").DataSet("state", one.Code).Text(one.Title)
		})),
		box("token-parts", each(tokenParts, func(name string) app.UI { return box("", app.Text(name), place(name, "")) })),
		b.renderStatus("status"),
	)
}

func (b *bench) renderParts() app.UI {
	return section("card", "parts-title", "What it says",
		b.area(fieldBenchHeader, "Header", "", b.answer.HeaderProblem, 5),
		b.area(fieldBenchClaims, "Claims", "", b.answer.ClaimsProblem, 10),
		elem("div", "class", "actions", "role", "group", "aria-label", "Let it expire in").Body(app.Text("Let it expire in"), b.does("900", "15 minutes"), b.does("3600", "1 hour"), b.does("86400", "1 day")),
		place("dates", ""),
	)
}

func (b *bench) renderSignature() app.UI {
	actions := []app.UI{}
	if b.answer.Sign {
		actions = append(actions, b.does("sign", "Sign with this key"))
	}
	if b.answer.Guess {
		actions = append(actions, button("guess", "Try to guess its secret", b.onGuess).Class("quiet"))
	}
	return section("card", "signature-title", "Signature",
		box("bench-key",
			b.area(fieldBenchSecret, "Secret or key", "Alone or as it stands in its file: a line of .env, PEM, a certificate, a JWK or JWKS, a Kubernetes Secret.", b.answer.SecretProblem, 2),
			check("bench-mask", "Hide on screen", true, b.onFocus),
		),
		box("pair",
			b.list(fieldBenchAlgorithm, "Sign with", "What the header says", each(benchAlgorithms, drawAlgorithms)),
			b.list(fieldBenchReading, "Secret read as", "Found out by the token", options(encodings, "", describeReading)...),
		),
		elem("p", "id", "bench-sentence", "role", "status").Text(b.answer.Sentence),
		box("actions", actions...),
		seePage("Code for tokens of a secret: “How your code reads it”", "/", "Generate"),
		seePage("Code for tokens of a key pair: “Code that signs and verifies”", "/keys", "Keys"),
	)
}

// list begins with what needs no choice.
func (b *bench) list(f field, label, first string, others ...app.UI) app.UI {
	return row{field: f, label: label}.choice(append([]app.UI{option("", first, "-")}, others...), b.onChange)
}

// does is a button for what the auditor does with the token.
func (b *bench) does(what, text string) app.UI {
	return button("do-"+what, text, b.onChange).Class("quiet").DataSet("do", what)
}
