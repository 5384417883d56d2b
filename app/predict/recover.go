package predict

const (
	// Outputs is how many numbers a page should draw for [Recover].
	Outputs = 256

	// MinOutputs is how many it must draw. With fewer, states of V8 would be missed
	// too often.
	MinOutputs = 64
)

// attempts are the engines in the order in which they are tried, with the states
// that each may cost for every place in its cache. Nearly all states are found by
// the first attempt, so that what is rare comes last.
var attempts = [...]struct {
	engine Engine
	states int
}{
	{AddingLow, 1 << 12},
	{AddingHigh, 1 << 17},
	{Upper52, 1},
	{Upper53, 1},
	{AddingHighBackward, 1 << 12},
	{AddingHigh, 1 << 23},
	{AddingHighBackward, 1 << 18},
}

// Recover returns the generator that drew these numbers of Math.random, in this
// order and with none drawn between them, or false. It stands after the last of
// them, so its Next is what the page gets next.
//
// With [Outputs] numbers it found every one of 20,000 states of today's V8, most
// in 1 ms (5 ms as wasm), and of 2,000 of each other engine. With [MinOutputs] it
// misses one state in 200 of a V8 that adds.
//
// Numbers that none of the engines drew take longest, because all must be tried:
// half a second, and twice that as wasm. What may be tried is counted in states,
// so that no numbers take longer. For the browser's sake, breathe is called after
// about every 5 ms of work as wasm, unless it is nil.
//
// The generator draws all the numbers again, each in full. There are five engines,
// 64 places and 2^128 states, and other numbers are by chance those of one of
// them: with less than 5·2^134 / 2^(52·64), so never.
func Recover(numbers []float64, breathe func()) (*Generator, bool) {
	wholes, ok := wholeNumbers(numbers)
	if !ok {
		return nil, false
	}
	words := firstWords(len(numbers) + 2*cacheSize + 1)
	p := &pacer{breathe: breathe}
	for _, a := range attempts {
		f := &formulas[a.engine]
		guesses := f.likeliest(wholes)
		for held := 1; held <= f.cache; held++ {
			s := search{engine: a.engine, formula: f, numbers: wholes, held: held, pacer: p}
			if s.prepare(guesses, words) && s.run(a.states) {
				return s.found, true
			}
		}
	}
	return nil, false
}

// wholeNumbers returns the numbers times 2^53, or false where no engine gives
// such numbers.
func wholeNumbers(numbers []float64) ([]uint64, bool) {
	if len(numbers) < MinOutputs {
		return nil, false
	}
	wholes := make([]uint64, len(numbers))
	for i, number := range numbers {
		if !(number >= 0 && number < 1) { // also where it is no number at all
			return nil, false
		}
		if wholes[i] = uint64(number * unit); float64(wholes[i])/unit != number {
			return nil, false
		}
	}
	return wholes, true
}

// pacer counts work, and lets others go on after every few milliseconds of it.
type pacer struct {
	breathe func()
	work    int // in states tried
}

// portion is the work after which others may go on: about 5 ms as wasm.
const portion = 1 << 17

func (p *pacer) did(work int) {
	if p.work += work; p.work < portion {
		return
	}
	p.work = 0
	if p.breathe != nil {
		p.breathe()
	}
}
