package export

import (
	"strings"
	"unicode"
)

// MaxName is the greatest length of a variable name in characters.
const MaxName = 64

// CheckName returns nil when name can be the name of an environment variable in
// every shell: a letter A–Z, a–z or _, then letters, digits and _ (POSIX.1,
// Base Definitions §3.216, "Name"), 1 to [MaxName] characters in all.
//
// Before anything else it asks whether a secret was pasted in the wrong place,
// and answers [ErrNameSecret]; see looksSecret for what it takes for one. The
// other errors are [ErrNameEmpty], [ErrNameSpace], [ErrNameCharacter],
// [ErrNameLong] and, for PATH and its like, [ErrNameReserved]. None of them holds a
// part of the name.
func CheckName(name string) error {
	switch {
	case looksSecret(name):
		return ErrNameSecret
	case name == "":
		return ErrNameEmpty
	case strings.ContainsFunc(name, unicode.IsSpace):
		return ErrNameSpace
	case '0' <= name[0] && name[0] <= '9', strings.ContainsFunc(name, isForeign):
		return ErrNameCharacter
	case len(name) > MaxName:
		return ErrNameLong
	case isReserved(name):
		return ErrNameReserved
	default:
		return nil
	}
}

// isForeign reports whether no variable name has this character.
func isForeign(r rune) bool {
	return !isLower(r) && !isUpper(r) && !isDigit(r) && r != '_'
}

func isLower(r rune) bool { return 'a' <= r && r <= 'z' }
func isUpper(r rune) bool { return 'A' <= r && r <= 'Z' }
func isDigit(r rune) bool { return '0' <= r && r <= '9' }
