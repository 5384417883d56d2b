package guide

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"maps"

	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// readings shows the keys that libraries make of one text, and that each signs another way.
type readings struct{}

// readingsClaims are what each of the keys signs.
const readingsClaims = `{"sub":"alice"}`

// Show makes a row of each reading.
func (*readings) Show(f Form, v *View) {
	v.Say("done", "")
	a, err := secret.ParseAlgorithm(f.Text("algorithm"))
	if err != nil {
		a = secret.HS256
	}
	v.Say("signed", "Each key signs the same token with "+a.String()+": the claims "+readingsClaims+".")
	if len(f["secret"]) == 0 {
		v.List("keys", nil)
		v.Say("verdict", "Type a secret, or choose a sample, to see which keys libraries make of it.")
		v.Say("wrapping", "")
		return
	}
	text := append(make([]byte, 0, len(f["secret"])+1), f["secret"]...) // what grows leaves a copy behind
	if f.Text("newline") == "on" {
		text = append(text, '\n')
	}
	defer clear(text)

	all := token.Readings(text)
	defer func() {
		for _, r := range all {
			clear(r.Key)
		}
	}()
	rows, different := readingRows(a, all)
	v.List("keys", rows)
	v.Say("verdict", readingsVerdict(len(all), different))
	v.Say("wrapping", wrapping(text))
}

// readingRows describes the key of each encoding, and counts those that differ.
func readingRows(a secret.Algorithm, all []token.Reading) (rows [][]string, different int) {
	tags := map[string]bool{}
	for _, e := range token.Encodings() {
		row := []string{e.String(), "–", "no key", "", ""}
		for _, r := range all {
			if r.Encoding == e {
				tag := tagStart(a, r.Key)
				tags[tag] = true
				row = []string{e.String(), tag, prose.Counted(len(r.Key), "byte", "bytes"), enough(a, len(r.Key)), edges(r.Key)}
			}
		}
		rows = append(rows, row)
	}
	return rows, len(tags)
}

// edges are the first bytes of a key and its last one, in hex: the first tell the readings
// apart, the last one tells of a line end.
func edges(key []byte) string {
	const first = 3
	if len(key) <= first+1 {
		return string(spaced(key))
	}
	return string(spaced(key[:first])) + " … " + string(spaced(key[len(key)-1:]))
}

// enough compares a size with what the algorithm asks for (RFC 7518 §3.2).
func enough(a secret.Algorithm, size int) string {
	if size < a.MinSize() {
		return "no, " + prose.Thousands(a.MinSize()-size) + " short"
	}
	return "yes"
}

// tagStart is the beginning of the sample token's signature by a key: 8 hex digits.
func tagStart(a secret.Algorithm, key []byte) string {
	input := token.Input([]byte(`{"alg":"`+a.String()+`","typ":"JWT"}`), []byte(readingsClaims))
	t, err := token.ParseAny(token.SignInput(a, key, input))
	if err != nil { // what was just made can be read
		return ""
	}
	return hex.EncodeToString(t.Signature()[:4])
}

// readingsVerdict says what follows from so many readings and so many keys.
func readingsVerdict(read, different int) string {
	switch {
	case read == 1:
		return "Only a library that takes the text as it stands can use it. One that decodes refuses it, or skips what it does not know and signs with something else."
	case different == 1:
		return "All that can read this text get the same key."
	default:
		return "One text, " + prose.Thousands(different) + " different keys. A token that one of them signed, the others refuse."
	}
}

// wrapping says what around a secret became a part of the key, or nothing.
func wrapping(text []byte) string {
	first, last := text[0], text[len(text)-1]
	switch {
	case last == '\n' || last == '\r':
		return "The text ends in a line end, the byte 0a. Read as UTF-8 it is a part of the key, and the signature is another one. A strict decoder refuses the whole text."
	case bytes.HasPrefix(text, []byte("\ufeff")):
		return "The text begins with a byte order mark, ef bb bf, which no editor shows. Read as UTF-8 it is a part of the key."
	case len(text) > 1 && first == last && (first == '"' || first == '\''):
		return "The quotes are bytes like all others here: read as UTF-8 they are a part of the key, and they are in no alphabet of base64 or hex."
	case bytes.HasPrefix(text, []byte("0x")):
		return "0x is no hex: x is no digit. But 0 and x are both in the alphabet of base64, so a lenient decoder may read a key here that nobody meant."
	case first == ' ' || last == ' ' || first == '\t' || last == '\t':
		return "There is a space at an edge of the text. Read as UTF-8 it is a part of the key."
	default:
		return ""
	}
}

// readingsSample returns a text to try, in new memory, and what to call it. All are made of
// the same 32 bytes, which everybody knows: the SHA-256 of "abc" (FIPS 180-4, example).
func readingsSample(name string) (text, called string) {
	sum := sha256.Sum256([]byte("abc"))
	digits := hex.EncodeToString(sum[:])
	standard := base64.StdEncoding.EncodeToString(sum[:])
	switch name {
	case "hex":
		return digits, "64 hex digits"
	case "base64":
		return standard, "base64 with +, / and ="
	case "base64url":
		return base64.RawURLEncoding.EncodeToString(sum[:]), "base64url with - and _"
	case "quotes":
		return `"` + standard + `"`, "base64 in quotes"
	case "prefix":
		return "0x" + digits, "hex after 0x"
	default:
		return "", ""
	}
}

// Act puts a sample into the field.
func (r *readings) Act(name string, f Form, e Env) {
	text, called := readingsSample(name)
	if text == "" {
		return
	}
	e.Show(func(v *View) {
		changed := maps.Clone(f)
		changed["secret"] = []byte(text)
		r.Show(changed, v)
		v.Fill("secret", []byte(text))
		v.Say("done", "Sample: "+called+".")
	})
}
