// Package strength audits a secret that somebody else made.
//
// A string has no entropy; the process that made it has. So the package never
// says what a secret is worth. It says what is certain — the bytes that each
// reading gives, the rule of RFC 7518 §3.2, what HMAC does with such a key
// (RFC 2104 §2) — and it gives upper bounds: no reading is worth more than the
// hash can use, than the narrowest alphabet that holds the text, or than the
// shortest description of the text that was found. That nothing was found does
// not mean that a secret is good.
//
// Findings come in a fixed order of certainty:
//
//  1. [Known]: the secret stands in a list of published ones.
//  2. [Derived]: an attacker who varies words reaches it within 2^64 tries.
//  3. [MadeByMathRandom]: proved by package predict.
//  4. [Structured]: it is shorter to describe than to write down.
//  5. [HumanLooking]: an estimate of guesses finds words and habits in it.
//
// For a random secret of 16 bytes or more, a finding of the kinds 1 to 3 is false
// less than once in a billion times, and one of the kinds 4 and 5 less than once
// in 10,000; the file of each finding derives it.
// The first audit makes the tables that it needs, in some tenths of a second in a
// browser; the next take some hundredths. It belongs into a Web Worker, in whose
// memory it leaves no copy of the text.
//
//	examination := strength.Examine(text, strength.Context{})
//	for _, a := range secret.Algorithms() {
//		fmt.Println(a, examination.Judge(a).Verdict)
//	}
package strength

import (
	"cmp"
	"slices"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Context is what is known beside the secret. The zero value is nothing.
type Context struct {
	Issuer string  // the "iss" of a token, or the name of the application
	Lists  []*List // those in which [FindLine] found the secret
}

// Audit reports on the text of a secret for one algorithm. Whoever asks for
// several calls [Examine] once and [Examination.Judge] for each.
func Audit(text []byte, a secret.Algorithm, c Context) Report { return Examine(text, c).Judge(a) }

// Examine looks for everything that does not depend on the algorithm, which is
// all that takes time. The text may hold any bytes; it is not kept, but for the
// short parts of it that findings name.
func Examine(text []byte, c Context) Examination {
	var e Examination
	bits := narrowest(text)
	readings := token.Readings(text)
	defer wipe(readings)
	for _, reading := range readings {
		e.findings = append(e.findings, inspect(reading, c, bits)...)
	}
	e.findings = tidy(e.findings)
	for _, f := range e.findings {
		bits = min(bits, f.Bits)
	}
	for _, r := range readings {
		e.readings = append(e.readings, Reading{Encoding: r.Encoding, Size: len(r.Key), Bits: min(bits, narrowest(r.Key))})
	}
	return e
}

func wipe(readings []token.Reading) {
	for _, r := range readings {
		clear(r.Key)
	}
}

func wipeAll(copies [][]byte) {
	for _, c := range copies {
		clear(c)
	}
}

// inspect looks for findings in one reading. The decoders accept many texts that
// nobody encoded, so what they give is inspected as bytes only, unless it is text.
func inspect(r token.Reading, c Context, room float64) []Finding {
	var found []Finding
	asText := r.Encoding == token.UTF8 || isText(r.Key) && len(r.Key) >= minText
	if r.Encoding == token.UTF8 || isText(r.Key) {
		found = append(found, findKnown(r.Key, c)...)
		found = append(found, findDerived(r.Key, c)...)
	}
	if asText {
		found = append(found, findMathRandom(r.Key)...)
	}
	found = append(found, findStructure(r, asText, room)...)
	if asText {
		found = append(found, findHuman(r.Key)...)
	}
	for i := range found {
		found[i].Encoding = r.Encoding
	}
	return found
}

// tidy sorts the findings by certainty and drops those that say the same of a
// second reading, and those that a graver one makes needless: of a known secret,
// it does not matter that it looks human.
func tidy(found []Finding) []Finding {
	slices.SortStableFunc(found, func(a, b Finding) int { return cmp.Compare(a.Certainty, b.Certainty) })
	var kept []Finding
	for _, f := range found {
		same := func(k Finding) bool { return k.Code == f.Code }
		graver := func(k Finding) bool { return f.Certainty == HumanLooking && k.Certainty < Structured }
		if !slices.ContainsFunc(kept, same) && !slices.ContainsFunc(kept, graver) {
			kept = append(kept, f)
		}
	}
	return kept
}
