package paste

import (
	"slices"

	"jwtsecret/app/token"
)

// Match is the key that signed a token, and how it comes from what was pasted.
type Match struct {
	How      string         // "the value of JWT_SECRET, without quotes, read as UTF-8"
	Kind     Kind           // of the candidate
	Used     bool           // it is a candidate that a service would use
	Mistake  bool           // a program makes the key by a mistake or by leniency
	Encoding token.Encoding // of the reading, unless it is a mistake
	Key      []byte         // in new memory; empty for the empty secret
}

const (
	mostSigning  = 16 << 20 // bytes of tokens that are signed to find a match
	mostMistakes = 4 << 10  // the longest candidate, in bytes, of which mistakes are tried
)

// Match tries every reading of every candidate on the token, those first that a
// service would use, then what lenient programs make of them, and the empty secret
// at last. It returns the first key that made the signature by the algorithm that
// the header names, and how many were tried. Dates and "crit" do not matter.
func (p Paste) Match(t *token.Token) (m Match, tried int, ok bool) {
	s := signing{token: t, left: mostSigning}
	for _, i := range p.inOrder() {
		if s.readings(p.Candidates[i], slices.Contains(p.Used, i)) {
			return s.match, s.tried, true
		}
	}
	for _, i := range p.inOrder() {
		if s.mistakes(p.Candidates[i]) {
			return s.match, s.tried, true
		}
	}
	if s.try(nil) {
		s.match = Match{How: "the empty secret", Mistake: true}
		return s.match, s.tried, true
	}
	return Match{}, s.tried, false
}

// inOrder returns the indices of the candidates, those that a service would use
// first.
func (p Paste) inOrder() []int {
	order := slices.Clone(p.Used)
	for i := range p.Candidates {
		if !slices.Contains(p.Used, i) {
			order = append(order, i)
		}
	}
	return order
}

// signing tries keys on a token.
type signing struct {
	token *token.Token
	match Match
	tried int
	left  int // bytes that may still be signed
}

// try reports whether the key made the signature.
func (s *signing) try(key []byte) bool {
	if s.left < 0 {
		return false
	}
	s.left -= len(s.token.SigningInput()) + len(key)
	s.tried++
	return s.token.SignedBy(key)
}

func (s *signing) readings(c Candidate, used bool) bool {
	for _, r := range c.Readings() {
		if s.match.Key == nil && s.try(r.Key) {
			s.match = Match{How: c.How + ", read as " + r.Encoding.String(), Kind: c.Kind, Used: used, Encoding: r.Encoding, Key: r.Key}
			continue
		}
		clear(r.Key)
	}
	return s.match.Key != nil
}

func (s *signing) mistakes(c Candidate) bool {
	if len(c.Text) > mostMistakes {
		return false
	}
	all := mistakes(c.Text)
	if c.Encodings != nil { // what says how it is read may be read in another way
		for _, r := range token.Readings(c.Text) {
			all = append(all, mistake{"but read as " + r.Encoding.String(), r.Key})
		}
	}
	for _, m := range all {
		if s.match.Key == nil && s.try(m.key) {
			s.match = Match{How: c.How + ", " + m.how, Kind: c.Kind, Mistake: true, Key: m.key}
			continue
		}
		clear(m.key)
	}
	return s.match.Key != nil
}
