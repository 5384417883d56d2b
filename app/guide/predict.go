package guide

import (
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strconv"

	"jwtsecret/app/predict"
	"jwtsecret/app/prose"
)

// predicting foretells what Math.random of this browser draws next, and lets a person draw
// it. The numbers foretold are shown before they are drawn: nothing draws them but the
// button, which cannot be pressed before.
type predicting struct {
	foretold []float64
	next     func() float64 // what comes after those foretold; nil while nothing is
}

// machine is a generator whose state is known.
type machine struct {
	engine  string // the programs that have it
	formula string // what it makes of its state
	state   [2]uint64
	next    func() float64
}

// recoverState works out the generator that drew some numbers. Tests replace it.
var recoverState = func(numbers []float64, breathe func()) (machine, bool) {
	g, ok := predict.Recover(numbers, breathe)
	if !ok {
		return machine{}, false
	}
	return machine{engine: g.Engine().String(), formula: g.Engine().Formula(), state: g.State(), next: g.Next}, true
}

const (
	// mantissa is how many bits a number from 0 to below 1 has, in steps of equal size.
	mantissa = 53

	fiveNext = 5

	// skipped is how many numbers something else may have drawn before the five. The
	// picture of a million bits draws some thousands.
	skipped = 1 << 21
)

// Show shows that nothing is foretold yet.
func (p *predicting) Show(_ Form, v *View) {
	p.showNothing(v)
	showNoOutcome(v, "strong", "why")
}

// showNothing shows so of Math.random alone: what the other attempt gave stays for comparing.
func (p *predicting) showNothing(v *View) {
	p.Forget()
	v.Say("engine", "–")
	v.Say("formula", "–")
	v.Say("time", "–")
	v.Say("state", "–")
	v.List("five", p.rows(nil))
	v.Allow("draw", false)
	showNoOutcome(v, "said", "verdict", "note")
}

// Forget drops the generator.
func (p *predicting) Forget() { p.foretold, p.next = nil, nil }

// Act does what a button is for.
func (p *predicting) Act(name string, _ Form, e Env) {
	switch name {
	case "predict":
		p.predict(e)
	case "draw":
		p.draw(e)
	case "strong":
		attackStrong(e)
	}
}

// predict draws numbers, works out the state that made them, and shows what comes next.
func (p *predicting) predict(e Env) {
	e.Show(func(v *View) {
		p.showNothing(v)
		v.Say("said", "Drawing "+strconv.Itoa(predict.Outputs)+" numbers and working out what made them…")
	})
	numbers := make([]float64, predict.Outputs)
	for i := range numbers {
		numbers[i] = e.Random()
	}
	began := e.Milliseconds()
	m, ok := recoverState(numbers, e.Breathe)
	took := duration(e.Milliseconds() - began)
	if !ok {
		e.Show(func(v *View) {
			v.Judge("said", false, "Not predicted: none of the engines that this page knows draws such numbers. It searched for "+took+".")
			v.Say("note", notForetold)
		})
		return
	}
	e.Show(func(v *View) { // not if the page was left meanwhile
		p.next, p.foretold = m.next, nil
		for range fiveNext {
			p.foretold = append(p.foretold, m.next())
		}
		v.Judge("said", true, "Predicted in "+took+", before any of the five numbers below was drawn. Draw them now, and compare.")
		v.Say("engine", m.engine)
		v.Say("formula", m.formula)
		v.Say("time", took)
		v.Say("state", "s0 = "+hexadecimal(m.state[0])+"\ns1 = "+hexadecimal(m.state[1]))
		v.List("five", p.rows(nil))
		v.Allow("draw", true)
	})
}

// notForetold is said where no engine fits.
const notForetold = "That is no sign of safety. This page knows Chrome, Edge, Node and Firefox. Safari uses the formula of " +
	"Firefox; where that does not fit, its numbers are made in a way that nobody taught this page. The standard of " +
	"JavaScript does not ask any engine to make them hard to predict."

// draw draws the five, and compares.
func (p *predicting) draw(e Env) {
	if p.next == nil {
		return
	}
	drawn := make([]float64, fiveNext)
	for i := range drawn {
		drawn[i] = e.Random()
	}
	rows := p.rows(drawn)
	foretold, next := p.foretold, p.next
	p.Forget()
	between, found := find(drawn, foretold, next, e.Breathe)
	e.Show(func(v *View) {
		v.List("five", rows)
		v.Allow("draw", false)
		switch {
		case found && between == 0:
			v.Judge("verdict", true, "All five are what was predicted, to the last digit.")
		case found:
			v.Judge("verdict", true, "Something else on this page drew "+prose.Counted(between, "number", "numbers")+
				" in between. After those, all five are what the recovered state says.")
		default:
			v.Judge("verdict", false, "The five are not what was predicted. Something else has drawn from this generator, or its state was not the right one. Try again.")
		}
	})
}

// find returns how many numbers were drawn between those foretold and the five.
func find(drawn, foretold []float64, next func() float64, breathe func()) (between int, found bool) {
	for between = range skipped {
		if slices.Equal(foretold, drawn) {
			return between, true
		}
		foretold = append(foretold[1:], next())
		if between%1000 == 0 {
			breathe()
		}
	}
	return 0, false
}

// rows are what was foretold beside what was drawn.
func (p *predicting) rows(drawn []float64) [][]string {
	rows := make([][]string, fiveNext)
	for i := range rows {
		rows[i] = []string{"–", "–", "–"}
		if p.foretold != nil {
			rows[i] = []string{written(p.foretold[i]), "not drawn yet", "–"}
		}
		if drawn != nil {
			rows[i][1] = written(drawn[i])
			rows[i][2] = map[bool]string{true: "yes", false: "no"}[drawn[i] == p.foretold[i]]
		}
	}
	return rows
}

// attackStrong tries the same on the generator that makes the secrets of this site.
func attackStrong(e Env) {
	e.Show(func(v *View) {
		v.Mark("strong", "")
		v.Say("strong", "Drawing "+strconv.Itoa(predict.Outputs)+" numbers from crypto.getRandomValues and trying every engine…")
		v.Say("why", "")
	})
	numbers := strongNumbers(predict.Outputs)
	began := e.Milliseconds()
	m, ok := recoverState(numbers, e.Breathe)
	took := duration(e.Milliseconds() - began)
	e.Show(func(v *View) {
		if ok { // once in far more than 2^128 attempts, or getRandomValues is not what it should be
			v.Judge("strong", false, "Predicted, as "+m.engine+". Do not use this browser for secrets: its crypto.getRandomValues is broken.")
			return
		}
		v.Say("strong", "Not predicted: in "+took+", no engine fits these numbers.")
		v.Say("why", "That proves nothing yet: a bad generator that this page does not know would pass, too. "+
			"The reason to trust it is its design: no way is known to tell what a cryptographic generator gives next from what it has given.")
	})
}

// strongNumbers draws numbers from 0 to below 1 from crypto.getRandomValues.
func strongNumbers(n int) []float64 {
	random := make([]byte, 8*n)
	_, _ = rand.Read(random) // never fails
	numbers := make([]float64, n)
	for i := range numbers {
		numbers[i] = float64(binary.LittleEndian.Uint64(random[8*i:])>>(64-mantissa)) / (1 << mantissa)
	}
	return numbers
}

// written writes a number so that no other one from 0 to below 1 looks the same: they are
// 2^-53 apart, or about 1.1·10^-16.
func written(number float64) string { return strconv.FormatFloat(number, 'f', 17, 64) }

func hexadecimal(n uint64) string {
	return "0x" + hex.EncodeToString(binary.BigEndian.AppendUint64(nil, n))
}

// duration writes some milliseconds.
func duration(ms float64) string {
	switch {
	case ms < 1:
		return "less than a millisecond"
	case ms < 1000:
		return strconv.Itoa(int(ms)) + " ms"
	default:
		return strconv.FormatFloat(ms/1000, 'f', 1, 64) + " s"
	}
}
