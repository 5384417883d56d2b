package export

import "strings"

const (
	minLook = 16 // characters: too short for a secret that is any good
	minHex  = 32 // digits: 16 bytes
)

// looksSecret reports whether text, or a part of it between white space, looks
// like a secret and not like a name. It is a guess that spares people a
// mistake, not a protection: it knows 16 random bytes or more in every text
// format that this program makes, but for about one in 500 of base64url, one in
// 1,000 of letters and digits, and fewer of all others and of longer ones.
func looksSecret(text string) bool {
	for part := range strings.FieldsSeq(text) {
		if partLooksSecret(part) {
			return true
		}
	}
	return false
}

func partLooksSecret(part string) bool {
	switch {
	case len(part) < minLook:
		return false
	case len(part) >= minHex && strings.Trim(part, "0123456789abcdefABCDEF") == "":
		return true
	}
	lower, upper := strings.ContainsFunc(part, isLower), strings.ContainsFunc(part, isUpper)
	switch {
	case lower && strings.ContainsFunc(part, isDigit) && strings.ContainsFunc(part, isForeign):
		return true // base64, tokens, JSON, passwords: no one spells a name so
	case lower != upper && strings.Contains(part, "_"):
		return false // WORDS_IN_ONE_CASE, however strange the words
	default:
		return votes(part) > 0
	}
}

// votes counts the neighbouring characters that speak for chance, less those
// that speak for words. In 22 random letters and digits the sum is about 13; in
// a name made of words it is below zero.
func votes(text string) int {
	sum := 0
	for before := rune(0); text != ""; {
		r, length := next(text)
		if before != 0 {
			sum += vote(before, r)
		}
		before, text = r, text[length:]
	}
	return sum
}

// next returns the first character and its length, and for a spelling, which
// chance makes too seldom to matter, a _ and the spelling's length.
func next(text string) (r rune, length int) {
	for _, s := range spellings {
		if spelled(text, s) {
			return '_', len(s)
		}
	}
	return rune(text[0]), 1
}

// spellings are what names of keys have in them and running text has not, in the
// order in which they are looked for. A # is a digit.
var spellings = []string{
	"hs256", "hs384", "hs512", "sha256", "sha384", "sha512", "pbkdf2", "20##q#", "q#20##", "q#fy##", "20##",
	"aes", "csrf", "gcm", "hmac", "jwe", "jwk", "jws", "jwt", "sql",
}

// spelled reports whether the text begins so, with all letters small, all capital,
// or the first alone a capital.
func spelled(text, spelling string) bool {
	if len(text) < len(spelling) {
		return false
	}
	head := text[:len(spelling)]
	for i := range len(head) {
		if spelling[i] == '#' && !isDigit(rune(head[i])) || spelling[i] != '#' && spelling[i] != head[i] && spelling[i] != head[i]|0x20 {
			return false
		}
	}
	return !strings.ContainsFunc(head, isLower) || !strings.ContainsFunc(head[1:], isUpper)
}

// vote returns 1 for a pair that is rare in names, -1 for one that is frequent,
// and 0 for one that says little. A word may begin with a capital.
func vote(a, b rune) int {
	switch {
	case b == '_':
		return -1
	case a == '_', isDigit(a) && isDigit(b), isDash(a), isDash(b):
		return 0
	case isLower(a) && isLower(b), isUpper(a) && (isUpper(b) || isLower(b)):
		if strings.ContainsRune(followers[lowerCase(a)-'a'], lowerCase(b)) {
			return -1
		}
		return 1
	default:
		return 1
	}
}

func isDash(r rune) bool { return r == '-' || r == '.' }

// lowerCase is only for the letters A to Z of either case.
func lowerCase(r rune) rune { return r | 0x20 }

// followers lists, for each letter from a to z, those that often come after it
// in English words and in the names JWT and HMAC. Together they are a third of
// all pairs of letters, and more than nine tenths of those in running text.
var followers = [26]string{
	"bcdgiklmnprstuvy", "aeilosu", "acehiklortu", "adeiorsu", "acdefglmnpqrstvxy",
	"aefiloru", "aehinorsu", "aeimo", "abcdefglmnoprstvz", "w", "eis", "adeilostuy",
	"abeimopsuy", "acdefgiknostuv", "bcdgilmnoprstuvw", "aeiloprstu", "u",
	"acdeikmnorstuy", "acehilopstuy", "acehilorstuy", "abceilmnprst", "aei", "aeit",
	"pt", "p", "e",
}
