// Package prose writes numbers and times as they stand in a sentence, for the page, its auditors
// and the terminal alike.
//
//	prose.Counted(1200, "byte", "bytes") // 1,200 bytes
package prose

import (
	"strconv"
	"strings"
)

// Thousands writes n, which is not negative, with a comma between groups of three digits.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Counted writes n with the word for one or for many.
func Counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Thousands(n) + " " + many
}

// Capital begins a sentence with a text in ASCII.
func Capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
