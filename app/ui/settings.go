package ui

import (
	"net/url"
	"strconv"
	"strings"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

const (
	defaultAlgorithm = secret.HS256
	defaultName      = "JWT_SECRET"
)

// settings are the fields of the generator's form as the person typed them, so
// that a mistake stays where it can be mended.
type settings struct {
	preset    string // the id of the product's; empty for any program
	algorithm string
	size      string // bytes of randomness
	format    string
	count     string
	name      string // of the variable; never written to the address
	keyID     string // of a JSON Web Key, or empty for a random one; never written to the address
	testOnly  bool
}

// Names of the settings in the address. None of them can carry a secret: only
// names from a list and integers in range are written there.
const (
	paramPreset    = "for"
	paramAlgorithm = "alg"
	paramSize      = "size"
	paramFormat    = "format"
	paramCount     = "count"
	paramKeys      = "keys"
)

// readSettings reads the settings from the query of an address. Unknown
// parameters are ignored; a bad value is kept, for check to speak of it.
func readSettings(query string) settings {
	values, _ := url.ParseQuery(query) // what can be read of a damaged query is enough
	return settingsFor(strings.ToLower(values.Get(paramPreset)), values)
}

// settingsFor reads those of an address that differ from what the product wants.
func settingsFor(product string, values url.Values) settings {
	get := func(name, otherwise string) string {
		if values.Has(name) {
			return values.Get(name)
		}
		return otherwise
	}
	s := usualSettings(product)
	s.algorithm = asListed(secret.Algorithms(), get(paramAlgorithm, s.algorithm))
	s.format = asListed(secret.Formats(), get(paramFormat, s.format))
	s.size = get(paramSize, strconv.Itoa(s.usualSize()))
	s.count = get(paramCount, s.count)
	return s
}

// asListed returns the name of a list as it is written there, whatever its case in the
// address, or the name as it came. No two names of a list differ in case alone.
func asListed[T interface{ String() string }](all []T, name string) string {
	for _, one := range all {
		if strings.EqualFold(one.String(), name) {
			return one.String()
		}
	}
	return name
}

// query writes the settings for an address. It leaves out what is the default,
// what is wrong, and what a person could type freely.
func (s settings) query() string {
	var parts []string
	usual := usualSettings(s.preset)
	add := func(name, value, otherwise string) {
		if value != otherwise {
			parts = append(parts, name+"="+value)
		}
	}
	if _, known := s.wanted(); known {
		add(paramPreset, s.preset, "")
	}
	if _, err := secret.ParseAlgorithm(s.algorithm); err == nil {
		add(paramAlgorithm, s.algorithm, usual.algorithm)
	}
	if n, ok := wholeNumber(s.size); ok && n >= secret.MinSize && n <= secret.MaxSize {
		add(paramSize, strconv.Itoa(n), strconv.Itoa(s.usualSize()))
	}
	if _, err := secret.ParseFormat(s.format); err == nil {
		add(paramFormat, s.format, usual.format)
	}
	if n, ok := wholeNumber(s.count); ok && n >= secret.MinCount && n <= secret.MaxCount {
		add(paramCount, strconv.Itoa(n), usual.count)
	}
	if lettersOff {
		add(paramKeys, "off", "")
	}
	return strings.Join(parts, "&")
}

// withAlgorithm changes the algorithm. A size that was usual for the old one becomes
// the one for the new: who never touched the size wants the right one.
func (s settings) withAlgorithm(name string) settings {
	n, _ := wholeNumber(s.size)
	follows := n == s.usualSize()
	s.algorithm = name
	if follows {
		s.size = strconv.Itoa(s.usualSize())
	}
	return s
}

// minSize is the algorithm's minimum in bytes, or the default algorithm's where
// the algorithm is not known.
func (s settings) minSize() int {
	a, err := secret.ParseAlgorithm(s.algorithm)
	if err != nil {
		a = defaultAlgorithm
	}
	return a.MinSize()
}

// optionsChosen sums up what is folded away. The name itself is left out: a secret may
// have been pasted there.
func (s settings) optionsChosen() string {
	chosen := []string{"variable name"}
	if s.format == secret.JWK.String() {
		chosen[0] = "variable name, key id"
	}
	if n, ok := wholeNumber(s.count); ok && n >= secret.MinCount && n <= secret.MaxCount {
		chosen = append([]string{counted(n, "secret", "secrets")}, chosen...)
	}
	if n, ok := wholeNumber(s.size); ok && n >= secret.MinSize && n <= secret.MaxSize {
		chosen = append([]string{counted(n, "byte", "bytes")}, chosen...)
	}
	return strings.Join(chosen, ", ")
}

// setsOptions reports whether an address sets what is folded away.
func setsOptions(query string) bool {
	values, _ := url.ParseQuery(query)
	return values.Has(paramSize) || values.Has(paramCount)
}

// tooSmall reports whether the size is a possible one but below the minimum.
func (s settings) tooSmall() bool {
	n, ok := wholeNumber(s.size)
	return ok && n >= secret.MinSize && n < s.minSize()
}

// formatHint tells what the format is good for.
func (s settings) formatHint() string {
	f, err := secret.ParseFormat(s.format)
	if err != nil {
		return ""
	}
	return formatTexts[f].hint
}

// check turns the settings into a request, or says what is wrong with them.
func (s settings) check() (secret.Request, problems) {
	wrong := problems{}
	r := secret.Request{TestOnly: s.testOnly}
	if _, known := s.wanted(); s.preset != "" && !known {
		wrong.add(fieldPreset, "The address asks for a program that this page does not know. Choose one from the list.")
	}
	var err error
	if r.Algorithm, err = secret.ParseAlgorithm(s.algorithm); err != nil {
		wrong.add(fieldAlgorithm, "The address asks for an algorithm that this page does not have. Choose one of these.")
		r.Algorithm = defaultAlgorithm
	}
	if r.Format, err = secret.ParseFormat(s.format); err != nil {
		wrong.add(fieldFormat, "The address asks for a format that this page does not have. Choose one from the list.")
		r.Format = secret.Base64URL
	}
	r.Size, _ = wholeNumber(s.size)
	r.Count, _ = wholeNumber(s.count)
	for f, sentence := range requestProblems(r, r.Validate()) {
		wrong.add(f, sentence)
	}
	if r.Format == secret.JWK {
		r.KeyID = s.keyID
	}
	wrong.add(fieldKeyID, keyIDSentence(s.keyID))
	if r.KeyID != "" && r.Count > 1 {
		wrong.add(fieldKeyID, "A key id is for one secret. Clear it, and each of them gets a random one.")
	}
	wrong.add(fieldName, export.NameSentence(export.CheckName(s.name), export.MaxName))
	return r, wrong
}
