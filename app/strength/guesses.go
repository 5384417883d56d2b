package strength

import "math"

// guesses returns how many guesses, in bits, a program needs at most that knows
// words and their usual changes, runs of every kind, and pieces of letters, of
// digits or of symbols, and tries each character of the rest. It is at most what
// the alphabet of the text can hold.
//
// It is an estimate, and a low one, as those of password meters are: which piece
// comes next is hardly paid for. So it proves nothing, and its findings are the
// least certain.
func guesses(text []byte) float64 {
	symbol := math.Log2(float64(max(1, alphabetSize(text))))
	variants := variantsOf(text)
	defer wipeAll(variants)
	best := make([]float64, len(text)+1) // for the first i characters
	for i := range best {
		best[i] = symbol * float64(i)
	}
	for i := range text {
		reach := func(n int, price float64) { best[i+n] = min(best[i+n], best[i]+max(1, price)) }
		reach(1, symbol)
		for n := 2; n <= min(longestWord, len(text)-i); n++ {
			if bits, ok := wordBits(text, variants, i, n, nil); ok {
				reach(n, bits-wordPrice-otherListCost) // its rank in a list alone
			}
		}
		for _, r := range runsAt(text, i, true) {
			for n := 2; n <= r.length; n++ {
				reach(n, r.price-copyPrice+math.Log2(float64(n)))
			}
		}
		for n := 1; n <= pieceLength(text[i:]); n++ {
			reach(n, piecePrice+float64(n)*pieceBits[class(text[i])]+casePrice(text[i:i+n]))
		}
	}
	return best[len(text)]
}

// piecePrice says that a piece is of letters, of digits or of symbols, in bits;
// pieceBits are what each of its characters costs in addition.
const piecePrice = 1

var pieceBits = map[int]float64{lowers: math.Log2(26), uppers: math.Log2(26), digits: math.Log2(10), symbols: math.Log2(33)}

// pieceLength returns how many letters, digits or symbols the text begins with,
// at most as many as a word has.
func pieceLength(text []byte) int {
	kind := func(b byte) int {
		if isLetter(b) {
			return lowers
		}
		return class(b)
	}
	n := 0
	for n < min(longestWord, len(text)) && kind(text[n]) == kind(text[0]) && kind(text[n]) != others {
		n++
	}
	return n
}
