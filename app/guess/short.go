package guess

import "strconv"

// MaxShort is the most characters of a secret of which all are tried.
const MaxShort = 5

// Alphabet is what the characters of a secret are taken from.
type Alphabet struct {
	Name       string // that people understand: "lower-case letters"
	Characters string // each of one byte, once
}

const (
	digits  = "0123456789"
	lowers  = "abcdefghijklmnopqrstuvwxyz"
	uppers  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	symbols = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
)

// Alphabets returns those that people choose from, the smallest first.
func Alphabets() []Alphabet {
	return []Alphabet{
		{"digits", digits},
		{"lower-case letters", lowers},
		{"lower-case letters and digits", lowers + digits},
		{"letters and digits", lowers + uppers + digits},
		{"printable ASCII", lowers + uppers + digits + symbols},
	}
}

// Printable is how many characters of ASCII can be printed, the space among them.
func Printable() int { return len(lowers + uppers + digits + symbols) }

// Short are all secrets of a few characters.
type Short struct {
	Alphabet int // the index of one of [Alphabets]
	Longest  int // the most characters, from 1 to [MaxShort]
}

// Valid reports whether there are such secrets.
func (s Short) Valid() bool {
	return s.Alphabet >= 0 && s.Alphabet < len(Alphabets()) && s.Longest >= 1 && s.Longest <= MaxShort
}

// Characters returns what they are made of.
func (s Short) Characters() string { return Alphabets()[s.Alphabet].Characters }

// Count returns how many there are.
func (s Short) Count() (all int) {
	for range s.Longest {
		all = (all + 1) * len(s.Characters()) // one character, and nothing or any of those before behind it
	}
	return all
}

// String says what they are: "secrets of up to 4 characters (digits)".
func (s Short) String() string {
	most := "up to " + strconv.Itoa(s.Longest) + " characters"
	if s.Longest == 1 {
		most = "1 character"
	}
	return "secrets of " + most + " (" + Alphabets()[s.Alphabet].Name + ")"
}
