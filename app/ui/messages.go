package ui

import (
	"errors"
	"strconv"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

// field names a field of the generator's form; it is the id of its control.
type field string

// The fields, in the order in which they are read.
const (
	fieldAlgorithm field = "algorithm"
	fieldSize      field = "size"
	fieldFormat    field = "format"
	fieldCount     field = "count"
	fieldName      field = "name"
)

var fields = []field{fieldAlgorithm, fieldSize, fieldFormat, fieldCount, fieldName}

// problems holds the sentence to show beside each field that is wrong.
type problems map[field]string

// first returns the first wrong field as read, or nothing.
func (p problems) first() (field, bool) {
	for _, f := range fields {
		if p[f] != "" {
			return f, true
		}
	}
	return "", false
}

// check turns the settings into a request, or says what is wrong with them.
// It never repeats what was typed.
func (s settings) check() (secret.Request, problems) {
	wrong := problems{}
	r := secret.Request{TestOnly: s.testOnly}
	var err error
	if r.Algorithm, err = secret.ParseAlgorithm(s.algorithm); err != nil {
		wrong[fieldAlgorithm] = "The address asks for an algorithm that this page does not have. Choose one of these."
		r.Algorithm = defaultAlgorithm
	}
	if r.Format, err = secret.ParseFormat(s.format); err != nil {
		wrong[fieldFormat] = "The address asks for a format that this page does not have. Choose one from the list."
		r.Format = secret.Base64URL
	}
	r.Size, _ = wholeNumber(s.size)
	r.Count, _ = wholeNumber(s.count)

	err = r.Validate()
	switch {
	case errors.Is(err, secret.ErrSize):
		wrong[fieldSize] = "Enter a whole number of bytes, from " + strconv.Itoa(secret.MinSize) + " to " + thousands(secret.MaxSize) + "."
	case errors.Is(err, secret.ErrTooSmall):
		wrong[fieldSize] = r.Algorithm.String() + " needs at least " + strconv.Itoa(r.Algorithm.MinSize()) +
			" bytes (RFC 7518, section 3.2). Enter more, or tick “Test only” if this secret will never guard anything."
	}
	if errors.Is(err, secret.ErrCount) {
		wrong[fieldCount] = "Enter a whole number of secrets, from " + strconv.Itoa(secret.MinCount) + " to " + thousands(secret.MaxCount) + "."
	}
	if err := export.CheckName(s.name); err != nil {
		wrong[fieldName] = nameSentence(err)
	}
	return r, wrong
}

func nameSentence(err error) string {
	switch {
	case errors.Is(err, export.ErrNameEmpty):
		return "Give the variable a name, such as " + defaultName + "."
	case errors.Is(err, export.ErrNameSecret):
		return "This looks like a secret, not like a name. Clear it from here and enter a name, such as " + defaultName + "."
	case errors.Is(err, export.ErrNameSpace):
		return "A variable name has no spaces. Use an underscore instead, as in " + defaultName + "."
	case errors.Is(err, export.ErrNameLong):
		return "This name is too long. Use at most 64 characters."
	default:
		return "Use letters, digits and underscores, and begin with a letter or an underscore, as in " + defaultName + "."
	}
}

func clipboardSentence(err error) string {
	if errors.Is(err, browser.ErrClipboardMissing) {
		return "Not copied: the browser offers the clipboard only to pages loaded over HTTPS or from this machine. Select the text and copy it yourself."
	}
	return "Not copied: the browser refused access to the clipboard. Select the text and copy it yourself, or download it."
}

// thousands writes n with a comma between groups of three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// counted writes n with the word for one or for many.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}
