package attack

import "jwtsecret/app/guess"

// Short is this share of all secrets of a few characters, the shorter ones first. It
// panics if they are not valid. Secrets that differ in their last character alone have
// the same share.
func Short(s guess.Short, share, shares int) Source {
	return Source{Name: s.String(), Candidates: short{[]byte(s.Characters()), s.Longest, share, shares}.all, Size: s.Count}
}

type short struct {
	alphabet               []byte
	longest, share, shares int
}

func (s short) all(yield func(int, []byte) bool) {
	place, beginnings := 0, 1 // all that stands before the last character
	for size := 1; size <= s.longest; size++ {
		text := make([]byte, size)
		for number := s.share; number < beginnings; number += s.shares {
			s.begin(text[:size-1], number)
			for i, last := range s.alphabet {
				text[size-1] = last
				if !yield(place+number*len(s.alphabet)+i+1, text) {
					return
				}
			}
		}
		beginnings *= len(s.alphabet)
		place += beginnings
	}
}

// begin writes the number in the digits of the alphabet.
func (s short) begin(text []byte, number int) {
	for i := len(text) - 1; i >= 0; i-- {
		text[i] = s.alphabet[number%len(s.alphabet)]
		number /= len(s.alphabet)
	}
}
