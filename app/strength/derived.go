package strength

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// reachBits is how many tries count as within reach: eight of today's fastest
// graphics cards, at 3.2 · 10^10 tries a second together, need 18 years for 2^64,
// and nobody has to use eight.
const reachBits = 64

// longestDerived is the longest text, in bytes, that is taken apart into words.
const longestDerived = 96

// findDerived describes the text by words and their usual changes. Each piece
// has a price in bits, and what costs at most 64 in all is found. The prices are
// those of a code but for a factor of about 2^4 a piece, because the words of a
// list are priced by their rank alone. What is found has some six pieces, which
// makes it one of about 2^88 texts. Random text of 16 bytes and more is one of
// 2^128, so its chance is near 2^-40.
func findDerived(text []byte, c Context) []Finding {
	if word, ok := digestOf(text); ok {
		return []Finding{{Certainty: Derived, Code: DerivedDigest, Evidence: word, Bits: digestBits}}
	}
	if len(text) > longestDerived || len(text) < 2 || machineMade(text) {
		return nil
	}
	p, how := describe(text, c)
	if p == nil || p.cost > reachBits {
		return nil
	}
	code := DerivedWords
	if p.named {
		code = DerivedName
	}
	return []Finding{{Certainty: Derived, Code: code, Evidence: p.evidence() + how, Bits: p.cost}}
}

// describe returns the cheapest parse of the text, of the text backwards, and of
// the piece that it repeats.
func describe(text []byte, c Context) (*parse, string) {
	names := issuerNames(c.Issuer)
	best, how := parseWords(text, names), ""
	other := func(piece []byte, more float64, said string) {
		if p := parseWords(piece, names); p != nil && (best == nil || p.cost+more < best.cost) {
			p.cost += more
			best, how = p, said
		}
	}
	backwards := slices.Clone(text)
	defer clear(backwards)
	slices.Reverse(backwards)
	other(backwards, 2, ", backwards") // two bits to say so
	if n := period(text); n < len(text) {
		other(text[:n], 2+math.Log2(float64(len(text))/float64(n)), ", repeated")
	}
	return best, how
}

// issuerNames returns the parts of an issuer's name or address, in lower case.
func issuerNames(issuer string) []string {
	return strings.FieldsFunc(strings.ToLower(issuer), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
}

// period returns the length of the shortest piece of which the text is made by
// repeating, the last time perhaps in part. It is the length of the text if that
// is not at least two pieces.
func period(text []byte) int {
	border := make([]int, len(text)+1) // of each prefix, the longest that is also its end
	border[0] = -1
	for i, k := 0, -1; i < len(text); i++ {
		for k >= 0 && text[k] != text[i] {
			k = border[k]
		}
		k++
		border[i+1] = k
	}
	if n := len(text) - border[len(text)]; n*2 <= len(text) {
		return n
	}
	return len(text)
}

// evidence counts the pieces; it names none of them.
func (p *parse) evidence() string {
	kinds := []struct {
		count      int
		one, other string
	}{
		{p.words, "word", "words"}, {p.letters, "other letter", "other letters"},
		{p.digits, "digit", "digits"}, {p.marks, "separator or symbol", "separators or symbols"},
	}
	var parts []string
	for _, k := range kinds {
		switch {
		case k.count == 1:
			parts = append(parts, "1 "+k.one)
		case k.count > 1:
			parts = append(parts, strconv.Itoa(k.count)+" "+k.other)
		}
	}
	return strings.Join(parts, ", ")
}

// unleet replaces what stands for letters. The one that stands for two becomes
// the first in one variant and the second in the other.
func unleet(text []byte, one byte) []byte {
	plain := lowerCase(text)
	for i, b := range plain {
		if at := strings.IndexByte("0345789@$!1|", b); at >= 0 {
			plain[i] = "oeastbgasi"[min(at, 9)]
			if at >= 9 {
				plain[i] = one
			}
		}
	}
	return plain
}
