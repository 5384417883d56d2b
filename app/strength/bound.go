package strength

import (
	"bytes"
	"math"
)

// NoBound is the Bits of a finding that does not bound what a secret is worth.
var NoBound = math.Inf(1)

// The classes of characters, as flags: a text may have several.
const (
	lowers = 1 << iota
	uppers
	digits
	symbols // the rest of printable ASCII, and the space
	others
)

func class(b byte) int {
	switch {
	case b >= 'a' && b <= 'z':
		return lowers
	case b >= 'A' && b <= 'Z':
		return uppers
	case b >= '0' && b <= '9':
		return digits
	case b >= ' ' && b <= '~':
		return symbols
	default:
		return others
	}
}

// alphabetSize returns the size of the narrowest standard alphabet that holds
// the text: decimal, hexadecimal of one case, letters, letters and digits,
// base64, printable ASCII, or bytes.
func alphabetSize(text []byte) int {
	present, hexOnly, base64Only := 0, true, true
	for _, b := range text {
		c := class(b)
		present |= c
		hexOnly = hexOnly && (c == digits || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F')
		base64Only = base64Only && (c&(lowers|uppers|digits) != 0 || b == '+' || b == '/' || b == '-' || b == '_' || b == '=')
	}
	switch {
	case present&others != 0:
		return 256
	case present == digits:
		return 10
	case hexOnly && present != lowers|uppers && present != lowers|uppers|digits:
		return 16
	case present&symbols != 0 && base64Only:
		return 64
	case present&symbols != 0:
		return 95
	}
	size := 0
	for _, c := range []struct{ class, size int }{{lowers, 26}, {uppers, 26}, {digits, 10}} {
		if present&c.class != 0 {
			size += c.size
		}
	}
	return size
}

// narrowest returns the bits of a text drawn from its narrowest alphabet.
func narrowest(text []byte) float64 {
	if len(text) == 0 {
		return 0
	}
	return float64(len(text)) * math.Log2(float64(alphabetSize(text)))
}

// modestSize is alphabetSize with only those symbols that the text has. Nobody
// knows which symbols a generator uses; too large an alphabet would make a random
// text look as if it avoided some.
func modestSize(text []byte) int {
	size := alphabetSize(text)
	if size != 64 && size != 95 {
		return size
	}
	var seen [256]bool
	size = 0
	for _, b := range text {
		if class(b) == symbols && !seen[b] {
			seen[b] = true
			size++
		}
	}
	plain := bytes.Map(onlyPlain, text)
	defer clear(plain)
	return size + alphabetSize(plain)
}

// onlyPlain drops all but letters and digits.
func onlyPlain(r rune) rune {
	if r < 128 && class(byte(r))&(lowers|uppers|digits) != 0 {
		return r
	}
	return -1
}

// modest returns the bits of a text drawn from its modest alphabet.
func modest(text []byte) float64 {
	return float64(len(text)) * math.Log2(float64(max(1, modestSize(text))))
}

// minText is how many decoded bytes must be printable to be remarkable. A
// random byte is printable with a chance of 95/256, so sixteen of them are with
// one of 2^-22, and eight with one of 2^-11: a secret of 16 bytes or more that
// is decoded is never this short.
const minText = 8

// isText reports whether the bytes are printable ASCII.
func isText(key []byte) bool {
	return !bytes.ContainsFunc(key, func(r rune) bool { return r < ' ' || r > '~' })
}
