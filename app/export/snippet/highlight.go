package snippet

import "strings"

// The classes of a [Span].
const (
	Plain   = ""
	Comment = "comment"
	String  = "string"
	Keyword = "keyword"
)

// Span is a piece of code that is shown alike.
type Span struct {
	Class string // [Plain], [Comment], [String] or [Keyword]
	Text  string // never empty
}

// Highlight cuts code into spans, which put together are the code again. It
// knows comments, strings and keywords, enough for the short files of this
// package; a string inside a string's placeholder, a here-document or a regular
// expression it does not. An unknown language is plain text.
func Highlight(l Language, code string) []Span {
	g := grammars[l]
	var spans []Span
	for from, at := 0, 0; at < len(code); {
		class, length := g.next(code[at:])
		last := len(spans) - 1
		if last < 0 || spans[last].Class != class {
			spans, from, last = append(spans, Span{Class: class}), at, last+1
		}
		at += length
		spans[last].Text = code[from:at]
	}
	return spans
}

// next returns the class of what code begins with, and its length in bytes. A
// word is taken whole, so that a keyword inside a longer word is none.
func (g grammar) next(code string) (class string, length int) {
	for _, open := range g.comments {
		if strings.HasPrefix(code, open) {
			return Comment, until(code, len(open), ends[open], false)
		}
	}
	for _, quote := range g.quotes {
		if strings.HasPrefix(code, quote) {
			return String, until(code, len(quote), quote, !strings.Contains(g.raw, quote))
		}
	}
	length = strings.IndexFunc(code, notWord)
	if length < 0 {
		length = len(code)
	}
	if length > 0 {
		if strings.Contains(g.keywords, " "+code[:length]+" ") {
			return Keyword, length
		}
		return Plain, length
	}
	return Plain, 1
}

// ends has the end of a comment that does not end with its line.
var ends = map[string]string{"/*": "*/", "//": "\n", "#": "\n"}

// until returns the length up to and with the end, or of the whole code if there
// is none. The line end is no part of a comment.
func until(code string, from int, end string, escapes bool) int {
	for i := from; i < len(code); i++ {
		if escapes && code[i] == '\\' {
			i++
			continue
		}
		if strings.HasPrefix(code[i:], end) {
			if end == "\n" {
				return i
			}
			return i + len(end)
		}
	}
	return len(code)
}

// notWord reports whether no name has this character. Letters of other scripts
// count as parts of a word, so that no character is ever cut in two.
func notWord(r rune) bool {
	letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	return !letter && (r < '0' || r > '9') && r != '_' && r < 0x80
}
