package attack

import (
	"encoding/json"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"jwtsecret/app/strength"
	"jwtsecret/app/token"
)

// Sources returns what everyone can try against the token, the likeliest first.
// A list of the person's own, which may be nil, comes before the millions of
// derived forms. Several auditors share all of it: see [Share]. What is derived is
// shared by the words that it derives from, so that no auditor derives for
// another.
func Sources(t *token.Token, list *List, share, shares int) []Source {
	whole := func(name string, all iter.Seq[[]byte]) Source {
		return Source{Name: name, Candidates: Share(all, share, shares), Size: sync.OnceValue(func() int { return count(all) })}
	}
	sources := []Source{
		whole("defaults of libraries", defaults),
		whole("defaults as they are pasted by mistake", strength.Pasted(defaults)),
		whole("common words", strength.Words()),
		derived("names in the token", names(t.Payload()), share, shares),
	}
	if list != nil {
		sources = append(sources, list.Source(share, shares))
	}
	return append(sources, derived("forms derived from common words", strength.Words(), share, shares))
}

func count(candidates iter.Seq[[]byte]) (n int) {
	for range candidates {
		n++
	}
	return n
}

// defaults ends with the empty secret, of programs whose setting is missing.
func defaults(yield func([]byte) bool) {
	for _, d := range strength.Defaults() {
		if !yield([]byte(d.Secret)) {
			return
		}
	}
	yield(nil)
}

// derived is what people derive from each word, and then what they paste with it.
func derived(name string, words iter.Seq[[]byte], share, shares int) Source {
	d := derivation{words, share, shares}
	return Source{name, d.candidates, d.stems, sync.OnceValue(func() (n int) {
		for word := range words {
			n += strength.CountForms(word)
		}
		return n
	})}
}

// derivation is a share of words, from which candidates derive.
type derivation struct {
	words         iter.Seq[[]byte]
	share, shares int
}

// mine yields the words of the share, each with how many candidates come before it.
func (d derivation) mine(yield func(int, []byte) bool) {
	before, number := 0, 0
	for word := range d.words {
		if number++; (number-1)%d.shares == d.share && !yield(before, word) {
			return
		}
		before += strength.CountForms(word)
	}
}

func (d derivation) candidates(yield func(int, []byte) bool) {
	for place, word := range d.mine {
		for candidate := range strength.Forms(word) {
			place++
			if !yield(place, candidate) {
				return
			}
		}
	}
}

func (d derivation) stems(yield func(int, Stem) bool) {
	for place, word := range d.mine {
		for text, affixed := range strength.Stems(word) {
			stem := Stem{text, affixed}
			if !yield(place+1, stem) {
				return
			}
			place += stem.count()
		}
	}
}

// names yields the texts of a payload's claims at its top level, and the words
// that they are made of, in lower case: the issuer, the audience, the name of the
// application, which people put into their secrets.
func names(payload []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		var claims map[string]json.RawMessage
		if json.Unmarshal(payload, &claims) != nil {
			return
		}
		seen := map[string]bool{}
		for _, claim := range slices.Sorted(maps.Keys(claims)) { // the same order for every auditor
			var text string
			if json.Unmarshal(claims[claim], &text) != nil {
				continue
			}
			for _, name := range append(strings.FieldsFunc(strings.ToLower(text), separates), text) {
				if len(name) > 1 && len(name) <= longestName && !seen[name] && !yield([]byte(name)) {
					return
				}
				seen[name] = true
			}
		}
	}
}

// longestName is the longest text, in bytes, that counts as a name.
const longestName = 64

func separates(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }
