package strength

import (
	"math"
	"slices"
)

// parse is a way to write a text as words, digits and marks.
type parse struct {
	cost                          float64 // bits
	words, letters, digits, marks int     // pieces of each kind
	covered                       int     // characters within words
	fieldWords                    int     // words for secrets among the words
	named                         bool    // there are letters that are no word
	inName                        bool    // the last piece was such a letter
}

// The prices of the pieces, in bits. Which piece comes next is part of the
// price, so that the whole is a code: words 1, the others 2 or 3.
const (
	wordPrice    = 1
	capitalPrice = 1       // a capital first letter, or all capitals
	mixedPrice   = 1       // for each letter, if they are mixed otherwise
	leetPrice    = 2       // that letters are replaced
	letterPrice  = 3 + 4.7 // for the first letter of a name
	nextPrice    = 0.3     // for another letter of it, beside what pairs of letters cost
	digitPrice   = 2 + 3.3219
	yearPrice    = 2 + 6.65 // one of the 100 years up to 2049
	markPrice    = 3 + 2    // one of the four commonest separators
	symbolPrice  = 3 + 5.05 // any of the 33
)

// parseWords returns the cheapest parse of the text that is made of words in the
// main, or nil. The price of the first i characters follows from that of fewer.
func parseWords(text []byte, names []string) *parse {
	variants := variantsOf(text)
	defer wipeAll(variants)
	best := make([]*parse, len(text)+1)
	best[0] = &parse{}
	for i := range text {
		if best[i] == nil {
			continue
		}
		extendByCharacter(best, text, i)
		for n := 2; n <= min(longestWord, len(text)-i); n++ {
			if bits, ok := wordBits(text, variants, i, n, names); ok {
				next := *best[i]
				next.cost += bits
				next.words++
				next.inName = false
				next.covered += n
				if field()[string(variants[0][i:i+n])] || field()[string(variants[1][i:i+n])] {
					next.fieldWords++
				}
				keep(best, i+n, next)
			}
		}
	}
	p := best[len(text)]
	if p == nil || !p.plausible(len(text)) {
		return nil
	}
	p.named = p.letters > 0
	return p
}

// variantsOf returns the text in lower case, and as it is read when digits and
// marks stand for letters, in both ways.
func variantsOf(text []byte) [][]byte {
	return [][]byte{lowerCase(text), unleet(text, 'i'), unleet(text, 'l')}
}

func lowerCase(text []byte) []byte {
	plain := slices.Clone(text)
	for i, b := range plain {
		if class(b) == uppers {
			plain[i] |= 0x20
		}
	}
	return plain
}

// plausible asks for words in at least half the text, or for a name beside the
// words for a secret.
func (p *parse) plausible(length int) bool {
	return p.words > 0 && p.covered >= 3 && (2*p.covered >= length || p.fieldWords >= 1 && p.covered >= 6)
}

func keep(best []*parse, i int, p parse) {
	if best[i] == nil || p.cost < best[i].cost {
		best[i] = &p
	}
}

// extendByCharacter takes the next character alone, or four digits as a year.
func extendByCharacter(best []*parse, text []byte, i int) {
	next := *best[i]
	switch class(text[i]) {
	case lowers, uppers:
		next.cost += namePrice(text, i, next.inName)
		next.letters++
		next.inName = true
		keep(best, i+1, next)
		return
	case digits:
		next.cost += digitPrice
		next.digits++
		if isYear(text[i:]) {
			year := *best[i]
			year.cost += yearPrice
			year.digits += 4
			year.inName = false
			keep(best, i+4, year)
		}
	case symbols:
		next.cost += symbolPrice
		if slices.Contains([]byte("-_ ."), text[i]) {
			next.cost += markPrice - symbolPrice
		}
		next.marks++
	default:
		return
	}
	next.inName = false
	keep(best, i+1, next)
}

// namePrice is the price of a letter that is in no word.
func namePrice(text []byte, i int, inName bool) float64 {
	if !inName {
		return letterPrice
	}
	mixed := class(text[i]) != class(text[i-1])
	return nextPrice - math.Log2(pairShare(text[i-1], text[i], mixed))
}

func isYear(text []byte) bool {
	if len(text) < 4 || class(text[2]) != digits || class(text[3]) != digits {
		return false
	}
	century := string(text[:2])
	return century == "19" && text[2] >= '5' || century == "20" && text[2] < '5'
}

// wordBits returns the price of n characters as one word, in the cheapest
// variant. A part of the issuer's name costs next to nothing.
func wordBits(text []byte, variants [][]byte, at, n int, names []string) (float64, bool) {
	cheapest := math.Inf(1)
	for v, variant := range variants {
		word := variant[at : at+n]
		bits, ok := words()[string(word)]
		if slices.Contains(names, string(word)) {
			bits, ok = 2, true
		}
		if !ok {
			continue
		}
		price := wordPrice + float64(bits)
		if v > 0 {
			price += leetPrice
		}
		cheapest = min(cheapest, price)
	}
	return cheapest + casePrice(text[at:at+n]), !math.IsInf(cheapest, 1)
}

func casePrice(word []byte) float64 {
	upper, lower := 0, 0
	for _, b := range word {
		switch class(b) {
		case uppers:
			upper++
		case lowers:
			lower++
		}
	}
	switch {
	case upper == 0:
		return 0
	case lower == 0, upper == 1 && class(word[0]) == uppers:
		return capitalPrice
	default:
		return mixedPrice * float64(len(word))
	}
}
