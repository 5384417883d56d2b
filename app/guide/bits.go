package guide

import (
	"math"
	"strconv"
	"strings"

	"jwtsecret/app/guess"
	"jwtsecret/app/prose"
)

// bits shows how long a search takes for a secret of so many bits.
type bits struct{}

// The ends of the slider.
const fewestBits, mostBits = 20, 512

// Show shows the times at named rates, as a table and as a plot.
func (*bits) Show(f Form, v *View) {
	n := min(max(f.Number("bits", fewestBits), fewestBits), mostBits)
	v.Say("size", strconv.Itoa(n)+" bits")
	v.Say("possible", "2"+superscript(n)+", or "+scientific(math.Exp2(float64(n))))
	var rows [][]string
	for _, r := range guess.Rates() {
		rows = append(rows, []string{r.Who, perSecond(r.PerSecond), spanOrAges(r.Expected(float64(n)))})
	}
	v.List("times", rows)
	v.Draw("plot", searchPlot(n))
}

// Act moves the slider to one of the usual sizes, which the button is named for.
func (*bits) Act(name string, _ Form, e Env) {
	e.Show(func(v *View) { v.Fill("bits", []byte(name)) })
	e.Again()
}

// spanOrAges says in words how long so many seconds are, in ages of the universe where it is
// more than one.
func spanOrAges(seconds float64) string {
	ages := seconds / guess.AgeOfUniverse
	switch {
	case ages < 1:
		return guess.About(seconds)
	case ages < 2:
		return "1 age of the universe"
	default:
		return scientific(ages) + " ages of the universe"
	}
}

// perSecond writes a rate with two digits that count.
func perSecond(n float64) string {
	if n >= 1e12 {
		return scientific(n)
	}
	return guess.Round(n)
}

// scientific writes a number with two digits that count: "1.8·10¹⁹", and small ones as they are.
func scientific(n float64) string {
	if n < 1e7 {
		return prose.Thousands(int(n))
	}
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(n, 'e', 1, 64), "e+")
	power, _ := strconv.Atoi(exponent)
	return digits + "·10" + superscript(power)
}

// superscript writes a number, not negative, raised.
func superscript(n int) string {
	var raised strings.Builder
	for _, digit := range strconv.Itoa(n) {
		raised.WriteRune([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[digit-'0'])
	}
	return raised.String()
}
