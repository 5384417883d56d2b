package attack

import (
	"strings"

	"jwtsecret/app/attack/shader"
	"jwtsecret/app/guess"
)

// coding is a reading of secrets, whose characters stand for bits: of all secrets of a size
// those which have it.
type coding struct {
	piece      shader.Piece
	characters []byte // in the order of the alphabet
	places     []int  // where each of them is in the alphabet
	radix      int    // of the alphabet
}

// The characters of each value, from 0 on. Base64 has two for the last ones (RFC 4648 §4, §5).
var (
	hexValues = "0123456789abcdef"
	b64Values = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	urlValues = strings.NewReplacer("+", "-", "/", "_").Replace(b64Values)
)

// plain are the secrets themselves.
func plain(s guess.Short, size int) shader.Piece {
	return shader.Piece{Values: characters(s), Bits: 8, Size: size}
}

func characters(s guess.Short) []byte { return []byte(s.Characters()) }

// codings are the other readings that secrets of a size have: of an even number of digits in
// hexadecimal, and in base64 of any but one more than four, eight and so on.
func codings(s guess.Short, size int) (all []coding) {
	if size%2 == 0 {
		all = append(all, codingOf(s, size, 4, hexValues, strings.ToUpper(hexValues)))
	}
	if size%4 != 1 {
		all = append(all, codingOf(s, size, 6, b64Values, urlValues))
	}
	return all
}

func codingOf(s guess.Short, size, bits int, values ...string) coding {
	c := coding{piece: shader.Piece{Bits: bits, Size: size}, radix: len(s.Characters())}
	for place, character := range characters(s) {
		for _, all := range values {
			if value := strings.IndexByte(all, character); value >= 0 {
				c.piece.Values = append(c.piece.Values, byte(value))
				c.characters = append(c.characters, character)
				c.places = append(c.places, place)
				break
			}
		}
	}
	return c
}

// text is the secret with this number.
func (c coding) text(number uint64) []byte {
	text := make([]byte, c.piece.Size)
	for i := len(text) - 1; i >= 0; i-- {
		text[i] = c.characters[number%uint64(len(c.characters))]
		number /= uint64(len(c.characters))
	}
	return text
}

// among returns its number among all secrets of the size.
func (c coding) among(number uint64) (all uint64) {
	weight := uint64(1)
	for range c.piece.Size {
		all += uint64(c.places[number%uint64(len(c.places))]) * weight
		number /= uint64(len(c.places))
		weight *= uint64(c.radix)
	}
	return all
}

// proofs are pieces of every kind that a card is asked for.
func proofs() (all []shader.Piece) {
	every := guess.Short{Alphabet: len(guess.Alphabets()) - 1}
	for size := 1; size <= guess.MaxShort; size++ {
		all = append(all, plain(every, size))
		for _, c := range codings(every, size) {
			all = append(all, c.piece)
		}
	}
	return all
}

// power is how many secrets of a size there are.
func power(radix, size int) uint64 {
	n := uint64(1)
	for range size {
		n *= uint64(radix)
	}
	return n
}
