// Package godebug takes the place of the standard library's internal/godebug in the page,
// and nowhere else.
//
// By the variable GODEBUG a person can have Go behave as an older version did. A page has
// no such variable. The real package parses it, counts who deviates, and searches for what
// a deviation breaks; here each setting has its default, and nothing is kept.
package godebug

// Setting is one that GODEBUG could change.
type Setting struct{ name string }

// New returns the setting of that name.
func New(name string) *Setting { return &Setting{name} }

// Name is the setting's name.
func (s *Setting) Name() string { return s.name }

// Value is empty: the default.
func (*Setting) Value() string { return "" }

// IncNonDefault counts nothing.
func (*Setting) IncNonDefault() {}
