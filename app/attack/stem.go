package attack

import (
	"iter"

	"jwtsecret/app/attack/kernel"
	"jwtsecret/app/strength"
)

// Stem is a text from which candidates derive.
type Stem struct {
	Text []byte

	// Affixed says that there are others: first the text with each suffix of
	// [strength.Affixes], then with each prefix. Otherwise it is the only one.
	Affixed bool
}

// affixes are what a module puts around stems itself.
var affixes = func() kernel.Affixes {
	suffixes, prefixes := strength.Affixes()
	return kernel.Affixes{Suffixes: suffixes, Prefixes: prefixes}
}()

// count returns how many candidates there are.
func (s Stem) count() int {
	if !s.Affixed {
		return 1
	}
	return 1 + len(affixes.Suffixes) + len(affixes.Prefixes)
}

// all are the candidates. Each may be overwritten by the next one.
func (s Stem) all(yield func([]byte) bool) {
	if !yield(s.Text) || !s.Affixed {
		return
	}
	var text []byte
	for _, suffix := range affixes.Suffixes {
		if text = append(append(text[:0], s.Text...), suffix...); !yield(text) {
			return
		}
	}
	for _, prefix := range affixes.Prefixes {
		if text = append(append(text[:0], prefix...), s.Text...); !yield(text) {
			return
		}
	}
}

// stems returns what a source tries, each with the place of its first candidate.
func (s Source) stems() iter.Seq2[int, Stem] {
	if s.Stems != nil {
		return s.Stems
	}
	return func(yield func(int, Stem) bool) {
		for place, candidate := range s.Candidates {
			if !yield(place, Stem{Text: candidate}) {
				return
			}
		}
	}
}
