package chapter

import (
	"fmt"
	"slices"
	"strings"
	"text/template"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/token"
)

// encodingNumbers are those of the chapter on encodings.
var encodingNumbers = template.FuncMap{
	"sizeRead":        sizeRead,
	"hexBits":         hexBits,
	"libraryReadings": func() string { return libraryTable(snippet.LibraryReadings()) },
}

// sizeRead is the size in bytes of the key that a reading makes of the hex digits of a key of
// the algorithm's least size.
func sizeRead(algorithm, encoding string) (int, error) {
	size, err := minBytes(algorithm)
	if err != nil {
		return 0, err
	}
	for _, r := range token.Readings([]byte(strings.Repeat("00", size))) {
		if r.Encoding.String() == encoding {
			return len(r.Key), nil
		}
	}
	return 0, fmt.Errorf("hex digits are never read as %q", encoding)
}

// hexBits is how many random bits so many hex digits hold: four each, for one of 16 digits.
func hexBits(digits int) int { return 4 * digits }

// libraryGroups are what libraries do with the text of a secret, in the order of the table.
var libraryGroups = []struct {
	does string
	is   func(snippet.LibraryReading) bool
}{
	{"Takes the bytes of the text, UTF-8", func(r snippet.LibraryReading) bool {
		return !r.BytesOnly && r.Encoding == token.UTF8 && r.Base64 == snippet.NoBase64
	}},
	{"The same, unless a setting says base64", func(r snippet.LibraryReading) bool {
		return !r.BytesOnly && r.Encoding == token.UTF8 && r.Base64 != snippet.NoBase64
	}},
	{"Takes bytes, so your own code decides", func(r snippet.LibraryReading) bool { return r.BytesOnly }},
	{"Decodes base64", func(r snippet.LibraryReading) bool { return !r.BytesOnly && r.Encoding == token.Base64 }},
}

// libraryTable is a table, in Markdown, of what libraries do with the text of a secret.
func libraryTable(all []snippet.LibraryReading) string {
	var table strings.Builder
	table.WriteString("| With the text of your secret | Libraries and gateways |\n|---|---|\n")
	for _, g := range libraryGroups {
		var of []snippet.LibraryReading
		for _, r := range all {
			if g.is(r) {
				of = append(of, r)
			}
		}
		names := libraryNames(of)
		if g.does == "Decodes base64" { // the call decides: the same libraries have others
			names = nil
			for _, r := range of {
				call, note, _ := strings.Cut(r.Call, "), ")
				names = append(names, strings.TrimRight(libraryName(r)+" by `"+strings.TrimSuffix(call, ")")+")`, "+note, ", "))
			}
		}
		fmt.Fprintf(&table, "| %s | %s |\n", g.does, strings.Join(names, ", "))
	}
	return table.String()
}

func libraryNames(of []snippet.LibraryReading) (names []string) {
	for _, r := range of {
		if name := libraryName(r); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func libraryName(r snippet.LibraryReading) string { return r.Library + " (" + r.For + ")" }
