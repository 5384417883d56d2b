package ui

import (
	"errors"
	"math"
	"strconv"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
	"jwtsecret/app/export/snippet"
	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Here every error of the domain becomes a sentence that says what is wrong and
// what to do. None of them repeats what a person typed.

// phrase is what to say of an error, and beside which field.
type phrase struct {
	is       error
	field    field
	sentence string
}

// said returns what all the phrases say of an error, beside each field the first.
func said(err error, phrases []phrase) problems {
	found := problems{}
	for _, p := range phrases {
		if errors.Is(err, p.is) {
			found.add(p.field, p.sentence)
		}
	}
	return found
}

// add keeps what was said of the field before.
func (p problems) add(f field, sentence string) {
	if p[f] == "" && sentence != "" {
		p[f] = sentence
	}
}

// requestProblems says what is wrong with the request for a secret.
func requestProblems(r secret.Request, err error) problems {
	least := r.Algorithm.MinSize()
	if r.TestOnly {
		least = secret.MinSize
	}
	return said(err, []phrase{
		{secret.ErrSize, fieldSize, "Enter a whole number of bytes, from " + strconv.Itoa(least) + " to " + thousands(secret.MaxSize) + "."},
		{secret.ErrTooSmall, fieldSize, tooSmall(r.Algorithm) + " Enter more, or tick “Test only” if this secret will never guard anything."},
		{secret.ErrCount, fieldCount, "Enter a whole number of secrets, from " + strconv.Itoa(secret.MinCount) + " to " + thousands(secret.MaxCount) + "."},
	})
}

// failedSentence says why a request that is right made no secret, and what to do.
func failedSentence(err error) string {
	if errors.Is(err, secret.ErrGenerator) {
		return "The random generator of this browser is broken: it gave what a working one gives less than once in 2⁶⁴ times. " +
			"Make your secrets in another browser or on another device."
	}
	return "Reload the page and try again."
}

// tooSmall says what the rule asks for.
func tooSmall(a secret.Algorithm) string {
	return a.String() + " needs at least " + strconv.Itoa(a.MinSize()) + " bytes (RFC 7518, section 3.2)."
}

// targetProblems says why a place does not take a secret whose variable has a good
// name.
func targetProblems(err error) problems {
	found := said(err, []phrase{
		{export.ErrRaw, fieldFormat, "The chosen place takes text, and raw bytes are none. Choose another format, or another place."},
		{export.ErrDuplicate, fieldServices, "Two pairs of a service and an environment would get one name, as a in b-c and a-b in c do. Change one of the names."},
		{export.ErrNameReserved, fieldName, "The chosen place keeps names that begin so for itself. Choose another name."},
		{export.ErrNameCharacter, fieldName, "The chosen place needs a letter at the beginning of the name, as in " + defaultName + "."},
		{export.ErrNameLong, fieldName, "With the longest service and environment after it, this name has more than " + strconv.Itoa(export.MaxName) + " characters. Shorten one of the three."},
		{export.ErrLong, fieldTarget, "This secret has more than the " + thousands(export.MaxTyped) + " characters that every terminal takes at a prompt. Make a shorter one, or choose a place that is a file."},
		{export.ErrQuotes, fieldTarget, "Programs that read this place would not agree about the quotes in the secret. Choose another format, or another place."},
	})
	if err != nil && len(found) == 0 {
		found.add(fieldTarget, "This place cannot take the secret. Choose another format, or another place.")
	}
	return found
}

// keyIDSentence says what is wrong with a key id that was chosen, or nothing. Ids of usual
// length may look like secrets: they are as random.
func keyIDSentence(id string) string {
	const longest = 39 // 32 bytes of base64 and more are longer
	switch {
	case id == "":
		return ""
	case len(id) > longest && looksConfidential(id):
		return "This looks like a secret, and a key id is public. Clear it from here and enter a name."
	case !secret.IsKeyID(id):
		return secret.KeyIDRule
	default:
		return ""
	}
}

// labelProblem says what is wrong with the list of services or environments.
func labelProblem(err error, kind string) string {
	var label *export.LabelError
	switch {
	case err == nil:
		return ""
	case !errors.As(err, &label):
		return "Enter at least one " + kind + ", one name on each line."
	case label.Same > 0:
		return "Line " + strconv.Itoa(label.Line) + " is the same name as line " + strconv.Itoa(label.Same) +
			": capitals and punctuation do not tell files apart. Change one of them."
	case errors.Is(err, export.ErrNameSecret):
		return "Line " + strconv.Itoa(label.Line) + " looks like a secret, not like a name. Clear it from here and enter a name."
	case errors.Is(err, export.ErrNameLong):
		return "Line " + strconv.Itoa(label.Line) + " is too long. A name has at most " + strconv.Itoa(export.MaxName) + " characters."
	default:
		return "Line " + strconv.Itoa(label.Line) + " has a character that a name cannot have. Use letters A to Z, digits, - _ . and spaces, one name on each line."
	}
}

// claimsProblem says what is wrong with the claims of a sample token, or nothing.
func claimsProblem(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, token.ErrSize):
		return "These claims are too long: a token has at most " + strconv.Itoa(token.MaxSize) + " characters."
	default:
		return "Claims are one JSON object, such as {\"sub\": \"1234567890\"}, with no name twice."
	}
}

// recordSentence says what the tests did with a text of ours.
func recordSentence(r snippet.Record) string {
	switch r.Checked {
	case snippet.Run:
		return "Our tests ran it exactly as shown, with " + r.With + ", on " + r.Date + "."
	case snippet.StandIn:
		return "Run by our tests on " + r.Date + " with stand-ins of ours for the library (" + r.With + "), not with the library itself."
	case snippet.Parsed:
		return "Read by a parser of the language in our tests (" + r.With + ", on " + r.Date + "), not run."
	default:
		return "Not checked by our tests: read it before you use it."
	}
}

func clipboardSentence(err error) string {
	if errors.Is(err, browser.ErrClipboardMissing) {
		return "Not copied: the browser offers the clipboard only to pages loaded over HTTPS or from this machine. Select the text and copy it yourself."
	}
	return "Not copied: the browser refused access to the clipboard. Select the text and copy it yourself, or download it."
}

// Every second sentence of a page has a number, so these have short names here.

func thousands(n int) string { return prose.Thousands(n) }

func counted(n int, one, many string) string { return prose.Counted(n, one, many) }

// bits writes exact bits with two decimals where there are any: 256, 256.03.
func bits(n float64) string {
	if n == math.Trunc(n) {
		return strconv.Itoa(int(n)) + " bits"
	}
	return strconv.FormatFloat(n, 'f', 2, 64) + " bits"
}

// bitsEach says what each of so many secrets is worth.
func bitsEach(worth float64, count int) string {
	if count > 1 {
		return bits(worth) + " each"
	}
	return bits(worth)
}

func capital(text string) string { return prose.Capital(text) }
