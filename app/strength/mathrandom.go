package strength

import (
	"strconv"
	"strings"

	"jwtsecret/app/predict"
	"jwtsecret/app/token"
)

// findMathRandom alarms by chance once in 2^30, for which package predict gives
// the reason.
func findMathRandom(text []byte) []Finding {
	if p, ok := predict.Prove(text); ok {
		return []Finding{proved(p)}
	}
	return nil
}

// draw asks whether an engine of today drew the text, if there is a reading of which that
// can be told, and if it is to be asked: it takes long. It adds what it finds, whose chance
// to be false is that of findMathRandom, to what is tidy.
func (e *Examination) draw(found []Finding, readings []token.Reading, c Context) []Finding {
	for _, r := range readings {
		text := withoutLineEnd(r.Key)
		if !predict.MayProveSum(text) {
			continue
		}
		if e.Drawable = true; !c.MathRandom {
			break
		}
		if p, ok := predict.ProveSum(text, nil); ok {
			f := proved(p)
			f.Encoding, e.Drawable = r.Encoding, false
			return tidy(append(found, f))
		}
	}
	return found
}

func proved(p *predict.Proof) Finding {
	evidence := p.Recipe() + ", as " + p.Engine() + " computes it; a random text would pass for it with a chance below 2^-" +
		strconv.Itoa(int(p.Margin()))
	if next := p.Next(8); len(next) > 0 {
		var all []string
		for _, text := range next[:min(len(next), 3)] {
			all = append(all, string(text))
		}
		evidence += ". What came next: " + strings.Join(all, " or ")
	}
	return Finding{Certainty: MadeByMathRandom, Code: MathRandom, Evidence: evidence, Bits: p.SeedBits()}
}
