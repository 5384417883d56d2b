package attack

import (
	"iter"

	"jwtsecret/app/strength"
)

// MaxLine is the longest line of a word list, in bytes, that is tried.
const MaxLine = 4 << 10

// Lines returns the candidates of a word list that arrives in chunks of any size:
// those of [strength.Lines], whose longest has [MaxLine].
func Lines(chunks iter.Seq[[]byte]) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, line := range strength.Lines(chunks, MaxLine) {
			if !yield(line) {
				return
			}
		}
	}
}
