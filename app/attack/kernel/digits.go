package kernel

import "encoding/hex"

// What a digit is not, in the highest byte of its entry in [quads].
const (
	notHex = 1 << (24 + iota)
	notBase64
	notURL
)

// quads returns four tables, for the first to the fourth of four digits of base64 in
// either alphabet. The entries of four digits together, by "or", are the three bytes that they
// mean, the first one lowest, and above them what one of them is not.
func quads() (tables [4][]byte) {
	var bits [256]uint32
	for c := range bits {
		bits[c] = notHex | notBase64 | notURL
	}
	for not, digits := range map[uint32]string{
		notBase64: bothAlphabets + "+/", // RFC 4648 §4
		notURL:    bothAlphabets + "-_", // §5
	} {
		for value, digit := range digits {
			bits[digit] = bits[digit]&^(not|0xff) | uint32(value)
		}
	}
	for _, digit := range "0123456789abcdefABCDEF" {
		bits[digit] &^= notHex
	}
	for i := range tables {
		for _, b := range bits {
			what, value := b&^0xffffff, b&0xff<<(18-6*i)
			tables[i] = append(tables[i], byte(value>>16), byte(value>>8), byte(value), byte(what>>24))
		}
	}
	return tables
}

func nibbles() []byte {
	table := make([]byte, 256)
	for c := range table {
		if b, err := hex.DecodeString("0" + string(rune(c))); err == nil {
			table[c] = b[0]
		}
	}
	return table
}
