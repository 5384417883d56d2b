// Package job holds the messages between a page and its workers: the heavy work
// runs in a Web Worker, a second program that the page starts when it is first
// needed.
//
// A page sends one [Request] to a worker and gets [Event]s back, until one of
// them ends the job. To cancel, it stops the worker: a program that computes
// cannot be asked. Messages travel as JSON in byte arrays, never as text, so
// that both sides can overwrite what they held. Generated secrets follow their
// message as they are: there may be megabytes of them, and a page that had to read
// those as JSON would freeze.
//
// What a worker reports is ready to be read: sentences and numbers, so that a
// page needs none of the packages that found them out.
package job

import (
	"bytes"
	"encoding/json"
	"slices"

	"jwtsecret/app/secret"
)

// Request is what a page asks of a worker. Exactly one field is set.
type Request struct {
	Audit    *Audit          `json:",omitempty"`
	Attack   *Attack         `json:",omitempty"`
	Generate *secret.Request `json:",omitempty"` // for the program that makes secrets
	Services *Services       `json:",omitempty"` // likewise
	Rotate   *Rotate         `json:",omitempty"` // likewise
	Use      *Use            `json:",omitempty"` // likewise
	Verify   *Verify         `json:",omitempty"` // likewise
}

// Audit asks about a text that a person pasted, a secret or a token: see
// [Event]'s Secret and Token.
type Audit struct {
	Text []byte

	// Issuer is the "iss" of a token that the text may have signed, or empty.
	Issuer string `json:",omitempty"`

	// WithFile says that a word list comes with the request, as a File of the
	// browser: one secret a line. It is for secrets; tokens are attacked.
	WithFile bool `json:",omitempty"`
}

// Attack asks to try candidates against the signature of a token. Several
// workers share the candidates: each takes every one whose number, modulo
// Shares, is Share.
type Attack struct {
	Token         []byte
	Share, Shares int

	// WithFile says that a word list comes with the request, as a File of the
	// browser: one candidate a line.
	WithFile bool `json:",omitempty"`
}

// Event is what a worker tells a page. Exactly one field is set; all but
// Progress and Made end the job. A worker that generates sends as many Made as the
// request takes, and ends.
type Event struct {
	Progress *Progress     `json:",omitempty"`
	Made     *Made         `json:",omitempty"`
	Files    *Files        `json:",omitempty"`
	Plan     *Plan         `json:",omitempty"`
	Used     *Used         `json:",omitempty"`
	Secret   *SecretReport `json:",omitempty"`
	Token    *TokenReport  `json:",omitempty"`
	Hit      *Hit          `json:",omitempty"`
	Missed   *Progress     `json:",omitempty"`

	// Verified says in a sentence which reading of a secret signed a token.
	Verified string `json:",omitempty"`

	// Failed says in a sentence what is wrong with the request.
	Failed string `json:",omitempty"`
}

// Progress says how far one worker has come.
type Progress struct {
	Tried   int     // candidates
	Seconds float64 // since the job began
	Trying  string  // what: "defaults of libraries", say
}

// Made is some of the secrets that were asked for.
type Made struct {
	Count int
	Texts []byte `json:"-"` // one after another, for [secret.Restore]
}

// SecretReport is the audit of a secret.
type SecretReport struct {
	Readings   []Reading
	Verdicts   []Verdict // one an algorithm, HS256 first
	Findings   []Finding // the most certain first
	CrackTimes []CrackTime
}

// Reading is the key that a library makes of the text.
type Reading struct {
	Encoding  string  // "UTF-8"
	Size      int     // bytes
	Bits      float64 // at most worth so many for HS512
	Treatment string  // what the HMAC of HS256 does with it, a sentence
}

// Verdict judges the secret for one algorithm.
type Verdict struct {
	Algorithm string // "HS256"
	Code      string // "unusable", "guessable", "below-rule" or "no-defect"
	Sentence  string
}

// Finding is one thing that is wrong, with its evidence.
type Finding struct {
	Code     string
	Title    string
	Sentence string
}

// CrackTime says how long guessing takes at a named rate.
type CrackTime struct {
	Rate string // "one core of this computer, 600,000 guesses a second"
	Time string // "less than a second"
}

// TokenReport is what a token says of itself.
type TokenReport struct {
	Header, Payload string // JSON, indented
	Algorithm       string // as the header has it; empty where it names none
	Issuer          string // the "iss" claim; empty where it is no text
	Attackable      bool   // signed with an HMAC
	Findings        []Finding
}

// Hit is the secret that signed a token.
type Hit struct {
	Secret  []byte // as the list has it
	Reading string // how it was read: "UTF-8"
	Source  string // where it was found: "defaults of libraries"
	Tried   int    // candidates, by this worker
}

// follows returns where the event keeps the bytes that follow its JSON, or nil.
func (e *Event) follows() *[]byte {
	switch {
	case e.Made != nil:
		return &e.Made.Texts
	case e.Files != nil:
		return &e.Files.Content
	case e.Plan != nil:
		return &e.Plan.Texts
	case e.Used != nil:
		return &e.Used.Texts
	default:
		return nil
	}
}

// Encode writes a message: one line of JSON and, after its end, what [Made],
// [Files], [Plan] or [Used] holds.
func Encode[M Request | Event](m M) ([]byte, error) {
	message, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	if e, ok := any(&m).(*Event); ok && e.follows() != nil {
		tail := *e.follows()
		message = append(slices.Grow(message, 1+len(tail)), '\n')
		message = append(message, tail...)
	}
	return message, nil
}

// Decode reads a message. What follows the JSON stays where it is, in b.
func Decode[M Request | Event](b []byte) (M, error) {
	var m M
	line, rest, _ := bytes.Cut(b, []byte{'\n'})
	err := json.Unmarshal(line, &m)
	if e, ok := any(&m).(*Event); ok && e.follows() != nil {
		*e.follows() = rest
	}
	return m, err
}
