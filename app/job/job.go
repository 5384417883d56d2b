// Package job holds the messages between a page and its workers: the heavy work
// runs in a Web Worker, a second program that the page starts when it is first
// needed.
//
// A page sends one [Request] to a worker and gets [Event]s back, until one of
// them ends the job. To cancel, it stops the worker: a program that computes
// cannot be asked. Messages travel as JSON in byte arrays, never as text, so
// that both sides can overwrite what they held.
//
// What a worker reports is ready to be read: sentences and numbers, so that a
// page needs none of the packages that found them out.
package job

import "encoding/json"

// Request is what a page asks of a worker. Exactly one field is set.
type Request struct {
	Audit  *Audit  `json:",omitempty"`
	Attack *Attack `json:",omitempty"`
}

// Audit asks about a text that a person pasted, a secret or a token: see
// [Event]'s Secret and Token.
type Audit struct {
	Text []byte
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
// Progress end the job.
type Event struct {
	Progress *Progress     `json:",omitempty"`
	Secret   *SecretReport `json:",omitempty"`
	Token    *TokenReport  `json:",omitempty"`
	Hit      *Hit          `json:",omitempty"`
	Missed   *Progress     `json:",omitempty"`

	// Failed says in a sentence what is wrong with the request.
	Failed string `json:",omitempty"`
}

// Progress says how far one worker has come.
type Progress struct {
	Tried   int     // candidates
	Seconds float64 // since the job began
	Trying  string  // what: "defaults of libraries", say
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

// Encode writes a message.
func Encode[M Request | Event](m M) ([]byte, error) { return json.Marshal(m) }

// Decode reads a message.
func Decode[M Request | Event](b []byte) (M, error) {
	var m M
	err := json.Unmarshal(b, &m)
	return m, err
}
