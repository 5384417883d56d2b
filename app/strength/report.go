package strength

import (
	"math"
	"slices"
	"strconv"

	"jwtsecret/app/meta"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Report is what an audit says of one secret for one algorithm.
type Report struct {
	Algorithm secret.Algorithm
	Readings  []Reading // as [token.Readings] gives them
	Findings  []Finding // the defects, the most certain first
	Notes     []Finding // what its owner should know, and is no defect
	Verdict   Verdict
}

// Reading says what the secret is as one library would read it.
type Reading struct {
	Encoding  token.Encoding
	Size      int // bytes of the key
	Minimum   int // bytes that RFC 7518 §3.2 requires
	Treatment Treatment
	Bits      float64 // it is worth at most so many
}

// Below reports whether the reading is smaller than RFC 7518 §3.2 allows.
func (r Reading) Below() bool { return r.Size < r.Minimum }

// Treatment is what HMAC does with a key of some length (RFC 2104 §2), in words.
// None of them does harm or adds strength.
type Treatment string

// The treatments, by length: shorter than a block, exactly one, longer.
const (
	Padded Treatment = "zeros are appended"
	Whole  Treatment = "used as it is"
	Hashed Treatment = "replaced by its hash"
)

// Examination is what [Examine] finds in a text, whatever the algorithm.
type Examination struct {
	readings []Reading // without what the algorithm says of them
	findings []Finding // the most certain first
	notes    []Finding

	// Drawable says that nothing certain was found and that Math.random of today's browsers
	// or Node 26 may have drawn the secret. Only with [Context.MathRandom] is that tried.
	Drawable bool
}

// sort tells defects from notes. That readable text stands in an encoding is no defect
// where it can hold what the smallest hash can use. Then the habits of the encoding
// itself, whose input is not random, tell nothing.
func (e *Examination) sort(found []Finding) {
	enough := func(f Finding) bool { return f.Code == EncodedText && f.Bits >= float64(secret.HS256.UsableBits()) }
	encoded := slices.ContainsFunc(found, enough)
	for _, f := range found {
		switch {
		case enough(f):
			e.notes = append(e.notes, f)
		case encoded && f.Certainty == HumanLooking && f.Encoding == token.UTF8 && f.Where == "":
		default:
			e.findings = append(e.findings, f)
		}
	}
}

// Judge reports on the text for one algorithm.
func (e Examination) Judge(a secret.Algorithm) Report {
	r := Report{Algorithm: a, Findings: slices.Clone(e.findings), Notes: slices.Clone(e.notes), Readings: slices.Clone(e.readings)}
	for i := range r.Readings {
		reading := &r.Readings[i]
		reading.Minimum = a.MinSize()
		reading.Treatment = treatment(a, reading.Size)
		reading.Bits = min(reading.Bits, float64(a.UsableBits()))
	}
	r.Verdict = r.verdict()
	return r
}

// treatment compares with the block of the hash: 64 bytes for SHA-256, 128 for
// the others.
func treatment(a secret.Algorithm, size int) Treatment {
	block := 128
	if a == secret.HS256 {
		block = 64
	}
	switch {
	case size < block:
		return Padded
	case size == block:
		return Whole
	default:
		return Hashed
	}
}

// Bits returns the most that the secret can be worth in any reading.
func (r Report) Bits() float64 {
	most := 0.0
	for _, reading := range r.Readings {
		most = max(most, reading.Bits)
	}
	return most
}

// UpTo returns a bound in whole bits, for a sentence: rounded up, because rounded
// down it would be no bound. The error of the arithmetic, far below a thousandth,
// does not count.
func UpTo(bits float64) int { return int(math.Ceil(bits - 1e-6)) }

// Verdict sums up a report.
type Verdict string

// The verdicts, the gravest first.
const (
	// Unusable means that the secret is known, derived, public, a placeholder, or
	// empty.
	Unusable Verdict = meta.Unusable

	// BelowRule means that the rule of RFC 7518 §3.2 is broken in some reading.
	BelowRule Verdict = meta.BelowRule

	// Guessable means that some finding bounds the secret below [guessableBits].
	Guessable Verdict = meta.Guessable

	// DefectFound means that there is another finding.
	DefectFound Verdict = meta.DefectFound

	// NoDefectFound means just that.
	NoDefectFound Verdict = meta.NoDefect
)

// guessableBits is the least strength that NIST accepts for keys, in bits (SP
// 800-131A, SP 800-57 part 1). A version 4 UUID has ten bits more.
const guessableBits = 112

// verdict asks first whether even the longest reading is too short: then all
// else is a detail. That some other reading is too short counts less than a
// secret that can be guessed.
func (r Report) verdict() Verdict {
	if len(r.Readings) == 0 {
		return Unusable
	}
	guessable := false
	for _, f := range r.Findings {
		if f.Certainty <= Derived || f.Code == PublicKey {
			return Unusable
		}
		guessable = guessable || f.Bits < guessableBits
	}
	switch {
	case r.Readings[0].Below(): // UTF-8 is the longest
		return BelowRule
	case guessable:
		return Guessable
	}
	for _, reading := range r.Readings {
		if reading.Below() {
			return BelowRule
		}
	}
	if len(r.Findings) > 0 {
		return DefectFound
	}
	return NoDefectFound
}

// String names the verdict as a badge does.
func (v Verdict) String() string {
	switch v {
	case Unusable:
		return "Unusable"
	case BelowRule:
		return "Below the rule"
	case Guessable:
		return "Guessable"
	case DefectFound:
		return "Defect found"
	default:
		return "No defect found"
	}
}

// reached reports whether the gravest finding is that programs which vary words come to
// the secret: how soon depends on the words, and it stands in no list.
func (r Report) reached() bool { return len(r.Findings) > 0 && r.Findings[0].Certainty == Derived }

// Sentence says what the verdict, whose name stands before it, means for this secret.
func (r Report) Sentence() string {
	switch r.Verdict {
	case Unusable:
		if len(r.Readings) == 0 {
			return "The secret is empty. Everyone can sign with nothing, and so forge tokens."
		}
		switch r.Findings[0].Code {
		case Placeholder:
			return "This stands for a secret and is none. If a service uses the text itself, everyone can forge its tokens."
		case PublicKey:
			return "This is no secret, but something that everyone may know. Whoever knows it can forge tokens that it verifies."
		}
		if r.reached() {
			return "Attackers' programs reach this secret, likely words first. Replace it now; whoever has it can forge tokens."
		}
		return "An attacker tries this secret early. Replace it now; whoever has it can forge tokens."
	case BelowRule:
		needs := r.Algorithm.String() + " needs at least " + strconv.Itoa(r.Algorithm.MinSize()) + " bytes (RFC 7518 §3.2), and "
		switch {
		case !r.Readings[0].Below(): // UTF-8 is the longest
			return needs + "at least one way to read this secret gives fewer."
		case r.Bits() <= reachBits:
			return needs + "this secret has fewer, however it is read. It can be worth at most " + strconv.Itoa(UpTo(r.Bits())) + " bits: guessing finds it."
		case r.Bits() < guessableBits:
			return needs + "this secret has fewer, however it is read. It can be worth at most " + strconv.Itoa(UpTo(r.Bits())) + " bits, and NIST accepts no key below " + strconv.Itoa(guessableBits) + " (SP 800-131A)."
		default:
			return needs + "this secret has fewer, however it is read."
		}
	case Guessable:
		return "What was found leaves at most " + strconv.Itoa(UpTo(r.Bits())) + " bits."
	case DefectFound:
		return "It can be worth at most " + strconv.Itoa(UpTo(r.Bits())) + " bits."
	default:
		return "It can be worth at most " + strconv.Itoa(UpTo(r.Bits())) + " bits; only how it was made can tell."
	}
}
