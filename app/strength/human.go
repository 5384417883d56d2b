package strength

import (
	"bytes"
	"math"
	"strconv"
	"unicode/utf8"
)

const (
	// guessBits is how many guesses, in bits, count as within reach; it is the
	// number that derived secrets are judged by.
	guessBits = reachBits

	// habitShare is the share of what its alphabet could hold below which a text
	// counts as written by a person. Random text has some words of three letters
	// by chance: of 12,469 texts the lowest estimate was 0.69 of that, the lowest
	// hundredth began at 0.77, and each four hundredths less are a tenth as many.
	habitShare = 0.6
)

// findHuman asks how many guesses a program would need that tries words, names,
// keyboard runs and repetitions before anything else.
func findHuman(text []byte) []Finding {
	if len(text) > longestDescribed || !isWritten(text) {
		return nil
	}
	if machineMade(text) {
		return findWriting(text)
	}
	f := Finding{Certainty: HumanLooking, Code: PasswordGuess, Bits: guesses(text)}
	f.Evidence = "about 2^" + strconv.Itoa(UpTo(f.Bits)) + " guesses at words, runs and repetitions, and at the rest character by character"
	if f.Bits <= guessBits {
		return []Finding{f}
	}
	f.Code = PasswordHabits
	if p := parseWords(text, nil); p != nil && p.cost < f.Bits {
		f.Bits, f.Evidence = p.cost, p.evidence()
	}
	if f.Bits <= habitShare*modest(text) {
		return []Finding{f}
	}
	return findWriting(text)
}

// findWriting looks for signs of writing that do not need the estimator.
func findWriting(text []byte) []Finding {
	if found := findLetterPairs(text); found != nil {
		return found
	}
	if found := findWord(text); found != nil {
		return found
	}
	return findTyping(text)
}

// isWritten reports whether a person can have typed the text: UTF-8 without
// control characters. Sixteen random bytes are that once in 100,000 times.
func isWritten(text []byte) bool {
	control := func(r rune) bool { return r < ' ' || r == 0x7F }
	return utf8.Valid(text) && !bytes.ContainsFunc(text, control)
}

// machineMade reports whether the text seems to be bytes in hexadecimal or
// base64, about which an estimator of passwords has nothing to say: 16 bytes or
// more, and for base64 nearly as many changes between lower case, upper case and
// digits as chance brings. In random letters and digits 62 of 100 neighbours are
// of different classes; in what people write, fewer than half.
func machineMade(text []byte) bool {
	changes, hexOnly := 0, true
	for i, b := range text {
		if class(b)&(lowers|uppers|digits) == 0 && b != '+' && b != '/' && b != '-' && b != '_' && b != '=' {
			return false
		}
		hexOnly = hexOnly && (class(b) == digits || b|0x20 >= 'a' && b|0x20 <= 'f')
		if i > 0 && class(b) != class(text[i-1]) {
			changes++
		}
	}
	if hexOnly {
		return len(text) >= 32
	}
	return len(text) >= 22 && 2*changes > len(text)
}

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
	noLetter := func(r rune) bool { return r < 'a' || r > 'z' }
	plain := lowerCase(text)
	defer clear(plain)
	for n := longestWord; n >= fieldWordLength; n-- {
		for at := 0; at+n <= len(plain); at++ {
			bits, ok := words()[string(plain[at:at+n])]
			if !ok || n < anyWordLength && !ownWord()[string(plain[at:at+n])] || bytes.ContainsFunc(plain[at:at+n], noLetter) {
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
