// Package regexp takes the place of the standard library's regexp in the page,
// and nowhere else.
//
// go-app knows routes by regular expression, and this site has none. The real
// package cannot be left out by the linker once it is named, and with it come the
// parser and the tables of Unicode. This package declares the names that are used
// in the page's packages, and matches nothing.
package regexp

// Regexp stands for a regular expression. There is none.
type Regexp struct{}

// MustCompile panics: a page that needs it would not work.
func MustCompile(string) *Regexp { panic("this program contains no regular expressions") }

// MatchString reports that nothing matches.
func (*Regexp) MatchString(string) bool { return false }
