package attack

import (
	"encoding/json"
	"iter"
	"maps"
	"slices"
	"strings"

	"jwtsecret/app/strength"
	"jwtsecret/app/token"
)

// Sources returns what everyone can try against the token, the likeliest first.
// A list of the person's own, which may be nil, comes before the millions of
// derived forms. Several auditors share all of it: see [Share]. What is derived is
// shared by the words that it derives from, so that no auditor derives for
// another.
func Sources(t *token.Token, list iter.Seq[[]byte], share, shares int) []Source {
	mine := func(all iter.Seq[[]byte]) iter.Seq[[]byte] { return Share(all, share, shares) }
	sources := []Source{
		{"defaults of libraries", mine(defaults)},
		{"defaults as they are pasted by mistake", strength.Pasted(mine(defaults))},
		{"common words", mine(strength.Words())},
		{"names in the token", forms(mine(names(t.Payload())))},
	}
	if list != nil {
		sources = append(sources, Source{"your word list", mine(list)})
	}
	return append(sources, Source{"forms derived from common words", forms(mine(strength.Words()))})
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

// forms yields what people derive from each word, and then what they paste with it.
func forms(words iter.Seq[[]byte]) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for word := range words {
			one := slices.Values([][]byte{word})
			for _, all := range []iter.Seq[[]byte]{strength.Candidates(one), strength.Pasted(one)} {
				for candidate := range all {
					if !yield(candidate) {
						return
					}
				}
			}
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
