package strength

import (
	"math"
	"strconv"
	"sync"
)

// minTyped is how many bits the code of typing must save. By Kraft's inequality
// (description.go) chance saves them once in 2^10 at most. It does far more seldom,
// because most of the code's own texts save much more, and random text can only be
// among the others. Of 150,000 random texts of each of twenty alphabets and lengths,
// from 16 bytes on, one in 35,000 saved ten bits, and one in 16,000 in the alphabet
// where most did; with every bit more it is half as many. Some of them have a word
// that findWord finds first. So the bound holds for one text of a secret, and not
// for several.
const minTyped = 10

// findTyping looks for letters and digits that follow each other as hands on a
// keyboard, and words, put them. Bytes in hexadecimal are nobody's writing.
func findTyping(text []byte) []Finding {
	if alphabetSize(text) <= 16 {
		return nil
	}
	saved := typingSaving(text)
	if saved < minTyped {
		return nil
	}
	return []Finding{{
		Certainty: HumanLooking, Code: TypedByHand, Bits: narrowest(text) - saved,
		Evidence: "a model of hands and words saves " + strconv.Itoa(int(saved)) + " bits; chance does that less than once in 2^" + strconv.Itoa(int(saved)),
	}}
}

const (
	// The chances that a word begins after what is no letter, and after a letter.
	wordAtStart = 0.3
	wordInside  = 0.003

	// The price of small letters, and of a capital at the beginning or throughout:
	// 2^-0.5 + 2 · 2^-2.77 is 1.
	smallPrice = 0.5
	largePrice = 2.78
)

// typingSaving returns the bits that are saved by a code for letters and digits:
// either each as hands type it, or with words among them. What symbols there are,
// and where, is taken as given: nobody knows which of them a generator uses, and
// the letters and digits of random text are as random once the symbols are known.
func typingSaving(text []byte) float64 {
	alphabet, symbol := typingAlphabet(text)
	n := 0
	for _, b := range text {
		switch classIndex(b) {
		case symbolIndex:
		case otherIndex:
			return 0
		default:
			n++
		}
	}
	return float64(n)*symbol + typingChance(text, alphabet)
}

// typingChance returns log2 of the chance that the code gives to the text.
func typingChance(text []byte, alphabet [3][]byte) float64 {
	prices := classPrices(text, alphabet)
	addKeyPrices(prices, text, alphabet)
	handsOnly := 0.0
	for _, price := range prices {
		handsOnly -= price
	}
	return logSum(handsOnly, withWords(text, prices)) - 1 // one bit says which
}

// withWords returns log2 of the chance that the text is made of words and of
// characters of the given prices, in whatever way: the ways' chances add up.
func withWords(text []byte, prices []float64) float64 {
	plain := lowerCase(text)
	defer clear(plain)
	chance := make([]float64, len(text)+1) // of the first i characters
	for i := range chance {
		chance[i] = math.Inf(-1)
	}
	chance[0] = 0
	for i := range text {
		if classIndex(text[i]) == symbolIndex {
			chance[i+1] = logSum(chance[i+1], chance[i])
			continue
		}
		word := wordAtStart
		if i > 0 && isLetter(text[i-1]) {
			word = wordInside
		}
		chance[i+1] = logSum(chance[i+1], chance[i]+math.Log2(1-word)-prices[i])
		for n := 2; n <= min(longestWord, len(text)-i); n++ {
			if bits, ok := words()[string(plain[i:i+n])]; ok {
				price := float64(bits) + vocabularyBits() + typedCasePrice(text[i:i+n])
				chance[i+n] = logSum(chance[i+n], chance[i]+math.Log2(word)-price)
			}
		}
	}
	return chance[len(text)]
}

// vocabularyBits is what the price of each word lacks, in bits, for all of them to
// be a code: a rank alone does not say how long its list is.
var vocabularyBits = sync.OnceValue(func() float64 {
	sum := 0.0
	for _, bits := range words() {
		sum += math.Exp2(-float64(bits))
	}
	return math.Log2(sum)
})

func typedCasePrice(word []byte) float64 {
	switch casePrice(word) {
	case 0:
		return smallPrice
	case capitalPrice:
		return largePrice
	default:
		return math.Inf(1)
	}
}

// logSum returns log2 of the sum of two numbers whose log2 are given.
func logSum(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log2(1+math.Exp2(b-a))
}
