// Package template takes the place of the standard library's text/template in
// the page, and nowhere else.
//
// go-app fills templates only on a server. The real package finds methods by
// name while the program runs, which keeps the linker from leaving out any
// exported method of any type: a fifth of the page's download would be code
// that nothing calls. This package declares the names that go-app uses, and
// fills nothing.
package template

import (
	"errors"
	"io"
)

// ErrRemoved is returned by every attempt to read or fill a template.
var ErrRemoved = errors.New("this program contains no templates")

// Template stands for a template. It has no content.
type Template struct{}

// New returns a template. Its name is not kept.
func New(string) *Template { return &Template{} }

// Parse reads nothing and returns ErrRemoved.
func (t *Template) Parse(string) (*Template, error) { return nil, ErrRemoved }

// Execute writes nothing and returns ErrRemoved.
func (t *Template) Execute(io.Writer, any) error { return ErrRemoved }

// Must returns t, or panics when err is set, as the real function does.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}
