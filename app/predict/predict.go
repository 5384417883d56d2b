// Package predict proves of a text that JavaScript's Math.random made it, and
// foretells what the same program made next.
//
// V8, the engine of Node and Chrome, computes Math.random by xorshift128+: 128
// bits of state that each step mixes by shifts and exclusive or alone. Every bit
// of every number is therefore a sum, modulo two, of bits of the first state. A
// text made of such numbers gives away some of those bits, each an equation; 128
// independent equations give the state, and the rest of the text either fits it
// or does not. Nothing here is guessed: a proof is a state that writes the whole
// text.
//
// Two recipes are known, each as people write them:
//
//   - alphabet[Math.floor(Math.random()*alphabet.length)], for the alphabets in
//     common use;
//   - Math.random().toString(36), whole or cut, as often as the text is long.
//
// V8 hands its numbers out 64 at a time and the last first, from an unknown place
// in the 64. What it takes of the state changed once: the upper 52 bits in Node
// 12 to 23, the upper 53 in Node 24 and 25. Since Node 26, and in Chrome since
// 2026, a number is the sum of both halves of the state, whose carries are not
// linear; Firefox and Safari always added. Texts from there take another way,
// [ProveSum], which is slower and knows fewer recipes. So no proof does not mean
// that a text was made well.
//
// A proof can be wrong only if a text made otherwise is by chance one that some
// state writes. There are 2^128 states and 64 places, so the chance for a random
// text of n characters from k symbols is at most 2^134 · recipes / k^n. The
// package stays silent unless that is below 2^-30: see [Proof.Margin].
//
//	if p, ok := predict.Prove(text); ok {
//		fmt.Println(p.Recipe(), p.Next(8))
//	}
//
// Who has the numbers themselves can do more: [Recover] foretells those of every
// engine. Where an engine adds, it guesses the carries. The carry into a bit of
// the sum is nearly certain where the bits below it are zeros, and nearly
// impossible where they are ones; among 256 numbers there are 128 such places,
// of which on average not one is wrong. They are solved once. If the state found
// does not draw the numbers, the likeliest mistakes are tried in turn, each for
// the price of an exclusive or.
//
//	if g, ok := predict.Recover(numbers, nil); ok {
//		fmt.Println(g.Engine(), g.Next())
//	}
package predict

import "iter"

// minMargin is the least [Proof.Margin], in bits. At one in a billion, nobody
// meets a false proof.
const minMargin = 30

// Proof is a state of Math.random that writes the text. Only [Prove] makes
// useful ones.
type Proof struct {
	origins   []origin // every one that writes the text
	ambiguous bool     // there are more origins than are kept
	margin    float64
}

// origin is one way in which the text can have come about.
type origin struct {
	recipe recipe
	state  state // before the first step of the cache, had the text been the first to draw from it
	gone   int   // numbers of the cache that were handed out before
	draws  int   // numbers that the text took

	// Of [ProveSum] alone: the engine, whose cache begins after the state.
	adding bool
	engine Engine
}

// outputs returns the numbers, in order and without end, as the words that they
// are the upper bits of.
func (o *origin) outputs() iter.Seq[uint64] {
	if !o.adding {
		return o.state.draws(o.gone)
	}
	return func(yield func(uint64) bool) {
		f := &formulas[o.engine]
		g := Generator{engine: o.engine, state: o.state}
		g.fill(f)
		for g.held -= o.gone; yield(g.next() << (64 - mantissa)); {
		}
	}
}

// Prove returns a proof that Math.random made the text, or false. It takes a few
// milliseconds for texts that some recipe could have written, and almost none
// for others. The text is not kept.
func Prove(text []byte) (*Proof, bool) {
	recipes, margin := candidates(text)
	if margin < minMargin {
		return nil, false
	}
	for i, r := range recipes {
		p := &Proof{margin: margin}
		if p.search(r, text); len(p.origins) > 0 {
			p.addTwins(recipes[i+1:], text)
			return p, true
		}
	}
	return nil, false
}

// addTwins adds the other recipes that write the text from the same state: the
// text may lack the symbols in which two alphabets differ.
func (p *Proof) addTwins(recipes []recipe, text []byte) {
	for _, o := range p.origins {
		for _, o.recipe = range recipes {
			if o.writes(text) {
				p.origins = append(p.origins, o)
			}
		}
	}
}

// search tries one recipe in every way to cut the text into draws.
func (p *Proof) search(r recipe, text []byte) {
	for draws := range r.read(text) {
		equations := make([][]parity, len(draws))
		for i, d := range draws {
			equations[i] = d.parities()
		}
		p.searchDraws(r, text, equations)
		if len(p.origins) > 0 {
			return
		}
	}
}

// searchDraws tries every number of draws that the cache still held when the
// text began. The equations of these are shared by all tries that hold as many:
// once they contradict each other, no larger number can be right.
func (p *Proof) searchDraws(r recipe, text []byte, draws [][]parity) {
	var shared system
	least := leastHeld(draws)
	for held := 1; held <= len(draws); held++ {
		if !shared.addDraw(held-1, cacheSize, draws[held-1]) {
			return
		}
		s := shared
		if held < least || !s.addDraws(draws, held) {
			continue
		}
		p.addSolutions(origin{recipe: r, gone: cacheSize - held}, text, &s)
		for more := held + 1; held == len(draws) && more <= cacheSize; more++ {
			p.addSolutions(origin{recipe: r, gone: cacheSize - more}, text, &s)
		}
	}
}

// leastHeld looks at the draws from the other end: those after the cache was
// filled again are on the same steps for every number held. Where they begin to
// contradict each other, the cache must have held more.
func leastHeld(draws [][]parity) int {
	var refilled system
	for draw := len(draws) - 1; draw > 0; draw-- {
		if !refilled.addDraw(draw, 1, draws[draw]) {
			return draw + 1
		}
	}
	return 1
}

// addSolutions keeps the solution that writes the whole text. Where there are
// several, one is a proof as good as all of them, but foretells nothing.
func (p *Proof) addSolutions(o origin, text []byte, s *system) {
	found := 0
	for o.state = range s.solutions() {
		if !o.writes(text) {
			continue
		}
		if found++; found > 1 {
			p.ambiguous = true
			return
		}
		p.origins = append(p.origins, o)
	}
}

// writes reports whether the origin writes the text, and counts the numbers that
// it takes. A state of zero stays zero; V8 never has it, but it would write any
// text that repeats the first symbol.
func (o *origin) writes(text []byte) bool {
	if o.state == (state{}) {
		return false
	}
	written := make([]byte, 0, maxFraction)
	o.draws = 0
	for output := range o.outputs() {
		written = o.recipe.write(written[:0], output)
		n := min(len(written), len(text))
		if string(written[:n]) != string(text[:n]) {
			return false
		}
		o.draws++
		if text = text[n:]; len(text) == 0 {
			break
		}
	}
	return true
}

// Recipe returns the JavaScript that made the text.
func (p *Proof) Recipe() string { return p.origins[0].recipe.name() }

// Engine returns the programs, and their versions, whose Math.random writes the
// text.
func (p *Proof) Engine() string {
	if o := p.origins[0]; o.adding {
		return o.engine.String()
	}
	return p.origins[0].recipe.engine()
}

// SeedBits returns how many bits at most decided the text: those that V8 seeds a new
// Math.random with, or, of Firefox and Safari, which cannot be told apart, those of the
// state, which Firefox fills.
func (p *Proof) SeedBits() float64 {
	if o := p.origins[0]; o.adding && o.engine == AddingLow {
		return unknowns
	}
	return 64
}

// Margin returns how sure the proof is, in bits: a random text of this length
// would be mistaken for one of Math.random with a chance of at most 2 to the
// minus Margin. It is at least 30.
func (p *Proof) Margin() float64 { return p.margin }
