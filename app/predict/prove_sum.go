package predict

import (
	"math"
	"slices"
)

// addingEngines are those whose texts [ProveSum] looks for.
var addingEngines = [...]Engine{AddingHigh, AddingLow, AddingHighBackward}

const (
	// leastSymbols is the size of the smallest alphabet whose symbols show enough.
	leastSymbols = 52

	// chains is how many beginnings of a chain are tried in a text.
	chains = 3
)

// ProveSum is [Prove] for the engines that add: Chrome and Node since 2026,
// Firefox and Safari. Of the recipes it knows that of alphabets, from 52 symbols
// on, for texts of about 29 characters or more.
//
// What adds cannot be solved, but it can be followed. A symbol nearly shows the
// six upper bits of s0 + s1, so but for the carry from below, those of s0 give
// those of s1; and s1 is the s0 of the next step. So the six bits at one step, and
// one carry a draw, give those at all steps. For 27 draws these are 2^33 chains of
// 168 bits, which the state's 128 decide: few chains are possible, and a state is
// found from them. By going from the middle to both ends and comparing what comes
// out, it costs not 2^33, but 2^6 times two lists of about 2^14.
//
// With 64 symbols no way is left out: every text is proved if it was made without
// a cache, or if the cache was not filled again within each of three places. With
// other alphabets the likeliest ways are followed, and about nine of ten texts of
// 43 characters are proved.
//
// A proof takes 20 ms if the first alphabet and engine are right, and as much or
// a few times more for each before. Other texts take longest: 5 seconds, and 20 as
// wasm, where six alphabets hold them. Breathe is called meanwhile, every 5 ms or,
// as wasm, some tens of them.
func ProveSum(text []byte, breathe func()) (*Proof, bool) {
	recipes, margin := sumCandidates(text)
	pace := &pacer{breathe: breathe}
	for i, r := range recipes {
		a, ok := r.(alphabet)
		if !ok || len(a) < leastSymbols {
			continue
		}
		for _, engine := range addingEngines {
			p := &Proof{margin: margin}
			if p.searchSums(a, engine, text, pace); len(p.origins) > 0 {
				p.addTwins(recipes[i+1:], text)
				return p, true
			}
		}
	}
	return nil, false
}

// MayProveSum reports whether [ProveSum] has anything to try for the text: its symbols
// and its length allow for a proof. It takes almost no time.
func MayProveSum(text []byte) bool {
	recipes, _ := sumCandidates(text)
	return slices.ContainsFunc(recipes, func(r recipe) bool {
		a, ok := r.(alphabet)
		return ok && len(a) >= leastSymbols
	})
}

// sumCandidates returns no recipes for a text that is too short for a proof.
func sumCandidates(text []byte) ([]recipe, float64) {
	recipes, margin := candidates(text)
	margin -= math.Log2(float64(len(addingEngines)))
	if margin < minMargin || len(text) < links {
		return nil, 0
	}
	return recipes, margin
}

// searchSums tries chains that begin in several places of the text's first 64
// characters.
func (p *Proof) searchSums(a alphabet, engine Engine, text []byte, pace *pacer) {
	var draws [][]partial
	for all := range a.read(text) {
		for _, i := range all {
			draws = append(draws, i.partials())
		}
	}
	last := len(draws) - links
	for i := range min(chains, last+1) {
		first := last * i / max(1, min(chains, last+1)-1)
		chain := draws[first : first+links]
		if formulas[engine].cache > 1 {
			p.searchBackward(origin{recipe: a, adding: true, engine: engine}, first, chain, text, pace)
		} else if p.searchForward(origin{recipe: a, adding: true, engine: engine}, first, chain, text, pace) {
			return
		}
		if len(p.origins) > 0 {
			return
		}
	}
}

// searchForward reports whether no other chain need be tried.
func (p *Proof) searchForward(o origin, first int, chain [][]partial, text []byte, pace *pacer) bool {
	_, above := formulas[o.engine].known(0)
	m := newMeeting(outputs()[first:], above-window)
	return m.run(chain, pace, func(x state) bool {
		o.state = x
		return p.addSum(o, text)
	})
}

// searchBackward searches a chain whose last draw has the first step. If it is
// not found, the chain may have lain in two caches.
func (p *Proof) searchBackward(o origin, first int, chain [][]partial, text []byte, pace *pacer) {
	chain = slices.Clone(chain)
	slices.Reverse(chain)
	newMeeting(outputs(), 64-window).run(chain, pace, func(x state) bool {
		o.state = x
		return p.addBackward(o, first+links, text)
	})
}

// addBackward tries every place in the cache for a state before the step of the
// last of so many draws. A chain lies in one cache: the first of the text, or the
// second.
func (p *Proof) addBackward(o origin, draws int, text []byte) bool {
	x := o.state
	for before := 0; before+links <= cacheSize; before++ {
		o.state = x.back(before)
		held := draws + before
		if held > cacheSize {
			o.state, held = o.state.back(cacheSize), held-cacheSize
		}
		o.gone = cacheSize - held
		p.addSum(o, text)
	}
	return len(p.origins) > 0
}

func (p *Proof) addSum(o origin, text []byte) bool {
	if !o.writes(text) {
		return false
	}
	p.origins = append(p.origins, o)
	return true
}
