package paste

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"jwtsecret/app/paste/bearer"
	"jwtsecret/app/prose"
	"jwtsecret/app/token"
)

// step is one wrapping taken off.
type step struct {
	text      []byte // what is left, in new memory
	name      string // of what holds it; empty for that of the wrapping around it
	how       string // "without quotes"
	encodings []token.Encoding

	// used says that a service would use this instead of what it was taken from.
	used bool

	decoded bool // from hexadecimal or base64

	// exact says that programs take what is left as it is, so that quotes, spaces
	// and line ends in it are part of the secret.
	exact bool

	remark string // a sentence, or empty
}

// node is a candidate with the way to it.
type node struct {
	Candidate
	depth  int
	exact  bool
	hows   []string
	remark string
	used   []int // what a service would use instead
}

// reader takes off one wrapping after the other, the nearest to the text first.
type reader struct {
	nodes []*node
	work  int // bytes looked into

	leftOut int // secrets for which there was no room
}

// wrapping takes one kind of wrapping off a text, in every way that it knows. The
// kind is what the text is because of it; [Secret] says nothing.
type wrapping func(n *node) ([]step, Kind)

// wrappings are all of them. The first that knows what a service would use
// decides. They must take a time that grows with the length of the text alone.
var wrappings []wrapping

func init() { // they call the reader
	wrappings = []wrapping{
		wideText, byteOrderMark, lineEnd, edges,
		jwsOrJWE, keyFile, templates, passwordHash, fence, transcript, quotes, jsonText, assignments,
		invisibles, groups, prefixes, lines, percent, placeholders, cutQuote,
		oddBase64, nested, characters,
	}
}

func (r *reader) walk() {
	for i := 0; i < len(r.nodes) && r.work < maxWork; i++ {
		n := r.nodes[i]
		r.work += len(n.Text) + 1
		if n.depth == maxDepth || n.Encodings != nil {
			continue
		}
		of := wrappings
		if !utf8.Valid(n.Text) { // bytes, in which a space or a quote means nothing
			of = []wrapping{wideText, keyFile}
		}
		for _, unwrap := range of {
			steps, kind := unwrap(n)
			if n.Kind == Secret {
				n.Kind = kind
			}
			for _, s := range steps {
				r.add(n, s)
			}
			if len(n.used) > 0 {
				break // what is left is looked into by itself
			}
		}
	}
}

// add adds what a step leads to, unless another way led there before.
func (r *reader) add(from *node, s step) {
	at := slices.IndexFunc(r.nodes, func(n *node) bool {
		return bytes.Equal(n.Text, s.text) && slices.Equal(n.Encodings, s.encodings)
	})
	if at < 0 && len(r.nodes) < MaxCandidates {
		n := &node{Candidate: Candidate{Of: -1, Name: s.name, Text: s.text, Encodings: s.encodings}, exact: s.exact, remark: s.remark}
		if from != nil {
			n.Of = slices.Index(r.nodes, from)
			n.depth = from.depth + 1
			n.hows = append(slices.Clone(from.hows), s.how)
			n.exact = n.exact || from.exact
			n.Decoded = s.decoded || from.Decoded
			if n.Name == "" {
				n.Name = from.Name
			}
		}
		at = len(r.nodes)
		r.nodes = append(r.nodes, n)
	}
	if at < 0 && s.used {
		r.leftOut++
	}
	if at < 0 || !same(r.nodes[at].Text, s.text) {
		clear(s.text)
	}
	switch {
	case from == nil || at < 0 || !s.used || r.nodes[at] == from:
	case !slices.Contains(from.used, at):
		from.used = append(from.used, at)
	case s.name != r.nodes[at].Name:
		r.nodes[at].remark = "Two names have the same secret here. Whoever gets one of them has both."
	}
}

// same reports whether two slices are the same memory.
func same(a, b []byte) bool { return len(a) > 0 && len(b) > 0 && &a[0] == &b[0] }

func (r *reader) paste() Paste {
	var p Paste
	seen := make([]bool, len(r.nodes))
	var follow func(i int)
	follow = func(i int) {
		n := r.nodes[i]
		if seen[i] {
			return
		}
		seen[i] = true
		if n.remark != "" && !n.isHolder() && !slices.Contains(p.Remarks, n.remark) {
			p.Remarks = append(p.Remarks, n.remark)
		}
		for _, next := range n.used {
			follow(next)
		}
		if len(n.used) == 0 {
			p.Used = append(p.Used, i)
		}
	}
	follow(0)
	if len(p.Used) == 0 { // the ways led back to where they came from
		p.Used = []int{0}
	}
	for _, n := range slices.Backward(r.nodes) { // what is only around a key is one, too
		if n.Kind == Secret && len(n.used) == 1 {
			n.Kind = r.nodes[n.used[0]].Kind
		}
	}
	for _, n := range r.nodes {
		n.How = n.how()
		p.Candidates = append(p.Candidates, n.Candidate)
	}
	if p.LeftOut = r.leftOut; r.leftOut > 0 {
		p.Remarks = append(p.Remarks, "The text has more secrets than can be judged at once: "+prose.Counted(r.leftOut, "is", "are")+" left out. Split it.")
	}
	p.Remarks = append(p.Remarks, remarksOn(r.nodes[0].Text, r.nodes[p.Used[0]].Candidate)...)
	return p
}

// how joins the steps. Those that say where something stands begin with "the", and
// make it needless to say what was around that.
func (n *node) how() string {
	if len(n.hows) == 0 {
		return "the text as it stands"
	}
	place := slices.IndexFunc(n.hows, func(how string) bool { return strings.HasPrefix(how, "the ") })
	if place < 0 {
		return "the text, " + strings.Join(n.hows, ", ")
	}
	return strings.Join(n.hows[place:], ", ")
}

// isHolder reports whether the text only holds secrets, so that what is around it is
// part of none.
func (n *node) isHolder() bool {
	return n.Kind == Configuration || n.Kind == JSONWebKey || n.Kind == Token || n.Kind == Placeholder
}

// jwsOrJWE knows tokens, alone or in what carries them.
func jwsOrJWE(n *node) ([]step, Kind) {
	if !mayHoldToken(n.Text) {
		return nil, Secret
	}
	found, how := bearer.Token(n.Text)
	switch {
	case found == nil && token.LooksLike(n.Text), found != nil && how == "": // a damaged one is still no secret
		return nil, Token
	case found == nil:
		return nil, Secret
	default:
		return []step{{text: found, how: how, used: true, exact: true}}, Token
	}
}

// leastHeader is how many characters of a token's header stand together at least: that
// of {"alg":7} has 12, and lines are not broken sooner.
const leastHeader = 10

// mayHoldToken reports whether the text has a dot, perhaps percent-encoded, and what
// base64url makes of the beginning of a JSON object. Without those there is no token
// to look for.
func mayHoldToken(text []byte) bool {
	if !bytes.ContainsAny(text, ".%") {
		return false
	}
	run := 0 // characters of base64url behind a beginning
	for i, b := range text {
		switch {
		case b != '-' && b != '_' && (b < '0' || b > '9') && (b|0x20 < 'a' || b|0x20 > 'z'):
			run = 0
		case run > 0:
			run++
		case b == 'e' && i+1 < len(text) && (text[i+1] == 'y' || text[i+1] == 'w'):
			run = 1
		}
		if run >= leastHeader {
			return true
		}
	}
	return false
}
