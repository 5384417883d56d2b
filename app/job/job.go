// Package job holds the messages between a page and its auditors: the heavy work
// runs in a Web Worker, a second program that the page starts when it is first
// needed. A terminal asks package judge with the same types, in one program.
//
// A page sends one [Request] to an auditor and gets [Event]s back until the job
// has ended. To cancel, it stops the auditor: a program that computes cannot be
// asked. A message is a byte array, never a text: one line of JSON, and after it,
// as they are, the secrets and tokens and what was in them. Encoding and decoding
// JSON leaves copies that nobody can overwrite, so no secret passes through it;
// what follows it lies in the message alone, and goes when that is overwritten.
//
// What an auditor reports is ready to be read: sentences and numbers, so that a
// page needs none of the packages that found them out.
package job

import (
	"slices"

	"jwtsecret/app/guess"
	"jwtsecret/app/meta"
)

// Request is what a page asks of an auditor. Exactly one field is set.
type Request struct {
	Audit  *Audit  `json:",omitempty"`
	Attack *Attack `json:",omitempty"`
	Verify *Verify `json:",omitempty"`
	Read   *Read   `json:",omitempty"`
	Bench  *Bench  `json:",omitempty"`
	Keys   *Keys   `json:",omitempty"`
	Plan   *Plan   `json:",omitempty"`
}

// Audit asks about a text that a person pasted, a secret or a token: see
// [Event]'s Secret and Token.
type Audit struct {
	Text []byte `json:"-"`

	// Candidate is the one of [SecretReport.Candidates] to judge, counted from 1; 0
	// means the one that a service would use.
	Candidate int `json:",omitempty"`

	// Alone asks for nothing about the other secrets of the text.
	Alone bool `json:",omitempty"`

	// Issuer is the "iss" of a token that the text may have signed, or empty.
	Issuer string `json:",omitempty"`

	// MathRandom asks also whether Math.random of today's engines drew the secret that is
	// judged: see [SecretReport.Drawable].
	MathRandom bool `json:",omitempty"`

	// WithFile says that a word list comes with the request, as a File of the
	// browser: one secret a line. It is for secrets; tokens are attacked.
	WithFile bool `json:",omitempty"`
}

// Attack asks to try candidates against the signature of a token. Several
// auditors share the candidates: each takes every one whose number, modulo
// Shares, is Share; of short secrets, those whose number without the last character is.
type Attack struct {
	Token         []byte `json:"-"`
	Share, Shares int

	// WithFile says that a word list comes with the request, as a File of the
	// browser: one candidate a line.
	WithFile bool `json:",omitempty"`

	// Card asks to use the graphics card of this computer, and to say so in any case: see
	// [Event]'s Card. Of the auditors that share an attack only one may be asked.
	Card bool `json:",omitempty"`

	// Short asks for all secrets of a few characters, and for nothing else.
	Short *guess.Short `json:",omitempty"`
}

// Verify asks which key of what was pasted signed a token.
type Verify struct {
	Token  []byte `json:"-"` // with whatever carries it
	Secret []byte `json:"-"`
}

// Read asks what a text that was pasted for a secret holds.
type Read struct {
	Text []byte `json:"-"`
	New  bool   `json:",omitempty"` // a service is to get it as its new secret, so it is judged
}

// Bench asks for a token, for what it says, and for whether its signature fits, of
// which a person has just changed something: see [Event]'s Bench.
type Bench struct {
	Token  []byte `json:"-"` // with whatever carries it
	Header []byte `json:"-"` // JSON as it was typed
	Claims []byte `json:"-"` // likewise
	Secret []byte `json:"-"` // with whatever carries it, or nothing

	// Parts says that Token is to be made of Header and Claims and signed with Secret.
	// Otherwise those are to be read from it.
	Parts bool `json:",omitempty"`

	// Reading is how the secret is read for signing, as "base64url". Empty means: as
	// for the token that stands there, if the secret has signed it.
	Reading string `json:",omitempty"`

	// Do is all that a person asked for beside a change: "sign", to make the token of the
	// parts; "algorithm", to write Algorithm into the header; "key", to write the kid of the
	// private key in Secret into it; a number of seconds, to write into the claims that they
	// expire so long from now; or "sample", to begin with a token of ours where nothing is
	// lost by it. Each asks for Parts.
	Do        []string `json:",omitempty"`
	Algorithm string   `json:",omitempty"`
}

// Event is what an auditor tells a page. Exactly one field is set. After any number of
// Progress, List and Card comes the answer: to an [Audit] Secret or Token, to an [Attack] Hit or
// Missed, to a [Verify] Verified, to a [Read] Pasted, to a [Bench] Bench, to [Keys] Keys, to a
// [Plan] Plan, and to each of them Failed. CrackTimes may follow a Secret; nothing follows another answer.
type Event struct {
	Progress *Progress     `json:",omitempty"`
	List     *List         `json:",omitempty"`
	Card     *Card         `json:",omitempty"`
	Secret   *SecretReport `json:",omitempty"`
	Token    *TokenReport  `json:",omitempty"`
	Hit      *Hit          `json:",omitempty"`
	Missed   *Progress     `json:",omitempty"`
	Verified string        `json:",omitempty"` // a sentence
	Pasted   *Pasted       `json:",omitempty"`
	Bench    *BenchReport  `json:",omitempty"`
	Keys     *KeysReport   `json:",omitempty"`
	Plan     *PlanReport   `json:",omitempty"`

	// CrackTimes take the place of those in Secret, which was sent before the
	// rate of this computer was known.
	CrackTimes []CrackTime `json:",omitempty"`

	// Failed says in a sentence what is wrong with the request.
	Failed string `json:",omitempty"`
}

// Progress says how far one auditor has come.
type Progress struct {
	Tried   int     // candidates, by this auditor
	Place   int     // of the last of them in the order of all auditors' candidates, from 1
	Total   int     // candidates of all auditors; 0 while that is not known
	Seconds float64 // since the job began
	Trying  string  // what: "defaults of libraries", say
	Lines   int     // of the list that is being tried, so far; 0 if none is
}

// SecretReport is the audit of a secret.
type SecretReport struct {
	Judged     int         // the index of the candidate that is judged
	Candidates []Candidate // what the text may stand for, as it stands first
	Secrets    []Secret    // each secret of the text, where it holds several
	LeftOut    int         // how many more it has, which were not judged
	Remarks    []string    // sentences that are no defects

	Readings   []Reading
	Verdicts   Verdicts
	Findings   []Finding // the most certain first
	CrackTimes []CrackTime

	// Drawable is not empty if [Audit.MathRandom] may find more, and says what that tries and
	// how long it takes.
	Drawable string `json:",omitempty"`

	// Drawn is the answer if it was asked.
	Drawn string `json:",omitempty"`
}

// Candidate is a text that may be the secret.
type Candidate struct {
	Name string `json:"-"` // of the variable that holds it, or empty
	How  string // how one gets there: "the value of JWT_SECRET, without quotes"
	Size int    // of the text, in bytes
}

// Secret is one of several.
type Secret struct {
	Candidate int    // its index
	Name      string // "JWT_SECRET"
	Verdicts  Verdicts
}

// Reading is the key that a library makes of the text.
type Reading struct {
	Encoding  string // "UTF-8"
	Size      int    // bytes
	Bits      int    // at most worth so many for HS512
	Treatment string // what the HMAC of the algorithm that suits best does with it, see [Verdicts.Fit]: "used as it is"
}

// Verdict judges the secret for one algorithm.
type Verdict struct {
	Algorithm string // "HS256"
	Minimum   int    // bytes that it asks for (RFC 7518 §3.2)
	Bits      int    // at most worth so many
	Code      string // one of those in package meta
	Name      string // of the verdict, for a badge: "No defect found"
	Sentence  string // what it means
}

// NoDefect reports whether nothing is wrong with the secret for this algorithm.
func (v Verdict) NoDefect() bool { return v.Code == meta.NoDefect }

// Verdicts are those on one secret, one an algorithm, the smallest hash first.
type Verdicts []Verdict

// Fit returns the index of the largest hash for which the secret is not too short, or 0
// where it is for all: a secret for HS256 is not bad because HS512 asks for more.
func (v Verdicts) Fit() int {
	for i, one := range slices.Backward(v) {
		if one.Code != meta.BelowRule {
			return i
		}
	}
	return 0
}

// Spared reports whether a verdict says no more than that the secret was not made
// for so large a hash.
func (v Verdicts) Spared(i int) bool { return i > v.Fit() && v[v.Fit()].Code != meta.BelowRule }

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
	Header       []byte `json:"-"` // JSON, indented
	Payload      []byte `json:"-"` // likewise, or any other text, or bytes in hexadecimal
	PayloadTitle string // what to call it: "Payload", "Payload, in hexadecimal"
	Algorithm    string // as the header has it; empty where it names none
	Issuer       string // the "iss" claim; empty where it is no text
	NoSecret     string // why no secret can have signed it, a sentence; empty where one can
	Dates        []Date `json:",omitempty"`
	Words        int    `json:",omitempty"` // how many seconds the words of Dates hold; 0 where there is no date
	Findings     []Finding
}

// Date is one of a token's, in words.
type Date struct {
	Name string // "exp"
	Text string // "expires in 14 minutes, 26 Nov 2026 13:05 your time", when it was read
}

// BenchReport is what stands on the bench after a change.
type BenchReport struct {
	Token  []byte `json:"-"` // alone; empty where there is none
	Header []byte `json:"-"` // JSON, to stand in the place of what was typed, if Reads says so
	Claims []byte `json:"-"` // likewise, or any other text
	Secret []byte `json:"-"` // of a sample, to stand in the place of none; otherwise empty
	Dates  []byte `json:"-"` // in words, one a line
	Words  int    // how many seconds these words hold; 0 where there is no date

	Reads bool // Header and Claims are to be shown
	Signs bool // Token is to be shown: it was made

	// What is wrong, a sentence each, or empty.
	TokenProblem, HeaderProblem, ClaimsProblem, SecretProblem string

	Badges   []Finding // each with a Code for its state, "fits", "fails" or "open", and a word or two as Title
	Sentence string    // with which reading and which bytes it was signed, or why not

	Algorithm string // one to sign with, as the header has it; empty for another one
	Guess     bool   // a secret has signed it, as far as anyone can see: it may be guessed
	Sign      bool   // it was not this one, which may sign it anew

	Findings []Finding
}

// Hit is the secret that signed a token.
type Hit struct {
	Secret  []byte `json:"-"` // as the list has it
	Reading string // how it was read: "UTF-8"
	Source  string // where it was found: "defaults of libraries"
	Place   int    // in the order of all auditors' candidates, from 1
}

// Pasted is what a text holds that was pasted for a secret.
type Pasted struct {
	// Offers are the secrets in it, none if the text itself is one.
	Offers  []Offer
	Remarks []string // sentences
	Unfit   string   `json:",omitempty"` // why no service should get it as its new secret, sentences; empty where one may
}

// Offer is a secret inside a wrapping.
type Offer struct {
	Text     []byte `json:"-"`
	Name     string `json:"-"` // of the variable that holds it, or empty
	How      string // how one gets there: "the value of JWT_SECRET, without quotes"
	Encoding string // in which its wrapping says that it is read; empty if it does not
}
