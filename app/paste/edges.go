package paste

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// What stands around a text, and what nobody sees in it.

// wideText reads UTF-16, with its byte-order mark or without one where every second
// byte is zero. Random bytes are so only by a chance below 2^-64.
func wideText(n *node) ([]step, Kind) {
	text, order := n.Text, binary.ByteOrder(nil)
	switch {
	case len(text)%2 != 0 || len(text) < 4:
		return nil, Secret
	case bytes.HasPrefix(text, []byte{0xFF, 0xFE}):
		text, order = text[2:], binary.LittleEndian
	case bytes.HasPrefix(text, []byte{0xFE, 0xFF}):
		text, order = text[2:], binary.BigEndian
	case len(text) >= 16 && zeros(text, 1) && !zeros(text, 0):
		order = binary.LittleEndian
	case len(text) >= 16 && zeros(text, 0) && !zeros(text, 1):
		order = binary.BigEndian
	default:
		return nil, Secret
	}
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = order.Uint16(text[2*i:])
	}
	defer clear(units)
	western := 0
	for _, unit := range units {
		if unit < 0x250 {
			western++
		}
	}
	if 2*western < len(units) { // random bytes, which begin with a mark by chance
		return nil, Secret
	}
	narrow := make([]byte, 0, 3*len(units))
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if i+1 < len(units) {
			if pair := utf16.DecodeRune(r, rune(units[i+1])); pair != utf8.RuneError {
				i++
				r = pair
			}
		}
		narrow = utf8.AppendRune(narrow, r) // of half a pair, the replacement character
	}
	return []step{{text: narrow, how: "read as UTF-16", used: true, remark: "The text is UTF-16. Most programs would read its bytes as they are, every second one of them a zero."}}, Secret
}

func zeros(text []byte, from int) bool {
	for i := from; i < len(text); i += 2 {
		if text[i] != 0 {
			return false
		}
	}
	return true
}

var mark = []byte("\uFEFF")

func byteOrderMark(n *node) ([]step, Kind) {
	rest, found := bytes.CutPrefix(n.Text, mark)
	if !found {
		return nil, Secret
	}
	return []step{{
		text: bytes.Clone(rest), how: "without its byte-order mark", used: !n.exact,
		remark: "The text begins with a byte-order mark. A program that does not cut it off takes it for the first three bytes of the key.",
	}}, Secret
}

func withoutLineEnd(text []byte) []byte { return bytes.TrimRight(text, "\r\n") }

func lineEnd(n *node) ([]step, Kind) {
	rest := withoutLineEnd(n.Text)
	if len(rest) == len(n.Text) {
		return nil, Secret
	}
	s := step{
		text: bytes.Clone(rest), how: "without its line end", used: !n.exact,
		remark: "The text ends with a line end. A program that reads a file whole and does not cut it off signs with it.",
	}
	if n.exact {
		s.remark = ""
	}
	return []step{s}, Secret
}

// edges takes off the spaces and line ends around a text. Between quotes and in
// files that are exact, they are part of it.
func edges(n *node) ([]step, Kind) {
	rest := bytes.TrimFunc(n.Text, unicode.IsSpace)
	if len(rest) == len(n.Text) || len(rest) == len(withoutLineEnd(n.Text)) {
		return nil, Secret
	}
	return []step{{
		text: bytes.Clone(rest), how: "without the spaces around it", used: !n.exact,
		remark: "There is white space around the text. Some programs cut it off, others sign with it.",
	}}, Secret
}

// isInvisible reports whether a character takes no room and is no control character.
func isInvisible(r rune) bool {
	switch {
	case r == 0xAD, r == 0x180E, r == 0x034F, r == 0xFEFF:
		return true
	default:
		return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F || r >= 0xE0000 && r <= 0xE007F
	}
}

// isFixedSpace reports whether a character looks like a space and is none.
func isFixedSpace(r rune) bool { return r > 0x7F && unicode.Is(unicode.Zs, r) }

// invisibles drops what nobody can see and makes spaces of what looks like one.
// Where the rest is no ASCII, such characters may be meant, as within an emoji.
func invisibles(n *node) ([]step, Kind) {
	at, first := position(n.Text)
	if at == 0 {
		return nil, Secret
	}
	rest := bytes.Map(func(r rune) rune {
		switch {
		case isInvisible(r):
			return -1
		case isFixedSpace(r):
			return ' '
		default:
			return r
		}
	}, n.Text)
	ascii := !bytes.ContainsFunc(rest, func(r rune) bool { return r > 0x7F })
	return []step{{
		text: rest, how: "without invisible characters", used: ascii && !n.exact,
		remark: unseen(at, first),
	}}, Secret
}

func unseen(at int, character rune) string {
	return "Character " + strconv.Itoa(at) + " cannot be seen, or looks like a space and is none (" + fmt.Sprintf("%U", character) +
		"). If it is in the secret of your service too, it is part of the key."
}

// position returns the place, from 1, of the first character that cannot be seen or
// is a special space; or 0.
func position(text []byte) (int, rune) {
	at := 0
	for len(text) > 0 {
		at++
		r, size := utf8.DecodeRune(text)
		if isInvisible(r) || isFixedSpace(r) {
			return at, r
		}
		text = text[size:]
	}
	return 0, 0
}
