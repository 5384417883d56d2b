package paste

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// setting is a name and its value.
type setting struct {
	name   string
	text   []byte // in new memory
	how    string // what stands before the name: "the value of "
	more   string // what was taken off: "without quotes"
	block  string // the name of the block in which it stands, in YAML and JSON
	member bool   // of a Secret of Kubernetes: it is one, whatever its name
	base64 bool   // the value is base64 of what a service gets
	inner  []step // other ways to read it
	remark string
}

// secretWords stand in the names of secrets.
var secretWords = []string{"secret", "key", "token", "pass", "pwd", "jwt", "salt", "hmac", "sign", "hash", "credential", "auth", "pepper"}

// otherWords make a name that of something else, wherever they stand; otherEnds do at
// its end.
var (
	otherWords = []string{"public", "expir", "lifetime", "algorithm", "issuer", "audience", "timeout", "version"}
	otherEnds  = []string{"id", "kid", "ttl", "alg", "url", "uri", "path", "file", "name", "type", "host", "domain", "header", "length", "enabled"}
)

// isSecretName reports whether the name seems to be that of a secret.
func isSecretName(name string) bool {
	lower := strings.ToLower(name)
	has := func(word string) bool { return strings.Contains(lower, word) }
	return slices.ContainsFunc(secretWords, has) && !slices.ContainsFunc(otherWords, has) && !slices.Contains(otherEnds, lastWord(name))
}

// lastWord returns the last word of a name in lower case: "id" of clientId, CLIENT_ID
// and client.id.
func lastWord(name string) string {
	begin := 0
	for i := 1; i < len(name); i++ {
		upper := name[i] >= 'A' && name[i] <= 'Z'
		lower := name[i-1] >= 'a' && name[i-1] <= 'z'
		if strings.IndexByte("_-.:/", name[i-1]) >= 0 || upper && lower {
			begin = i
		}
	}
	return strings.ToLower(name[begin:])
}

// wipe overwrites what was read of the value.
func (s setting) wipe() {
	clear(s.text)
	for _, other := range s.inner {
		clear(other.text)
	}
}

// members returns the settings of a Secret of Kubernetes: what stands in its data, which is
// base64, and in its stringData. The rest says what it is called and what it is for.
func members(all []setting) []setting {
	var kept []setting
	for _, s := range all {
		s.base64 = s.block == "data"
		s.member = s.base64 || s.block == "stringData"
		if !s.member {
			s.wipe()
			continue
		}
		kept = append(kept, s)
	}
	return kept
}

// choose offers all values, and says that a service uses those with a secret's name, all
// of a Secret, or the only one.
func choose(all []setting) []step {
	named := slices.ContainsFunc(all, func(s setting) bool { return isSecretName(s.name) || s.member })
	slices.SortStableFunc(all, func(a, b setting) int { return cmp.Compare(rank(a), rank(b)) })
	var steps []step
	for _, s := range all {
		used := named && isSecretName(s.name) || s.member || !named && len(all) == 1
		how := s.how + shown(s.name)
		if s.more != "" {
			how += ", " + s.more
		}
		if s.base64 {
			steps = append(steps, inData(s, how, used)...)
			continue
		}
		steps = append(steps, step{text: s.text, name: shown(s.name), how: how, used: used, exact: true, remark: s.remark})
		for _, other := range s.inner {
			other.name, other.how, other.exact = shown(s.name), s.how+shown(s.name)+", "+other.how, true
			steps = append(steps, other)
		}
	}
	return steps
}

func rank(s setting) int {
	if isSecretName(s.name) {
		return 0
	}
	return 1
}

// longestName is the longest name, in bytes, that is repeated to a person: what is
// longer may be no name.
const longestName = 64

func shown(name string) string {
	if len(name) > longestName {
		return name[:longestName] + "…"
	}
	return name
}

// inData decodes the data of a Kubernetes Secret. A service gets the bytes; where
// they are readable, they are a text like any other.
func inData(s setting, how string, used bool) []step {
	as := step{text: s.text, name: shown(s.name), how: how + ", decoded from base64 as Kubernetes does", encodings: asBase64, used: used}
	key := decodedBase64(s.text)
	switch {
	case key == nil:
		as.encodings, as.how, as.exact = nil, how, true
		as.remark = "The data of a Kubernetes Secret must be base64 with padding; Kubernetes refuses this."
	case isReadable(key):
		clear(s.text)
		as.text, as.encodings, as.exact = key, nil, true
		key = nil
		if bytes.HasSuffix(as.text, []byte{'\n'}) {
			as.remark = "A line end is part of the decoded value: an echo without -n put it there, and the service signs with it."
		}
	}
	clear(key)
	return []step{as}
}

// assignments reads lines of names and values, in the languages of settings and of
// programs.
func assignments(n *node) ([]step, Kind) {
	if n.Kind == PublicKey || n.Kind == KeyFile { // JSON, whose lines look like some
		return nil, Secret
	}
	all, ok := settingsOf(n.Text)
	if !ok {
		return nil, Secret
	}
	if len(all) == 0 { // the value stands elsewhere
		return nil, Placeholder
	}
	return choose(all), Configuration
}

// mostSettings is how many values of a file are looked at.
const mostSettings = 2048

// settingsOf returns the settings of a text that is mainly those.
func settingsOf(text []byte) ([]setting, bool) {
	c := config{text: text, lines: bytes.SplitAfter(text, []byte{'\n'})}
	for c.at < len(c.lines) && len(c.settings) < mostSettings && c.others <= 2*mostSettings {
		c.line()
	}
	c.endDocument()
	sure := slices.ContainsFunc(c.settings, func(s setting) bool { return isSecretName(s.name) || isConstant(s.name) || s.member })
	if len(c.settings) == 0 && c.elsewhere {
		return nil, true
	}
	ok := len(c.settings) > 0 && (c.declared || sure || len(c.settings) > 1) && 2*len(c.settings) >= c.others
	if !ok {
		for _, s := range c.settings {
			s.wipe()
		}
	}
	return c.settings, ok
}

// isConstant reports whether a name is written as those of the environment are:
// JWT_SECRET.
func isConstant(name string) bool {
	return len(name) > 5 && strings.Contains(name, "_") && strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == ""
}
