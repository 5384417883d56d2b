package strength

import (
	"math"
	"strconv"
)

const (
	// A word of the field of six letters, or any word of eight, stands in random
	// text once in 30,000 times at most: there are some 200 such words of the
	// field and 30,000 others, and 60 places in a text, and a random lower-case
	// letter is the right one with a chance of 1/26, one of letters and digits in
	// either case with 2/62: 200 · 60 · 26^-6 + 30,000 · 60 · 26^-8 is below 5 in
	// 100,000, and half of that in most alphabets.
	fieldWordLength = 6
	anyWordLength   = 8
)

// findWord looks for one long word in a text that is otherwise no writing.
func findWord(text []byte) []Finding {
	plain := lowerCase(text)
	defer clear(plain)
	for n := longestWord; n >= fieldWordLength; n-- {
		for at := 0; at+n <= len(plain); at++ {
			bits, ok := words()[string(plain[at:at+n])]
			if !ok || n < anyWordLength && !ownWord()[string(plain[at:at+n])] || !allLetters(plain[at:at+n]) {
				continue
			}
			return []Finding{{
				Certainty: HumanLooking, Code: ContainedWord,
				Bits:     narrowest(text)*float64(len(text)-n)/float64(len(text)) + float64(bits) + float64(n) + math.Log2(float64(len(text))),
				Evidence: "a word of " + strconv.Itoa(n) + " letters",
			}}
		}
	}
	return nil
}

func allLetters(text []byte) bool {
	for _, b := range text {
		if !isLetter(b) {
			return false
		}
	}
	return true
}
