package strength

import (
	"bytes"
	"regexp"
)

// marksAround are quotes and brackets that are put around a value.
var marksAround = []string{`""`, `''`, "``", "[]", "{}", "()", "<>"}

// minMarked is how long a text must be, in bytes, for a mark at its end to be
// remarkable. Of 24 random printable characters, 23 are letters and digits with a
// chance of (62/95)^23, and a quote is at one of the ends with one of 6/95: 4 in a
// million together. Three escapes among 32 characters, for which there are 4,960
// places, come once in 18 million times, and one of a control character once in
// 500 million.
const minMarked = 24

// An escape as JSON and most languages write it.
var escape = regexp.MustCompile(`\\u00[01][0-9a-fA-F]|\\[\\"]`)

// findMarks finds what a value brings along from the place that it was copied
// from: quotes or brackets around it, one quote left over, or the backslashes of
// a string in source code.
func findMarks(text []byte) []Finding {
	f := Finding{Certainty: Structured, Code: LeftoverMarks, Bits: NoBound}
	switch {
	case len(text) < minMarked:
		return nil
	case isMarked(text):
		f.Evidence = "quotes or brackets at the ends of letters and digits"
	case isEscaped(text):
		f.Evidence = "every quote and backslash is escaped, as in source code"
	default:
		return nil
	}
	return []Finding{f}
}

// isMarked reports whether a text is letters and digits but for a pair of marks
// around it, or a quote at one end.
func isMarked(text []byte) bool {
	first, last := text[0], text[len(text)-1]
	inner := text
	for _, pair := range marksAround {
		quote := pair[0] == pair[1]
		switch {
		case first == pair[0] && last == pair[1]:
			inner = text[1 : len(text)-1]
		case quote && first == pair[0]:
			inner = text[1:]
		case quote && last == pair[1]:
			inner = text[:len(text)-1]
		}
	}
	return len(inner) < len(text) && !bytes.ContainsFunc(inner, func(r rune) bool { return onlyPlain(r) < 0 })
}

// isEscaped reports whether a text has escapes, three or one of a control
// character, and no quote or backslash besides.
func isEscaped(text []byte) bool {
	found := escape.FindAllIndex(text, -1)
	inEscapes, control := 0, false
	for _, at := range found {
		inEscapes += bytes.Count(text[at[0]:at[1]], []byte(`\`)) + bytes.Count(text[at[0]:at[1]], []byte(`"`))
		control = control || at[1]-at[0] > 2
	}
	return (len(found) >= 3 || control) && inEscapes == bytes.Count(text, []byte(`\`))+bytes.Count(text, []byte(`"`))
}
