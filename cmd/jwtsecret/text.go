package main

import (
	"strings"
	"text/tabwriter"
	"unicode/utf8"
)

// width is how wide a text is at most, in characters: that of a terminal of old, and of
// the logs of most CI systems.
const width = 80

// wrapped lays a sentence out in lines: the first begins with one text, and all others
// with as many spaces.
func wrapped(begin, sentence string) string {
	indent := strings.Repeat(" ", utf8.RuneCountInString(begin))
	var b strings.Builder
	line := begin
	for word := range strings.FieldsSeq(sentence) {
		if strings.TrimSpace(line) != "" && line != begin && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			b.WriteString(line + "\n")
			line = indent
		}
		if line != begin && line != indent {
			line += " "
		}
		line += word
	}
	return b.String() + line + "\n"
}

// table lays rows out in columns, behind two spaces.
func table(rows ...[]string) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	for _, row := range rows {
		_, _ = w.Write([]byte("  " + strings.Join(row, "\t") + "\n")) // to memory
	}
	_ = w.Flush()
	return b.String()
}
