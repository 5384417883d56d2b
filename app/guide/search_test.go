package guide

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var searched = []Entry{
	{Path: "/a", Chapter: "Entropy", Text: "How many guesses a secret is worth."},
	{Path: "/a#b", Chapter: "Entropy", Section: "Bits", Text: "A bit doubles the work. HMAC pads a short key with zeros."},
	{Path: "/c", Chapter: "Keys", Text: "Unguessable, e.g. base64url; naïve, größer."},
	{Path: "/c#d", Chapter: "Keys", Section: "Padding and entropy", Text: "Nothing.", Words: "Fill up"},
}

// first returns the first section that is found.
func first(t *testing.T, e Entry, typed string) Hit {
	t.Helper()
	hits, _ := Search([]Entry{e}, typed)
	require.Len(t, hits, 1, typed)
	return hits[0]
}

// found lists where something is found.
func found(typed string) (paths []string) {
	hits, _ := Search(searched, typed)
	for _, h := range hits {
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
		"fill":           {"/c#d"},               // in no text
		"filling":        nil,
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
		"?!":             nil,
	} {
		assert.Equal(t, want, found(typed), "%q", typed)
	}
}

func TestSignsAreNoPartOfAWord(t *testing.T) {
	for typed, texts := range map[string]struct{ with, without []string }{
		"entropy?":    {[]string{"Entropy.", "the entropy"}, []string{"entrop"}},
		`"none"`:      {[]string{"none", "“none”", `"alg":"none"`}, []string{"non"}},
		"(kid)":       {[]string{"kid", "its `kid`s"}, []string{"akid"}},
		"alg:none":    {[]string{`{"alg": "none"}`}, []string{"none alg", "alg is none"}},
		"32-byte":     {[]string{"32-byte", "32 bytes", "32bytes"}, []string{"32 good bytes", "132 bytes", "320 bytes"}},
		"3.2":         {[]string{"RFC 7518 §3.2", "3.2.1", "(3.2)"}, []string{"32", "13.2", "3 in 2", "2.3", "3x2"}},
		"§3.2":        {[]string{"RFC 7518 §3.2", "section 3.2"}, []string{"32"}},
		"rfc7518":     {[]string{"RFC 7518", "RFC7518", "rfc-7518"}, []string{"RFC 751", "RFCs 7518"}},
		"rfc 7518":    {[]string{"RFC 7518"}, []string{"RFC7518"}}, // two words
		"sha256":      {[]string{"SHA-256", "SHA256", "SHA 256"}, []string{"SHA-2 56", "sha 1256"}},
		"e.g.":        {[]string{"e.g.", "(e.g. this)"}, []string{"eg", "an egg"}},
		"don’t":       {[]string{"don't"}, []string{"dont", "don quixote"}},
		"k.":          {[]string{"k", "keys"}, []string{"ask"}},
		"größe!":      {[]string{"„Größe“"}, []string{"übergröße"}},
		"a\u0301b":    {[]string{"(A\u0301BC)"}, []string{"ab", "a b"}},
		"? entropy —": {[]string{"entropy"}, nil},
	} {
		for _, text := range texts.with {
			_, total := Search([]Entry{{Text: text}}, typed)
			assert.Equal(t, 1, total, "%s in %s", typed, text)
		}
		for _, text := range texts.without {
			_, total := Search([]Entry{{Text: text}}, typed)
			assert.Zero(t, total, "%s in %s", typed, text)
		}
	}
}

func TestTheSearchShowsADozenAndCountsAll(t *testing.T) {
	many := make([]Entry, 50)
	for i := range many {
		many[i].Text = "word"
	}
	many[40].Chapter = "Word"
	hits, total := Search(many, "word")
	assert.Len(t, hits, 12)
	assert.Equal(t, 50, total)
	assert.Equal(t, "Word", hits[0].Chapter, "what is in a heading is first before the list is cut")
	hits, total = Search(many[:12], "word")
	assert.Len(t, hits, 12)
	assert.Equal(t, 12, total)
}

func TestWhatIsTypedWithoutEndCostsLittle(t *testing.T) {
	for _, long := range []string{"x", "x.", "1a", "? "} {
		_, total := Search(searched, strings.Repeat(long, 1<<20))
		assert.Zero(t, total, long)
	}
	assert.Equal(t, []string{"/a"}, found("guesses "+strings.Repeat(" ", 1<<20)+"zzz"), "only the first hundred bytes count")
}

// The 100th byte is inside of a letter here.
func TestALongTextIsCutBetweenLetters(t *testing.T) {
	word := strings.Repeat("a", 99) + "é"
	first(t, Entry{Text: word}, word)
}

func TestAnExcerptShowsTheWordsAroundTheFirstPlace(t *testing.T) {
	long := strings.Repeat("before ", 30) + "Needle-1 " + strings.Repeat("after ", 30)
	h := first(t, Entry{Text: strings.TrimSpace(long)}, "needle1?")
	// At most a third of the 120 bytes before it, in whole words: 5 of 7 bytes each, and a sixth that is begun.
	assert.Equal(t, "… "+strings.Repeat("before ", 6)+"Needle-1 "+strings.TrimSpace(strings.Repeat("after ", 12))+" …", h.Excerpt)

	for _, c := range [][3]string{
		{"Short needle.", "needle", "Short needle."},
		{"Not in the text.", "chapter", "Not in the text."}, // found in the heading: it shows how the section begins
		{"", "chapter", ""},
	} {
		assert.Equal(t, c[2], first(t, Entry{Chapter: "Chapter", Text: c[0]}, c[1]).Excerpt)
	}
}

// The small form of İ has a byte more.
func TestAnExcerptIsFoundWhereLettersChangeTheirSize(t *testing.T) {
	text := strings.Repeat("İ ", 200) + "needle"
	assert.Contains(t, first(t, Entry{Text: text}, "needle").Excerpt, "needle")
}

func TestAnExcerptIsCutBetweenWordsInAnyScript(t *testing.T) {
	for _, word := range []string{"größer ", "İİ ", "ẞẞ ", "漢字 ", "a\u0301 "} { // some change their size with their case
		text := strings.TrimSpace(strings.Repeat(word, 60) + "needle " + strings.Repeat(word, 60))
		excerpt := first(t, Entry{Text: text}, "needle").Excerpt
		assert.True(t, utf8.ValidString(excerpt))
		assert.Contains(t, text, strings.Trim(excerpt, "… "))
	}
}
