package guide

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

var searched = []Entry{
	{Path: "/a", Chapter: "Entropy", Text: "How many guesses a secret is worth."},
	{Path: "/a#b", Chapter: "Entropy", Section: "Bits", Text: "A bit doubles the work. HMAC pads a short key with zeros."},
	{Path: "/c", Chapter: "Keys", Text: "Unguessable, e.g. base64url; naïve, größer."},
	{Path: "/c#d", Chapter: "Keys", Section: "Padding and entropy", Text: "Nothing."},
}

// found lists where something is found.
func found(typed string) (paths []string) {
	for _, h := range Search(searched, typed) {
		paths = append(paths, h.Path)
	}
	return paths
}

func TestTheSearchFindsSectionsWithWordsThatBeginSo(t *testing.T) {
	for typed, want := range map[string][]string{
		"guess":          {"/a"}, // not in unguessable
		"GUESSES  worth": {"/a"}, // whatever the case, in any order
		"worth guesses":  {"/a"},
		"guesses zeros":  nil,                    // in two sections
		"entropy":        {"/a", "/a#b", "/c#d"}, // chapter and section are headings
		"pad":            {"/c#d", "/a#b"},       // those with it in a heading first
		"entropy hmac":   {"/a#b"},               // one word in the heading, one in the text
		"base64":         {"/c"},
		"64":             nil, // inside of a word
		"größ":           {"/c"},
		"ïve":            nil, // inside of a word
		"er":             nil, // likewise, after a letter beyond ASCII
		"e.g.":           {"/c"},
		"zzz":            nil,
		"":               nil,
		" \t\n":          nil,
		"\x00":           nil,
		"\xff":           nil,
	} {
		assert.Equal(t, want, found(typed), "%q", typed)
	}
}

func TestTheSearchNeverShowsMoreThanADozen(t *testing.T) {
	var many []Entry
	for range 50 {
		many = append(many, Entry{Text: "word"})
	}
	assert.Len(t, Search(many, "word"), 12)
}

func TestWhatIsTypedWithoutEndCostsLittle(t *testing.T) {
	assert.Empty(t, Search(searched, strings.Repeat("x", 1<<20)))
	assert.Equal(t, []string{"/a"}, found("guesses "+strings.Repeat(" ", 1<<20)+"zzz"), "only the first hundred bytes count")
}

// The 100th byte is inside of a letter here.
func TestALongTextIsCutBetweenLetters(t *testing.T) {
	word := strings.Repeat("a", 99) + "é"
	assert.Len(t, Search([]Entry{{Text: word}}, word), 1)
}

func TestAnExcerptShowsTheWordsAroundTheFirstPlace(t *testing.T) {
	long := strings.Repeat("before ", 30) + "Needle " + strings.Repeat("after ", 30)
	h := Search([]Entry{{Text: strings.TrimSpace(long)}}, "needle")[0]
	// At most a third of the 120 bytes before it, in whole words: 5 of 7 bytes each, and a sixth that is begun.
	assert.Equal(t, "… "+strings.Repeat("before ", 6)+"Needle "+strings.TrimSpace(strings.Repeat("after ", 12))+" …", h.Excerpt)

	for _, c := range [][3]string{
		{"Short needle.", "needle", "Short needle."},
		{"Not in the text.", "chapter", "Not in the text."}, // found in the heading: it shows how the section begins
		{"", "chapter", ""},
	} {
		assert.Equal(t, c[2], Search([]Entry{{Chapter: "Chapter", Text: c[0]}}, c[1])[0].Excerpt)
	}
}

// The small form of İ has a byte more.
func TestAnExcerptIsFoundWhereLettersChangeTheirSize(t *testing.T) {
	text := strings.Repeat("İ ", 200) + "needle"
	assert.Contains(t, Search([]Entry{{Text: text}}, "needle")[0].Excerpt, "needle")
}

func TestAnExcerptIsCutBetweenWordsInAnyScript(t *testing.T) {
	for _, word := range []string{"größer ", "İİ ", "ẞẞ ", "漢字 ", "a\u0301 "} { // some change their size with their case
		text := strings.TrimSpace(strings.Repeat(word, 60) + "needle " + strings.Repeat(word, 60))
		h := Search([]Entry{{Text: text}}, "needle")
		if assert.Len(t, h, 1) {
			assert.True(t, utf8.ValidString(h[0].Excerpt))
			assert.Contains(t, text, strings.Trim(h[0].Excerpt, "… "))
		}
	}
}
