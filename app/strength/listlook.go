package strength

import "slices"

// LookSize is how much of the beginning of a list [InUTF16] and [IsNoise] want to
// see, in bytes. Less is enough where the list is shorter.
const LookSize = 64 << 10

// InUTF16 reports whether [Lines] reads a list that begins so as UTF-16.
func InUTF16(head []byte) bool {
	_, order := encodingOf(head[:min(len(head), headSize)])
	return order != nil
}

// IsNoise reports whether what begins so is hardly a list of words, but an archive, a
// picture or the like: of its characters, at least one in 32 is a control character
// that no text has. In random bytes it is one in nine. It asks nothing of the others,
// which may be of any encoding that has the characters of ASCII.
func IsNoise(head []byte) bool {
	controls, all := 0, 0
	for text := range plain(slices.Values([][]byte{head})) {
		all += len(text)
		for _, b := range text {
			if b < ' ' && (b < '\a' || b > '\r') && b != '\x1b' || b == '\x7f' {
				controls++
			}
		}
	}
	return controls > 0 && 32*controls >= all
}
