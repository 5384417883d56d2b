package predict

// Engine is a way of making the numbers of Math.random. All engines have the
// same state and the same step, xorshift128+, and hand out other bits of it.
type Engine uint8

// The engines that [Recover] knows. V8 handed out the sum of both halves of the
// state last first for some months, and Node 26 still has that V8.
const (
	AddingLow Engine = iota
	AddingHigh
	AddingHighBackward
	Upper53
	Upper52
)

// formula is what an engine makes of the state after a step.
type formula struct {
	name, text string

	sum    bool // s0 + s1 is handed out, or else s0
	lowest int  // bit of that word; up to 53 from there on
	cache  int  // numbers made at a time, of which the last is handed out first
}

var formulas = [...]formula{
	AddingLow:          {"Firefox or Safari (SpiderMonkey or JavaScriptCore)", "the lower 53 bits of s0 + s1", true, 0, 1},
	AddingHigh:         {"Chrome (V8 since May 2026)", "(s0 + s1) >> 11", true, 11, 1},
	AddingHighBackward: {"Node 26 (V8 of early 2026)", "(s0 + s1) >> 11, the last of 64 first", true, 11, cacheSize},
	Upper53:            {"Node 24 or 25, or Chrome of their time (V8)", "s0 >> 11, the last of 64 first", false, 11, cacheSize},
	Upper52:            {"Node 12 to 23, or Chrome of their time (V8)", "s0 >> 12, the last of 64 first", false, 12, cacheSize},
}

// String says which programs have the engine.
func (e Engine) String() string { return formulas[e].name }

// Formula is what the engine divides by 2^53, or 2^52 where it drops 12 bits, to
// get a number. s0 and s1 are the halves of the state.
func (e Engine) Formula() string { return formulas[e].text }

const (
	mantissa = 53            // bits of a number
	unit     = 1 << mantissa // a number is a whole one divided by this
)

// number returns the number that the state after a step gives, times 2^53.
func (f *formula) number(s state) uint64 {
	word := s[0]
	if f.sum {
		word += s[1]
	}
	if f.lowest == 0 {
		return word % unit
	}
	return word >> f.lowest << f.lowest >> (64 - mantissa)
}

// known puts a number back into its place in the word, and returns that word and
// the first bit above those known. Bits that were dropped are zero.
func (f *formula) known(number uint64) (word uint64, above int) {
	if f.lowest == 0 {
		return number, mantissa
	}
	return number << (64 - mantissa), 64
}

// stepOf returns the step that made the number of a draw, where the cache held
// that many numbers before the first draw. Step 0 is the first of that cache.
func (f *formula) stepOf(draw, held int) int {
	draw += f.cache - held // counted as if the cache had been full
	return draw + f.cache - 1 - 2*(draw%f.cache)
}
