package token

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"
)

// Set returns the text of a JSON object in which the member of that name has that
// value. What else stands in the text keeps its bytes and its place: the order, the
// white space, and names that stand there twice, of which the last is set, as most
// programs read that one. A new member comes last and is laid out as the one before
// it. The error is that of [CheckJSON].
func Set(object []byte, name, value string) ([]byte, error) {
	if err := CheckJSON(object); err != nil {
		return nil, err
	}
	all := places(object)
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].name == name {
			return splice(object, all[i].value, all[i].end, value), nil
		}
	}
	quoted, _ := json.Marshal(name) // a text is always written
	if len(all) == 0 {
		open := bytes.IndexByte(object, '{') + 1
		return splice(object, open, open, string(quoted)+": "+value), nil
	}
	last := all[len(all)-1]
	before, colon := object[last.from:last.start], object[last.colon:last.value]
	return splice(object, last.end, last.end, ","+string(before)+string(quoted)+string(colon)+value), nil
}

func splice(text []byte, from, to int, middle string) []byte {
	return append(append(bytes.Clone(text[:from]), middle...), text[to:]...)
}

// memberPlace says where a member of an object stands, in bytes from the object's beginning.
type memberPlace struct {
	name  string
	from  int // behind the bracket or comma before it
	start int // of its name
	colon int // behind its name
	value int
	end   int
}

// places returns those of an object that CheckJSON has passed, in their order.
func places(object []byte) (all []memberPlace) {
	d := newDecoder(object)
	_, _ = d.Token() // the bracket
	at := int(d.InputOffset())
	for d.More() {
		if len(all) > 0 {
			at += bytes.IndexByte(object[at:], ',') + 1
		}
		m := memberPlace{from: at, start: at + bytes.IndexByte(object[at:], '"')}
		name, _ := d.Token()
		m.name, _ = name.(string)
		m.colon = int(d.InputOffset())
		var value json.RawMessage
		_ = d.Decode(&value)
		m.end = int(d.InputOffset())
		m.value = m.end - len(value)
		all, at = append(all, m), m.end
	}
	return all
}

// JSONError says what keeps a text from being a JSON object, and where.
type JSONError struct {
	// Line and Column say where the first character stands that does not belong there,
	// or is missing. They count from 1, the column in characters; both are 0 where the
	// whole text is meant.
	Line, Column int

	Err error // [ErrEmpty], [ErrUTF8], [ErrJSON], [ErrUnfinished] or [ErrObject]
}

// Error holds nothing of the text.
func (e *JSONError) Error() string { return e.Err.Error() }

// Unwrap returns the reason.
func (e *JSONError) Unwrap() error { return e.Err }

// CheckJSON returns why the text is no JSON object, as a [*JSONError], or nil. It asks
// less than [Parse]: an object may have the same name twice, and be nested deep. The
// error of a text that ends too early is [ErrUnfinished].
func CheckJSON(text []byte) error {
	rest := bytes.TrimSpace(text)
	switch {
	case len(rest) == 0:
		return &JSONError{Err: ErrEmpty}
	case !utf8.Valid(text):
		return &JSONError{Err: ErrUTF8}
	}
	var value json.RawMessage
	var wrong *json.SyntaxError
	switch err := json.Unmarshal(text, &value); {
	case errors.As(err, &wrong) && json.NewDecoder(bytes.NewReader(text)).Decode(&value) == io.ErrUnexpectedEOF:
		return jsonErrorAt(text[:bytes.LastIndexByte(text, rest[len(rest)-1])+1], ErrUnfinished)
	case err != nil:
		return jsonErrorAt(text[:wrong.Offset-1], ErrJSON)
	case rest[0] != '{':
		return &JSONError{Err: ErrObject}
	default:
		return nil
	}
}

// jsonErrorAt says that the mistake comes right after this much of the text.
func jsonErrorAt(before []byte, err error) *JSONError {
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	return &JSONError{Line: bytes.Count(before, []byte{'\n'}) + 1, Column: utf8.RuneCount(line) + 1, Err: err}
}
