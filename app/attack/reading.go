package attack

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"

	"jwtsecret/app/token"
)

// Try tries every reading of the candidate that [token.Readings] knows, in the
// same order, and returns the first that signed the token. The empty candidate,
// which that knows no reading of, is the empty key in UTF-8: programs sign with it
// when a setting is missing. The candidate is not kept.
func (a *Attack) Try(candidate []byte) (encoding token.Encoding, hit bool) {
	if a.hmac.signed(candidate) {
		return token.UTF8, true
	}
	for text, can := possible(candidate); can != 0; {
		var key []byte
		if encoding, key, can = a.read(text, can); a.hmac.signed(key) {
			return encoding, true
		}
	}
	return token.UTF8, false
}

// read returns the key of the first reading that the text can have beside UTF-8, in memory
// that the next one overwrites, and which others there are. Of base64 it has one kind.
func (a *Attack) read(text []byte, can kinds) (_ token.Encoding, key []byte, others kinds) {
	if len(a.buf) < len(text) {
		a.buf = make([]byte, 2*len(text))
	}
	switch {
	case can&hexDigits != 0:
		n, _ := hex.Decode(a.buf, text)
		return token.Hex, a.buf[:n], can &^ hexDigits
	case can&base64Digits != 0:
		return token.Base64, decoded(a.buf, text), 0
	default:
		return token.Base64URL, decoded(a.buf, text), 0
	}
}

// kinds are the alphabets that a text may be written in.
type kinds uint8

const (
	hexDigits    kinds = 1 << iota
	base64Digits       // of the standard alphabet
	urlDigits          // of the other alphabet
)

// possible says, after one look at each character, which readings the text allows
// beside UTF-8, and returns it without the padding of base64. A text without the two
// characters in which the alphabets of base64 differ gives the same key in both.
func possible(text []byte) (unpadded []byte, can kinds) {
	unpadded = text
	if len(text)%4 == 0 {
		unpadded = bytes.TrimSuffix(bytes.TrimSuffix(text, padding), padding)
	}
	if len(unpadded)%4 == 1 || len(unpadded) == 0 { // no bytes have base64 or hexadecimal of these lengths
		return unpadded, 0
	}
	can = hexDigits | base64Digits | urlDigits
	for _, c := range unpadded {
		can &= alphabet[c]
	}
	if len(text)%2 != 0 || len(unpadded) < len(text) {
		can &^= hexDigits
	}
	return unpadded, can
}

var padding = []byte{'='}

// decoded returns what a text in either alphabet of base64 says, in dst, which is as
// long as the text or longer. The last of its bits may have no meaning (RFC 4648 §3.5).
func decoded(dst, text []byte) []byte {
	n := 0
	for ; len(text) >= 4; text = text[4:] {
		bits := sextets[text[0]]<<18 | sextets[text[1]]<<12 | sextets[text[2]]<<6 | sextets[text[3]]
		binary.BigEndian.PutUint32(dst[n:], bits<<8) // of which the last is overwritten
		n += 3
	}
	switch len(text) {
	case 3:
		bits := sextets[text[0]]<<18 | sextets[text[1]]<<12 | sextets[text[2]]<<6
		dst[n], dst[n+1] = byte(bits>>16), byte(bits>>8)
		n += 2
	case 2:
		dst[n] = byte(sextets[text[0]]<<2 | sextets[text[1]]>>4)
		n++
	}
	return dst[:n]
}

// alphabet maps a byte to the kinds that have it, and sextets to its six bits in base64.
var alphabet, sextets = func() (has [256]kinds, bits [256]uint32) {
	for i, digits := range []string{
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", // RFC 4648 §4
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", // §5
	} {
		for value, digit := range digits {
			has[digit] |= base64Digits << i
			bits[digit] = uint32(value)
		}
	}
	for _, digit := range "0123456789abcdefABCDEF" {
		has[digit] |= hexDigits
	}
	return has, bits
}()
