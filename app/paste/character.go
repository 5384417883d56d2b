package paste

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// characters writes what is no ASCII in the other ways that programs know: composed
// and decomposed (Unicode Standard Annex 15), and a byte for each character.
func characters(n *node) ([]step, Kind) {
	if len(n.Text) > mostMistakes || !bytes.ContainsFunc(n.Text, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return nil, Secret
	}
	steps := []step{
		{text: bytes.Clone(norm.NFC.Bytes(n.Text)), how: "in the composed form of Unicode (NFC)"},
		{text: bytes.Clone(norm.NFD.Bytes(n.Text)), how: "in the decomposed form of Unicode (NFD)"},
	}
	if latin, ok := latin1(norm.NFC.Bytes(n.Text)); ok {
		steps = append(steps, step{text: latin, how: "in Latin-1, a byte for each character"})
	}
	return steps, Secret
}

func latin1(text []byte) ([]byte, bool) {
	latin := make([]byte, 0, len(text))
	for _, r := range string(text) {
		if r > 0xFF {
			clear(latin)
			return nil, false
		}
		latin = append(latin, byte(r))
	}
	return latin, true
}
