package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/guess"
	"jwtsecret/app/secret"
)

// scaleEnd is where the scale of bits ends: the largest hash uses no more.
const scaleEnd = 512

// onScale is a place on the scale, from its left end.
func onScale(bits float64) string {
	return percent(100 * min(bits, scaleEnd) / scaleEnd)
}

func percent(n float64) string { return strconv.FormatFloat(n, 'f', 2, 64) + "%" }

// scale draws how many bits a secret has, beside what is searched in times that people
// can imagine and what algorithms ask for. Each bit doubles the work, so equal steps
// are equal factors. The code of a verdict gives the colour. What the picture shows
// stands beside it in words, too.
func scale(bits float64, code string, rules []secret.Algorithm) app.UI {
	drawn := []app.UI{bar("whole", 0, scaleEnd), bar("worth", 0, max(bits, 4))}
	if last := rules[len(rules)-1]; last.UsableBits() < scaleEnd {
		drawn = append(drawn, bar("unused", float64(last.UsableBits()), scaleEnd))
		if last == secret.HS256 { // beside the others there is no room on a phone
			drawn = append(drawn, label(scaleEnd, "56", "end", "beyond "+last.String()))
		}
	}
	anchor := "middle" // the first has little room on either side
	for _, m := range guess.Marks() {
		drawn = append(drawn, tick(m.Bits), label(m.Bits, "12", anchor, m.Name))
		anchor = "start"
	}
	for _, a := range rules {
		at, anchor := float64(a.UsableBits()), "middle"
		if at == scaleEnd {
			anchor = "end"
		}
		drawn = append(drawn, tick(at), label(at, "56", anchor, a.String()))
	}
	return elem("div", "class", "scale").DataSet("verdict", code).Aria("hidden", "true").Body(
		shape("svg", "width", "100%", "height", "60", "focusable", "false").Body(drawn...))
}

// bar is a part of the scale between two numbers of bits.
func bar(part string, from, to float64) app.UI {
	return shape("rect", "data-part", part, "x", onScale(from), "y", "22", "width", onScale(min(to, scaleEnd)-from), "height", "12", "rx", "6")
}

func tick(bits float64) app.UI {
	return shape("line", "x1", onScale(bits), "x2", onScale(bits), "y1", "18", "y2", "42")
}

func label(bits float64, y, anchor, text string) app.UI {
	return shape("text", "x", onScale(bits), "y", y, "text-anchor", anchor).Body(app.Text(text))
}

// scaleHint says how to read the scale.
func scaleHint() app.UI {
	return elem("p", "class", "hint").Body(
		app.Text("Each bit doubles the guesses. The times are those of eight graphics cards"), elem("span").Text(" that try everything on HS256"), app.Text("."))
}
