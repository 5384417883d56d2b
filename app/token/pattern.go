package token

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first asked. A
// program that never asks, because it only signs or verifies, does without the
// package regexp: in the page that is a twentieth of the download.
type pattern struct {
	text     string
	once     sync.Once
	compiled *regexp.Regexp
}

// MatchString reports whether the text holds a match.
func (p *pattern) MatchString(text string) bool {
	p.once.Do(func() { p.compiled = regexp.MustCompile(p.text) })
	return p.compiled.MatchString(text)
}
