package paste

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"jwtsecret/app/token"
)

// value is a text in JSON, or in what looks like it: an object of a program, say.
type value struct {
	path []string // the names of the members that lead to it, and the places in lists
	text []byte   // its quotes and escapes taken off, in new memory
	raw  bool     // a number or a bare word
}

// place begins the place of an element in the path; no name begins so.
const place = "\x00"

func (v value) name() string {
	for _, name := range slices.Backward(v.path) {
		if !strings.HasPrefix(name, place) {
			return name
		}
	}
	return ""
}

// holder is what holds the value itself: the path to the member beside it.
func (v value) holder() string { return strings.Join(v.path[:max(0, len(v.path)-1)], ".") }

// scanner reads JSON as leniently as people write it: names without quotes, single
// quotes, commas behind the last member. It stops at the first thing that it does
// not know.
type scanner struct {
	text   []byte
	at     int
	values []value
}

// maxNesting is how many objects and lists may lie inside each other.
const maxNesting = 16

// scan returns the values of an object or a list that is the whole text.
func scan(text []byte) ([]value, bool) {
	s := scanner{text: text}
	s.space()
	if s.next() != '{' && s.next() != '[' {
		return nil, false
	}
	ok := s.value(nil)
	s.space()
	s.skip(";")
	s.space()
	if !ok || s.at < len(s.text) {
		wipeValues(s.values)
		return nil, false
	}
	return s.values, true
}

func wipeValues(values []value) {
	for _, v := range values {
		clear(v.text)
	}
}

func (s *scanner) next() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

func (s *scanner) space() {
	for s.at < len(s.text) && bytes.IndexByte([]byte(" \t\r\n"), s.text[s.at]) >= 0 {
		s.at++
	}
}

// skip goes over one of the characters, if it comes next.
func (s *scanner) skip(any string) bool {
	if s.at < len(s.text) && strings.IndexByte(any, s.text[s.at]) >= 0 {
		s.at++
		return true
	}
	return false
}

func (s *scanner) value(path []string) bool {
	switch {
	case len(path) > maxNesting:
		return false
	case s.skip("{"):
		return s.members(path)
	case s.skip("["):
		for i := 0; ; i++ {
			if s.space(); s.skip("]") {
				return true
			}
			if !s.value(append(path, place+strconv.Itoa(i))) {
				return false
			}
			s.space()
			if !s.skip(",") && s.next() != ']' {
				return false
			}
		}
	}
	text, raw, ok := s.scalar(",]} \t\r\n")
	if ok {
		s.values = append(s.values, value{slices.Clone(path), text, raw})
	}
	return ok
}

func (s *scanner) members(path []string) bool {
	for s.space(); !s.skip("}"); s.space() {
		name, _, ok := s.scalar(":= \t\r\n,}")
		s.space()
		if !ok || len(name) == 0 || !s.skip(":=") {
			return false
		}
		s.space()
		if !s.value(append(path, string(name))) {
			return false
		}
		s.space()
		if !s.skip(",") && s.next() != '}' && s.next() != '"' { // HCL has no comma
			return false
		}
	}
	return true
}

// scalar reads a quoted text, or a bare one to one of the characters.
func (s *scanner) scalar(end string) (text []byte, raw, ok bool) {
	quote := s.next()
	if quote != '"' && quote != '\'' {
		from := s.at
		for s.at < len(s.text) && strings.IndexByte(end, s.text[s.at]) < 0 {
			s.at++
		}
		return bytes.Clone(s.text[from:s.at]), true, s.at > from
	}
	length := closeAt(s.text[s.at+1:], quote)
	if length < 0 {
		return nil, false, false
	}
	inner := s.text[s.at+1:][:length]
	s.at += length + 2
	if text, ok := unescape(inner); ok {
		return text, false, true
	}
	return bytes.Clone(inner), false, true
}

// jsonText reads JSON: keys first, then settings of any shape.
func jsonText(n *node) ([]step, Kind) {
	values, ok := scan(n.Text)
	defer wipeValues(values)
	if !ok || !slices.ContainsFunc(values, func(v value) bool { return !v.raw || v.name() == "data" }) {
		return nil, Secret // bare words in brackets are no JSON
	}
	if steps, kind := webKeys(values); kind != Secret {
		return steps, kind
	}
	if s, ok := buffer(values); ok {
		return []step{s}, Secret
	}
	steps := settings(values)
	if len(steps) == 0 {
		return nil, Secret
	}
	return steps, Configuration
}

// buffer reads how Node.js writes bytes in JSON: {"type":"Buffer","data":[123,31]}.
func buffer(values []value) (step, bool) {
	s := step{how: "its list of numbers read as bytes", encodings: asHex, used: true}
	for i, v := range values {
		if i == 0 && v.name() == "type" && string(v.text) == "Buffer" {
			continue
		}
		b, err := strconv.ParseUint(string(v.text[:min(4, len(v.text))]), 10, 8)
		if i == 0 || err != nil || v.name() != "data" {
			return step{}, false
		}
		s.text = hex.AppendEncode(slices.Grow(s.text, 2*len(values)), []byte{byte(b)})
	}
	return s, len(s.text) > 0
}

// webKeys reads a JWK or a JWKS (RFC 7517 §4 and §5).
func webKeys(values []value) ([]step, Kind) {
	types, private := map[string]string{}, false
	for _, v := range values {
		if v.name() == "kty" {
			types[v.holder()] = string(v.text)
		}
	}
	var steps []step
	kind := PublicKey
	for _, v := range values {
		kty, isKey := types[v.holder()]
		switch {
		case isKey && kty == "oct" && v.name() == "k":
			kind = JSONWebKey
			s := webKey(v)
			if len(types) > 1 {
				s.name = "key " + strconv.Itoa(len(steps)+1)
				s.how = "the member k of " + s.name + " in the set"
			}
			steps = append(steps, s)
		case isKey && v.name() == "d" && kty != "oct", isKey && kty == "AKP" && v.name() == "priv":
			private = true
		}
	}
	switch {
	case len(types) == 0:
		return nil, Secret
	case kind == PublicKey && private:
		return nil, KeyFile
	default:
		return steps, kind
	}
}

// webKey is the member k, which is base64url without padding (RFC 7518 §6.4.1).
// Other base64 is read too, as lenient libraries do.
func webKey(v value) step {
	s := step{text: bytes.Clone(v.text), name: "k", how: "the member k of the JWK", encodings: asURL, used: true}
	url, ok := anyBase64(v.text)
	if ok && !bytes.Equal(url, v.text) {
		s.text, url = url, s.text
		s.remark = "The member k is not base64url without padding, as RFC 7518, section 6.4.1, demands. Strict libraries refuse the key."
	}
	clear(url)
	if !reads(s.text, token.Base64URL) {
		s.encodings = nil
		s.remark = "The member k is not base64url, as RFC 7518, section 6.4.1, demands. Libraries refuse the key."
	}
	return s
}

// settings offers the values, those first whose names are those of secrets. A list
// of {"name":…,"value":…} names its values itself, and a Secret of Kubernetes has
// base64 in its data.
func settings(values []value) []step {
	names, valued, kubernetes := map[string]string{}, map[string]bool{}, false
	for _, v := range values {
		if v.name() == "value" || v.name() == "Value" {
			valued[v.holder()] = true
		}
	}
	for _, v := range values {
		switch {
		case v.name() == "name" || v.name() == "Name" || (v.name() == "key" || v.name() == "Key") && valued[v.holder()]:
			names[v.holder()] = string(v.text)
		case v.name() == "kind" && string(v.text) == "Secret":
			kubernetes = true
		}
	}
	var all []setting
	for _, v := range values {
		if v.raw && len(v.text) < leastListed || len(v.text) == 0 {
			continue
		}
		if (v.name() == "key" || v.name() == "Key") && valued[v.holder()] {
			continue // it names the value beside it
		}
		s := setting{name: v.name(), text: bytes.Clone(v.text), how: "the member "}
		if named := names[v.holder()]; named != "" && (v.name() == "value" || v.name() == "Value" || v.name() == "valueFrom") {
			s.name, s.how = named, "the value of "
		}
		if len(v.path) > 1 {
			s.block = v.path[len(v.path)-2]
		}
		all = append(all, s)
	}
	if kubernetes {
		all = members(all)
	}
	return choose(all)
}
