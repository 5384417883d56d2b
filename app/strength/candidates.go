package strength

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"iter"
	"slices"
	"strings"
)

// Words returns the vocabulary for [Forms]: the published defaults, the
// words of the field, and the general lists, the likeliest first in each.
func Words() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		lists := append([][]string{nil, ownWords()}, generalLists()...)
		for _, d := range Defaults() {
			lists[0] = append(lists[0], d.Secret)
		}
		for _, list := range lists {
			for _, word := range list {
				if !yield([]byte(word)) {
					return
				}
			}
		}
	}
}

// suffixes and joints are what people add to a word, the commonest first.
var (
	suffixes = func() []string {
		all := []string{
			"!", "1", "123", "1234", "12345", "123456", "12", "2", "3", "0", "01", "007", "!!", "!!!", "123!", "@123", "#1", "$", "?",
			"_key", "-key", "key", "_secret", "-secret", "secret", "_token", "-token", "token", "_jwt", "-jwt", "jwt",
			"-jwt-secret", "_jwt_secret", "jwtsecret", "-secret-key", "_secret_key", "secretkey", "-jwt-secret-key", "_jwt_secret_key",
		}
		for year := '0'; year <= '9'; year++ {
			all = append(all, "201"+string(year), "202"+string(year), "-202"+string(year), "_202"+string(year), "@202"+string(year))
		}
		return all
	}()
	prefixes = []string{"my", "my_", "my-", "the", "super", "super_", "super-", "your_", "your-", "your", "jwt_", "jwt-", "jwt", "test", "dev-", "dev_"}
)

// longestAffix is the length of the longest of both, in bytes.
var longestAffix = func() (longest int) {
	for _, affix := range slices.Concat(suffixes, prefixes) {
		longest = max(longest, len(affix))
	}
	return longest
}()

// composer builds one candidate after the other in the same memory.
type composer struct {
	yield  func([]byte) bool
	stem   func([]byte) bool // gets each form instead of all with what is added to it, or is nil
	buffer []byte
	form   []byte
}

// put yields a text. Empty ones are no candidates.
func (c *composer) put(text []byte) bool {
	c.buffer = append(c.buffer[:0], text...)
	return c.send()
}

// send yields what is in the buffer.
func (c *composer) send() bool { return len(c.buffer) == 0 || c.yield(c.buffer) }

// forms yields the changes of the word with what is added to it.
func (c *composer) forms(word []byte) bool {
	add := c.affixes
	if c.stem != nil {
		add = c.stem
	}
	for _, change := range changes {
		c.form = change(c.form[:0], word)
		if len(c.form) > 0 && !add(c.form) {
			return false
		}
	}
	return true
}

// affixes yields the form alone, and with what is added to it. The buffer is long enough
// and stays where it is: in a browser, where nobody interrupts this loop, the collector
// may wait for its end for long, and to tell it of each pointer takes time.
func (c *composer) affixes(form []byte) bool {
	c.buffer = slices.Grow(c.buffer[:0], len(form)+longestAffix)
	if !c.put(form) {
		return false
	}
	for _, suffix := range suffixes {
		if !c.yield(append(c.buffer[:len(form)], suffix...)) {
			return false
		}
	}
	for _, prefix := range prefixes {
		if !c.yield(append(append(c.buffer[:0], prefix...), form...)) {
			return false
		}
	}
	return true
}

// hashed are the sizes, in bytes, of the hashes that people make of a word.
var hashed = []int{16, 20, 32, 64}

// encodings yields what the word becomes under the hashes and encodings.
func (c *composer) encodings(word []byte) bool {
	for _, size := range hashed {
		c.form = digests[size].sum(c.form[:0], word)
		if !c.inHex(c.form) || !c.inBase64(c.form) {
			return false
		}
	}
	return c.written(word)
}

// written yields the text in the encodings for bytes.
func (c *composer) written(text []byte) bool { return c.inBase64(text) && c.inHex(text) }

func (c *composer) inHex(text []byte) bool {
	c.buffer = hex.AppendEncode(c.buffer[:0], text)
	return c.send()
}

func (c *composer) inBase64(text []byte) bool {
	c.buffer = base64.StdEncoding.AppendEncode(c.buffer[:0], text)
	if !c.send() {
		return false
	}
	c.buffer = base64.RawURLEncoding.AppendEncode(c.buffer[:0], text)
	return c.send()
}

// changes are the forms of a word itself. Each appends to dst, and nothing if it
// would only repeat the word.
var changes = []func(dst, word []byte) []byte{
	func(dst, word []byte) []byte { return append(dst, word...) },
	func(dst, word []byte) []byte { return raise(dst, word, 1) },
	func(dst, word []byte) []byte { return raise(dst, word, len(word)) },
	leet,
	backwards,
	func(dst, word []byte) []byte { return append(append(dst, word...), word...) },
}

// raise puts the first n letters into upper case.
func raise(dst, word []byte, n int) []byte {
	dst = append(dst, word...)
	for i, b := range dst[:min(n, len(word))] {
		if class(b) == lowers {
			dst[i] = b &^ 0x20
		}
	}
	return changed(dst, word)
}

func backwards(dst, word []byte) []byte {
	for i := len(word) - 1; i >= 0; i-- {
		dst = append(dst, word[i])
	}
	return dst
}

// leet replaces letters by the digits that look like them.
func leet(dst, word []byte) []byte {
	dst = append(dst, word...)
	for i, b := range dst {
		if at := strings.IndexByte("aeiost", b); at >= 0 {
			dst[i] = "431057"[at]
		}
	}
	return changed(dst, word)
}

// changed empties a form that is the word itself.
func changed(form, word []byte) []byte {
	if bytes.Equal(form, word) {
		return form[:0]
	}
	return form
}
