package attack

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"

	"jwtsecret/app/token"
)

// Try tries every reading of the candidate that [token.Readings] knows, in the
// same order, and returns the first that signed the token. The empty candidate,
// which that knows no reading of, is the empty key in UTF-8: programs sign with it
// when a setting is missing. The candidate is not kept.
func (a *Attack) Try(candidate []byte) (encoding token.Encoding, hit bool) {
	a.readings(candidate, func(e token.Encoding, key []byte) bool {
		if a.hmac.signed(key) {
			encoding, hit = e, true
		}
		return !hit
	})
	return encoding, hit
}

// readings yields the key of each reading, until yield returns false. The next
// one overwrites it.
func (a *Attack) readings(candidate []byte, yield func(token.Encoding, []byte) bool) {
	if !yield(token.UTF8, candidate) {
		return
	}
	can := possible(candidate)
	for _, d := range decoders {
		if can&d.needs != d.needs {
			continue
		}
		if key := a.decoded(d, candidate); len(key) > 0 && !yield(d.encoding, key) {
			return
		}
	}
}

// decoders are the readings beside UTF-8, each with what a text needs for it. A
// text without the two characters in which the alphabets of base64 differ gives
// the same key in both, and is tried in the first.
var decoders = []decoder{
	{token.Hex, hexDigits, hex.DecodedLen, hex.Decode},
	{token.Base64, base64Digits, base64.RawStdEncoding.DecodedLen, base64.RawStdEncoding.Decode},
	{token.Base64URL, urlDigits, base64.RawURLEncoding.DecodedLen, base64.RawURLEncoding.Decode},
}

type decoder struct {
	encoding   token.Encoding
	needs      kinds
	decodedLen func(int) int
	decode     func(dst, src []byte) (int, error)
}

// decoded decodes into memory that it uses again and again. It returns nothing
// if the candidate is not in this encoding.
func (a *Attack) decoded(d decoder, candidate []byte) []byte {
	if d.encoding != token.Hex {
		candidate = unpadded(candidate)
	}
	if n := d.decodedLen(len(candidate)); n > len(a.buf) {
		a.buf = make([]byte, 2*n)
	}
	n, err := d.decode(a.buf, candidate)
	if err != nil {
		return nil
	}
	return a.buf[:n]
}

// unpadded takes the padding off base64. What is no padding stays, and the
// decoder refuses it.
func unpadded(text []byte) []byte {
	if len(text)%4 == 0 {
		for range 2 {
			text = bytes.TrimSuffix(text, []byte{'='})
		}
	}
	return text
}

// kinds are the alphabets that a text may be written in.
type kinds uint8

const (
	hexDigits    kinds = 1 << iota
	base64Digits       // of the standard alphabet
	urlDigits          // of the other alphabet, at least one of which the standard lacks
)

// possible says, after one look at each character, which readings the text
// allows by its characters and its length. The padding counts as a character of
// both alphabets here.
func possible(text []byte) kinds {
	can := hexDigits | base64Digits | urlDigits
	for _, c := range text {
		can &= alphabet[c]
	}
	if len(text)%2 != 0 {
		can &^= hexDigits
	}
	if len(text)%4 == 1 {
		can = 0
	}
	if can&base64Digits != 0 { // both alphabets give the same key
		can &^= urlDigits
	}
	return can
}

// alphabet maps a byte to the kinds that have it.
var alphabet = func() (table [256]kinds) {
	for c := range table {
		switch {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'f', c >= 'A' && c <= 'F':
			table[c] = hexDigits | base64Digits | urlDigits
		case c >= 'g' && c <= 'z', c >= 'G' && c <= 'Z', c == '=':
			table[c] = base64Digits | urlDigits
		case c == '+', c == '/':
			table[c] = base64Digits
		case c == '-', c == '_':
			table[c] = urlDigits
		}
	}
	return table
}()
