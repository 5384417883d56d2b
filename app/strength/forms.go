package strength

import "iter"

// Forms returns what people derive from a word, the likeliest first: the word, its cases,
// letters replaced by digits, backwards and doubled; each with a suffix or a prefix; then
// the hashes of the word in hexadecimal and base64, and its own base64 and hexadecimal;
// each of them of a common word is a [Derived] or [Known] finding of [Audit]. Then it
// returns what they paste with the word, as [Pasted] does. It yields some 400. The slice
// that it yields is overwritten by the next one.
func Forms(word []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		c := composer{yield: yield}
		_ = c.forms(word) && c.encodings(word) && c.pasted(word)
	}
}

// Stems returns the [Forms] of a word in the same order, those with affixes not one by
// one: the text alone, of which it says that it is a stem. The text, then the text with each
// suffix behind it, then with each prefix before it are the forms: see [Affixes].
func Stems(word []byte) iter.Seq2[[]byte, bool] {
	return func(yield func([]byte, bool) bool) {
		c := composer{
			yield: func(text []byte) bool { return yield(text, false) },
			stem:  func(text []byte) bool { return yield(text, true) },
		}
		_ = c.forms(word) && c.encodings(word) && c.pasted(word)
	}
}

// Affixes returns what people add behind a word and before it, the commonest first. The
// slices are not to be changed.
func Affixes() (behind, before []string) { return suffixes, prefixes }

// CountForms returns how many [Forms] a word has, which must not be empty, without
// making them.
func CountForms(word []byte) (n int) {
	var form []byte
	for _, change := range changes {
		if form = change(form[:0], word); len(form) > 0 {
			n += 1 + len(suffixes) + len(prefixes)
		}
	}
	return n + 3*len(hashed) + texts + (1+texts)*len(around)
}

// texts is how many encodings there are for bytes: see composer.written.
const texts = 3
