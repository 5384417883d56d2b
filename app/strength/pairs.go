package strength

import (
	"math"
	"strconv"
	"strings"
)

// followers lists, for each letter from a to z, those that often come after it
// in words. They are a third of all pairs of letters and about nine tenths of the
// pairs in running text, of English and of its relatives.
var followers = [26]string{
	"bcdgiklmnprstuvy", "aeilorsu", "aehikloru", "adeiorsu", "acdeilmnprstvx",
	"aefiloru", "aehilnoru", "aeimou", "acdegklmnoprstvz", "aeou", "aeiln", "adeiklosuy",
	"abeimopsu", "acdegiknostu", "bcdfgilmnoprstuvw", "aehiloprstu", "u",
	"acdeiknorstuy", "acehikmopstu", "aehiorstuw", "abcdegilmnprst", "aeio", "aehinor",
	"aceipt", "aelos", "aeioz",
}

const (
	followShare = 0.85 // of the letters after a letter, those that follow it often
	sameCase    = 0.75 // of them, those of its case, where both cases occur
)

// findLetterPairs writes each letter after a letter in a code in which the usual
// pairs are cheap. Everything else is left as it is, the places of the letters
// too. As with every code, what it saves is the chance that random text is so.
func findLetterPairs(text []byte) []Finding {
	letters, mixed := letterCount(text)
	saved := -alphabetCost
	for i := 1; i < len(text); i++ {
		if isLetter(text[i-1]) && isLetter(text[i]) {
			saved += math.Log2(letters * pairShare(text[i-1], text[i], mixed))
		}
	}
	if saved < minSaving {
		return nil
	}
	return []Finding{{
		Certainty: HumanLooking, Code: LetterPairs, Bits: narrowest(text) - saved,
		Evidence: "the usual pairs of letters save " + strconv.Itoa(int(saved)) + " bits; chance does that once in 2^" + strconv.Itoa(int(saved)),
	}}
}

// letterCount returns how many letters the text's alphabet has: 6 of one case in
// hexadecimal, 26, or 52.
func letterCount(text []byte) (float64, bool) {
	present := 0
	for _, b := range text {
		present |= class(b)
	}
	switch {
	case present&lowers != 0 && present&uppers != 0:
		return 52, true
	case alphabetSize(text) == 16:
		return 6, false
	default:
		return 26, false
	}
}

func isLetter(b byte) bool { return class(b)&(lowers|uppers) != 0 }

// pairShare returns the share of the letter b after the letter a.
func pairShare(a, b byte, mixed bool) float64 {
	often := followers[a|0x20-'a']
	share := followShare / float64(len(often))
	if strings.IndexByte(often, b|0x20) < 0 {
		share = (1 - followShare) / float64(26-len(often))
	}
	switch {
	case !mixed:
		return share
	case class(a) == class(b):
		return share * sameCase
	default:
		return share * (1 - sameCase)
	}
}
