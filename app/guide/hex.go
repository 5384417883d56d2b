package guide

import "encoding/hex"

// spaced writes bytes in hexadecimal, with a space between two.
func spaced(b []byte) []byte {
	text := make([]byte, 0, 3*len(b)) // once: what grows leaves a copy behind
	for i := range b {
		if i > 0 {
			text = append(text, ' ')
		}
		text = hex.AppendEncode(text, b[i:i+1])
	}
	return text
}
