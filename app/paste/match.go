package paste

import (
	"slices"

	"jwtsecret/app/token"
)

// Match is the key that signed a token, and how it comes from what was pasted.
type Match struct {
	Candidate int            // the index of what it is made of; of the empty secret, 0
	Encoding  token.Encoding // how it is read; says nothing of a mistake
	Mistake   string         // what a program makes of it by mistake or by leniency: "cut at the first space"; or empty
	Key       []byte         // in new memory
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
		if s.readings(p.Candidates[i]) {
			s.match.Candidate = i
			return s.match, s.tried, true
		}
	}
	for _, i := range p.inOrder() {
		if s.mistakes(p.Candidates[i]) {
			s.match.Candidate = i
			return s.match, s.tried, true
		}
	}
	if t.SignedBy(nil) {
		return Match{Mistake: "nothing at all: the empty secret"}, s.tried + 1, true
	}
	return Match{}, s.tried + 1, false
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

// afford counts keys, and reports whether they may still be tried.
func (s *signing) afford(keys []token.Reading) bool {
	if s.left < 0 {
		return false
	}
	s.tried += len(keys)
	for _, k := range keys {
		s.left -= len(s.token.SigningInput()) + len(k.Key)
	}
	return true
}

func (s *signing) readings(c Candidate) bool {
	all := c.Readings()
	if !s.afford(all) {
		wipe(all)
		all = nil
	}
	found, ok := token.Match(s.token, all)
	s.match = Match{Encoding: found.Encoding, Key: found.Key}
	return ok
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
		one := []token.Reading{{Key: m.key}}
		if s.match.Key != nil || !s.afford(one) {
			wipe(one)
			continue
		}
		found, _ := token.Match(s.token, one)
		s.match = Match{Mistake: m.how, Key: found.Key}
	}
	return s.match.Key != nil
}

func wipe(all []token.Reading) {
	for _, r := range all {
		clear(r.Key)
	}
}
