package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/job"
	"jwtsecret/app/meta"
	"jwtsecret/app/secret"
)

// What the audit of a secret comes to, and what that means.

// renderVerdicts draws the verdict for the algorithm that suits the secret best, and
// a table of all.
func renderVerdicts(r *job.SecretReport) app.UI {
	if len(r.Verdicts) == 0 { // they are on their way
		return elem("div")
	}
	fit := r.Verdicts.Fit()
	best := r.Verdicts[fit]
	return section("card verdict", "verdicts-title", "Verdict",
		app.If(len(r.Secrets) > 1, elem("p", "id", "verdict-of").Text(manyNote(r))),
		elem("p", "class", "headline").Body(badge(r.Verdicts, fit), app.Text(suits(r.Verdicts))),
		elem("p", "id", "verdict-sentence").Text(best.Sentence),
		scale(float64(best.Bits), best.Code, secret.Algorithms()),
		scaleHint(),
		elem("table", "aria-label", "The verdict for each algorithm").Body(
			elem("thead").Body(elem("tr").Body(headings("Algorithm", "Asks for", "Verdict"))),
			elem("tbody").Body(times(len(r.Verdicts), func(i int) app.UI {
				v := r.Verdicts[i]
				return elem("tr").ID("verdict-"+v.Algorithm).DataSet("verdict", v.Code).Body(
					elem("th", "scope", "row").Text(v.Algorithm),
					elem("td").Text(counted(v.Minimum, "byte", "bytes")),
					elem("td").Body(badge(r.Verdicts, i)),
				)
			})),
		),
		renderReplace(r.Verdicts),
	)
}

// defective tells whether the secret has a defect with the algorithm that suits it best.
func defective(all job.Verdicts) bool { return all[all.Fit()].Code != meta.NoDefect }

// renderReplace leads on where the secret has to go.
func renderReplace(all job.Verdicts) app.UI {
	return app.If(defective(all), elem("p").Body(
		app.Text("To replace it: "),
		elem("a", "href", "/?alg="+all[0].Algorithm).Text("make a new secret"),
		app.Text(" on this device, and "),
		elem("a", "href", "/rotate").Text("plan how to bring it in"),
		app.Text("."),
	))
}

// suits says which algorithms a verdict is about where the others differ.
func suits(all job.Verdicts) string {
	var same []string
	for _, v := range all {
		if v.Code == all[all.Fit()].Code {
			same = append(same, v.Algorithm)
		}
	}
	if len(same) == len(all) {
		return ""
	}
	return "for " + strings.Join(same, " and ")
}

// worth says what a secret is worth at most with the algorithm that suits it best.
func worth(all job.Verdicts) string { return counted(all[all.Fit()].Bits, "bit", "bits") }

func headings(names ...string) app.UI {
	return each(names, func(name string) app.UI { return elem("th", "scope", "col").Text(name) })
}

// badge shows a verdict as a sign, a word and a colour, each of which is enough.
func badge(all job.Verdicts, i int) app.UI {
	v, class, sign := all[i], "badge", signBad
	switch {
	case all.Spared(i):
		class, sign = "badge spared", signNone
	case v.Code == meta.NoDefect:
		sign = signGood
	}
	return elem("span").Class(class).DataSet("verdict", v.Code).Body(icon(sign), app.Text(v.Name))
}

func renderReadings(r *job.SecretReport) app.UI {
	place, readings := elem("div", "class", "findings-place"), r.Readings
	if len(readings) == 0 {
		return place
	}
	return place.Body(section("card", "readings-title", "What your library makes of it",
		elem("p", "class", "hint").Text("Most libraries take the text itself, some decode it first."),
		elem("table").Body(
			elem("thead").Body(elem("tr").Body(headings("Read as", "Key", "Worth at most", "In the HMAC of "+r.Verdicts[r.Verdicts.Fit()].Algorithm))),
			elem("tbody").Body(each(readings, func(r job.Reading) app.UI {
				return elem("tr").DataSet("encoding", r.Encoding).Body(
					elem("th", "scope", "row").Text(r.Encoding),
					elem("td").Text(counted(r.Size, "byte", "bytes")),
					elem("td").Text(counted(r.Bits, "bit", "bits")),
					elem("td").Text(r.Treatment),
				)
			})),
		),
		app.If(slices.ContainsFunc(readings, func(r job.Reading) bool { return r.Bits > secret.HS256.UsableBits() }),
			elem("p", "class", "hint", "id", "readings-most").Text("More than 256 bits are for HS512, which can use the most: HS384 uses at most 384 of them, HS256 at most 256.")),
		elem("p", "class", "hint").Text("That HMAC fills a key up with zeros, or replaces a long one by its hash, does no harm and adds nothing (RFC 2104, section 2)."),
	))
}

func renderCrackTimes(times []job.CrackTime) app.UI {
	place := elem("div", "class", "crack-place")
	if len(times) == 0 {
		return place
	}
	return place.Body(
		section("card", "crack-title", "How long guessing takes",
			elem("p", "class", "hint").Text("An attacker who knows how it was made tries half of the possibilities on average."),
			elem("ul", "class", "crack-times").Body(each(times, func(t job.CrackTime) app.UI { return entry(t.Time, t.Rate) })),
		),
	)
}
