package strength

import (
	"strconv"
	"strings"

	"jwtsecret/app/predict"
)

// seedBits is what V8 seeds a new Math.random with, in bits.
const seedBits = 64

// findMathRandom alarms by chance once in 2^30, for which package predict gives
// the reason.
func findMathRandom(text []byte) []Finding {
	p, ok := predict.Prove(text)
	if !ok {
		return nil
	}
	evidence := p.Recipe() + ", as " + p.Engine() + " computes it; a random text would pass for it with a chance below 2^-" +
		strconv.Itoa(int(p.Margin()))
	if next := p.Next(8); len(next) > 0 {
		var all []string
		for _, text := range next[:min(len(next), 3)] {
			all = append(all, string(text))
		}
		evidence += ". What came next: " + strings.Join(all, " or ")
	}
	return []Finding{{Certainty: MadeByMathRandom, Code: MathRandom, Evidence: evidence, Bits: seedBits}}
}
