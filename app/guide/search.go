package guide

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Entry is a section of a chapter, as the search sees it. The build writes a list of them.
type Entry struct {
	Path    string // of the section: "/guide/entropy#bits"
	Chapter string // its title
	Section string // the section's heading; empty for the beginning of a chapter
	Text    string // in plain words
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

// Search returns the sections that hold every word of what was typed, or a longer word that
// begins so: first those with all of them in a heading, then in the order of the guide.
func Search(all []Entry, typed string) []Hit {
	typed = typed[:min(len(typed), maxSought)]
	for len(typed) > 0 && !utf8.ValidString(typed) { // the cut went through a letter
		typed = typed[:len(typed)-1]
	}
	sought := strings.Fields(strings.ToLower(typed))
	if len(sought) == 0 {
		return nil
	}
	var headed, hits []Hit
	for _, e := range all {
		heading, text := strings.ToLower(e.Chapter+" "+e.Section), strings.ToLower(e.Text)
		switch {
		case holdsAll(heading, sought):
			headed = append(headed, Hit{e, excerpt(e.Text, text, sought[0])})
		case holdsAll(heading+" "+text, sought):
			hits = append(hits, Hit{e, excerpt(e.Text, text, sought[0])})
		}
	}
	hits = append(headed, hits...)
	return hits[:min(len(hits), maxHits)]
}

func holdsAll(text string, sought []string) bool {
	return !slices.ContainsFunc(sought, func(w string) bool { return wordAt(text, w) < 0 })
}

// wordAt returns where a word of the text begins with w, or less than 0.
func wordAt(text, w string) int {
	for from := 0; ; {
		at := strings.Index(text[from:], w)
		if at < 0 {
			return -1
		}
		at += from
		if at == 0 || !letter(text[at-1]) {
			return at
		}
		from = at + 1
	}
}

func letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80
}

// excerpt returns some words of the text around the first that begins with w.
func excerpt(text, lower, w string) string {
	if len(text) != len(lower) { // a letter changed its size: no place fits both
		lower = text
	}
	at := max(0, wordAt(lower, w))
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
