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
// in 10,000; the file of each finding derives it. That holds with all candidates of a
// paste: of each, kinds 1 and 2 are asked in four readings, of 96 at most, and 2^-40
// times 384 is below 4 in 10 billion; the others only of the candidate that is judged
// and of what is readable when it is decoded, as random bytes are less than once in
// 2^22 times.
// The first audit makes the tables that it needs, in some tenths of a second in a
// browser; the next take some hundredths. It belongs into a Web Worker, in whose
// memory it leaves no copy of the text.
//
//	p := paste.Read(text)
//	examination := strength.Examine(p, p.Used[0], strength.Context{})
//	for _, a := range secret.Algorithms() {
//		fmt.Println(a, examination.Judge(a).Verdict)
//	}
package strength

import (
	"bytes"
	"cmp"
	"slices"

	"jwtsecret/app/paste"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Context is what is known beside the secret. The zero value is nothing.
type Context struct {
	Issuer string  // the "iss" of a token, or the name of the application
	Lists  []*List // those in which [FindLine] found the secret

	// MathRandom asks also for what [Examination.Drawable] is about, which can take half a minute
	// or, in a browser, more.
	MathRandom bool
}

// Audit reports for one algorithm on what a service would use of the text. Whoever
// asks for several calls [Examine] once and [Examination.Judge] for each.
func Audit(text []byte, a secret.Algorithm, c Context) Report {
	p := paste.Read(text)
	defer p.Wipe()
	return Examine(p, p.Used[0], c).Judge(a)
}

// Examine looks for everything that does not depend on the algorithm, which is all
// that takes time. It judges the candidate with this index. What is known or derived
// is looked for in the candidates around it and beside it too: an attacker tries them.
// What was decoded from it is asked for everything. Nothing is kept, but for the short
// parts of a text that findings name.
func Examine(p paste.Paste, judged int, c Context) Examination {
	var e Examination
	this := p.Candidates[judged]
	bits := narrowest(this.Text)
	readings := this.Readings()
	defer wipe(readings)
	var found []Finding
	for _, reading := range readings {
		found = append(found, inspect(reading, c, bits)...)
	}
	kind := findKind(this.Kind)
	if len(kind) > 0 && this.Kind != paste.Unsafe { // its form says nothing more
		found = slices.DeleteFunc(found, func(f Finding) bool { return f.Certainty > Known })
	}
	found = append(found, kind...)
	for i, other := range p.Candidates {
		if i == judged || len(readings) == 0 || len(kind) > 0 && this.Kind != paste.Unsafe || other.Name != this.Name && other.Name != "" {
			continue // the same, or another secret
		}
		within := other.Decoded && p.Inside(i, judged)
		for _, f := range inspectOther(other, within, c) {
			f.Where = other.How
			found = append(found, f)
		}
	}
	found = tidy(found)
	if len(kind) == 0 && !slices.ContainsFunc(found, func(f Finding) bool { return f.Certainty < HumanLooking && f.Code != EncodedText }) {
		found = e.draw(found, readings, c)
	}
	e.sort(found)
	for _, f := range slices.Concat(e.findings, e.notes) {
		bits = min(bits, f.Bits)
	}
	for _, r := range readings {
		e.readings = append(e.readings, Reading{Encoding: r.Encoding, Size: len(r.Key), Bits: min(bits, narrowest(r.Key))})
	}
	return e
}

// inspectOther looks for findings in a candidate that is not judged. Around a secret
// stand words, such as its name, so that only what is certain counts there.
func inspectOther(other paste.Candidate, within bool, c Context) []Finding {
	readings := other.Readings()
	defer wipe(readings)
	var found []Finding
	for _, r := range readings {
		if within {
			found = append(found, inspect(r, c, narrowest(other.Text))...)
		} else if isInspected(r) {
			found = append(found, inReach(r, c)...)
		}
	}
	if within {
		found = append(found, findKind(other.Kind)...)
	}
	return slices.DeleteFunc(found, func(f Finding) bool { return f.Code == EncodedText })
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
	asText := r.Encoding == token.UTF8 || isText(withoutLineEnd(r.Key)) && len(r.Key) >= minText
	if isInspected(r) {
		found = append(found, inReach(r, c)...)
	}
	if asText { // a line end says nothing of how the rest was made
		r.Key = withoutLineEnd(r.Key)
		found = append(found, findMathRandom(r.Key)...)
	}
	structure := findStructure(r, asText, room)
	found = append(found, structure...)
	if asText && !slices.ContainsFunc(structure, func(f Finding) bool { return f.Code == UUID }) {
		found = append(found, inPieces(r.Key, findHuman)...)
	}
	for i := range found {
		found[i].Encoding = r.Encoding
	}
	return found
}

// inReach looks for what is known or derived.
func inReach(r token.Reading, c Context) []Finding {
	found := append(findKnown(r.Key, c), findDerived(r.Key, c)...)
	for i := range found {
		found[i].Encoding = r.Encoding
	}
	return found
}

// withoutLineEnd cuts off what a file leaves at the end of a text.
func withoutLineEnd(text []byte) []byte { return bytes.TrimRight(text, "\r\n") }

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
