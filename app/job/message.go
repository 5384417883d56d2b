package job

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
)

// ErrMessage says that a message ends before what should follow its JSON.
var ErrMessage = errors.New("the message is cut off")

// follows returns where the request keeps what follows its JSON.
func (r Request) follows() []*[]byte {
	switch {
	case r.Audit != nil:
		return []*[]byte{&r.Audit.Text}
	case r.Attack != nil:
		return []*[]byte{&r.Attack.Token}
	case r.Verify != nil:
		return []*[]byte{&r.Verify.Token, &r.Verify.Secret}
	case r.Read != nil:
		return []*[]byte{&r.Read.Text}
	case r.Bench != nil:
		return []*[]byte{&r.Bench.Token, &r.Bench.Header, &r.Bench.Claims, &r.Bench.Secret}
	case r.Keys != nil:
		return []*[]byte{&r.Keys.Text, &r.Keys.Passphrase, &r.Keys.Published}
	case r.Plan != nil:
		return r.Plan.follows()
	default:
		return nil
	}
}

// follows returns where the event keeps what follows its JSON.
func (e Event) follows() []*[]byte {
	switch {
	case e.Token != nil:
		return []*[]byte{&e.Token.Header, &e.Token.Payload}
	case e.Bench != nil:
		return []*[]byte{&e.Bench.Token, &e.Bench.Header, &e.Bench.Claims, &e.Bench.Secret, &e.Bench.Dates}
	case e.Keys != nil:
		texts := []*[]byte{&e.Keys.Token}
		for i := range e.Keys.Files {
			texts = append(texts, &e.Keys.Files[i].Text)
		}
		return texts
	case e.Plan != nil:
		return e.Plan.follows()
	case e.Hit != nil:
		return []*[]byte{&e.Hit.Secret}
	case e.Pasted != nil:
		var texts []*[]byte
		for i := range e.Pasted.Offers {
			texts = append(texts, &e.Pasted.Offers[i].Text)
		}
		return texts
	default:
		return nil
	}
}

// Wipe overwrites what the request holds of secrets and tokens.
func (r Request) Wipe() {
	for _, tail := range r.follows() {
		clear(*tail)
	}
}

// Wipe overwrites what the event holds of secrets and tokens.
func (e Event) Wipe() {
	for _, tail := range e.follows() {
		clear(*tail)
	}
}

// message is a [Request] or an [Event].
type message interface {
	Request | Event
	follows() []*[]byte
}

// Encode writes a message: one line of JSON, and after its end what follows. Where
// several things follow, the size of each but the last in bytes stands before it on a
// line of its own.
func Encode[M message](m M) ([]byte, error) {
	text, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	tails := m.follows()
	size := 0
	for _, tail := range tails {
		size += len("\n") + len("9223372036854775807") + len(*tail)
	}
	text = slices.Grow(text, size) // once: what grows leaves a copy behind
	for i, tail := range tails {
		if i == 0 {
			text = append(text, '\n')
		}
		if i+1 < len(tails) {
			text = append(strconv.AppendInt(text, int64(len(*tail)), 10), '\n')
		}
		text = append(text, *tail...)
	}
	return text, nil
}

// Decode reads a message. What follows the JSON stays where it is, in b. The error
// is [ErrMessage] or that of package json.
func Decode[M message](b []byte) (M, error) {
	var m M
	line, rest, more := bytes.Cut(b, []byte{'\n'})
	if err := json.Unmarshal(line, &m); err != nil {
		return m, err
	}
	tails := m.follows()
	for i, tail := range tails {
		size := len(rest)
		if more && i+1 < len(tails) {
			line, rest, _ = bytes.Cut(rest, []byte{'\n'})
			n, err := strconv.Atoi(string(line))
			size, more = n, err == nil && n >= 0
		}
		if !more || size > len(rest) {
			return m, ErrMessage
		}
		*tail, rest = rest[:size:size], rest[size:]
	}
	return m, nil
}
