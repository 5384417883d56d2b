package guide

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Entry is a section of a chapter, as the search sees it. The build writes a list of them.
type Entry struct {
	Path    string // of the section: "/guide/entropy#bits"
	Chapter string // its title
	Section string // the section's heading; empty for the beginning of a chapter
	Text    string // in plain words
	Words   string `json:",omitempty"` // others that people look for it with
}

// Hit is a section that was found, with the words around the place.
type Hit struct {
	Entry
	Excerpt string
}

const (
	maxHits    = 12
	maxSought  = 100 // bytes of what was typed
	excerptLen = 120 // bytes of an excerpt, about
)

// Search returns the first dozen of the sections that hold every word of what was typed, or a
// longer word that begins so, and how many there are: first those with all of them in a
// heading, then in the order of the guide.
func Search(all []Entry, typed string) (hits []Hit, total int) {
	typed = typed[:min(len(typed), maxSought)]
	for len(typed) > 0 && !utf8.ValidString(typed) { // the cut went through a letter
		typed = typed[:len(typed)-1]
	}
	sought := terms(typed)
	if len(sought) == 0 {
		return nil, 0
	}
	var headed []Hit
	for _, e := range all {
		heading, text := strings.ToLower(e.Chapter+" "+e.Section), strings.ToLower(e.Text)
		switch {
		case holdsAll(heading, sought):
			headed = append(headed, Hit{e, excerpt(e.Text, text, sought[0])})
		case holdsAll(heading+" "+text+" "+strings.ToLower(e.Words), sought):
			hits = append(hits, Hit{e, excerpt(e.Text, text, sought[0])})
		}
	}
	hits = append(headed, hits...)
	return hits[:min(len(hits), maxHits)], len(hits)
}

// term is a word of what was typed, as its runs of letters and of digits: "rfc7518" and "3.2"
// have two. Other signs, such as a question mark, are no part of it.
type term []string

// terms returns the terms between the spaces.
func terms(typed string) (all []term) {
	for word := range strings.FieldsSeq(strings.ToLower(typed)) {
		var t term
		before := ' '
		for _, r := range word {
			switch {
			case isSign(r):
			case sameRun(before, r):
				t[len(t)-1] += string(r)
			default:
				t = append(t, string(r))
			}
			before = r
		}
		if t != nil {
			all = append(all, t)
		}
	}
	return all
}

func isSign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }

// sameRun reports whether two characters that stand side by side are letters, or digits.
func sameRun(a, b rune) bool {
	return !isSign(a) && !isSign(b) && unicode.IsDigit(a) == unicode.IsDigit(b)
}

func holdsAll(text string, sought []term) bool {
	return !slices.ContainsFunc(sought, func(t term) bool { return termAt(text, t) < 0 })
}

// termAt returns where a word of the text begins with a term, or less than 0. Between the runs
// of the term any signs may stand: "32-byte" is in "32 bytes".
func termAt(text string, t term) int {
	for from := 0; ; {
		at := strings.Index(text[from:], t[0])
		if at < 0 {
			return -1
		}
		at += from
		if before, _ := utf8.DecodeLastRuneInString(text[:at]); isSign(before) && goesOn(text[at+len(t[0]):], t) {
			return at
		}
		from = at + 1
	}
}

// goesOn reports whether a text goes on with all of a term but its first run.
func goesOn(text string, t term) bool {
	for i, run := range t[1:] {
		last, _ := utf8.DecodeLastRuneInString(t[i])
		if next, _ := utf8.DecodeRuneInString(text); sameRun(last, next) {
			return false
		}
		after, found := strings.CutPrefix(strings.TrimLeftFunc(text, isSign), run)
		if !found {
			return false
		}
		text = after
	}
	return true
}

// excerpt returns some words of the text around the first that begins with a term.
func excerpt(text, lower string, t term) string {
	if len(text) != len(lower) { // a letter changed its size: no place fits both
		lower = text
	}
	at := max(0, termAt(lower, t))
	from := max(0, at-excerptLen/3)
	for from > 0 && text[from-1] != ' ' {
		from--
	}
	to := min(len(text), from+excerptLen)
	for to < len(text) && text[to] != ' ' {
		to++
	}
	words := text[from:to]
	if from > 0 {
		words = "… " + words
	}
	if to < len(text) {
		words += " …"
	}
	return words
}
