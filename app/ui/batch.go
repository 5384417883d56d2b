package ui

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

// batch is one result: the secrets of one click on Generate.
type batch []secret.Secret

// rowID is the id of the element that shows the i-th secret.
func rowID(i int) string { return "secret-" + strconv.Itoa(i) }

// show writes the secrets from the given one on into their rows, masked or in
// clear.
func (b batch) show(from int, masked bool) {
	for i := from; i < len(b); i++ {
		text := readable(&b[i])
		showText(rowID(i), text, masked)
		clear(text)
	}
}

// showText writes a text that holds a secret into its place, or as many dots while
// secrets are hidden.
func showText(id string, text []byte, masked bool) {
	if masked {
		text = bytes.Repeat([]byte("•"), min(len(text), 64))
	}
	browser.ShowText(id, text)
}

// blank empties the rows.
func (b batch) blank() {
	for i := range b {
		browser.ShowText(rowID(i), nil)
	}
}

// wipe overwrites the secrets in memory.
func (b batch) wipe() {
	for i := range b {
		b[i].Wipe()
	}
}

// readable returns the secret as the page shows and copies it, in memory of its
// own: its text, or for raw bytes their hexadecimal form.
func readable(s *secret.Secret) []byte {
	if s.Format() != secret.Raw {
		return bytes.Clone(s.Text())
	}
	return hex.AppendEncode(nil, s.Text())
}

// announcement says what was made, and what more, never the secret itself.
func (b batch) announcement(more string, replaced bool) string {
	s := counted(len(b), "secret is", "secrets are") + " ready: " + bitsEach(b[0].Bits(), len(b)) + more
	if replaced {
		s += ". What was here before can be brought back"
	}
	return s + "."
}

func (b batch) testOnly() bool { return len(b) > 0 && b[0].TestOnly() }

func (b batch) raw() bool { return len(b) > 0 && b[0].Format() == secret.Raw }

// itOrThem is what a sentence calls the secrets.
func (b batch) itOrThem() string {
	if len(b) > 1 {
		return "them"
	}
	return "it"
}

// facts lists what is true of every secret of the batch.
func (b batch) facts() []string {
	if len(b) == 0 {
		return nil
	}
	s := &b[0]
	facts := factsOf(s.Bits(), len(b), s.Request())
	if b.raw() {
		return facts
	}
	return append(facts[:2], append([]string{counted(s.Characters(), "character", "characters")}, facts[2:]...)...)
}

// factsOf lists what follows from how secrets were made.
func factsOf(worth float64, count int, r secret.Request) []string {
	value := bitsEach(worth, count)
	if usable := r.Algorithm.UsableBits(); worth > float64(usable)+1 {
		value += ", of which " + r.Algorithm.String() + " can use " + strconv.Itoa(usable)
	}
	return []string{value, counted(r.Size, "random byte", "random bytes"), formatTexts[r.Format].label, "for " + r.Algorithm.String()}
}

// former says by which settings the secrets were made, if others are chosen by
// now, or nothing.
func (b batch) former(now secret.Request) string {
	if len(b) == 0 {
		return ""
	}
	s := &b[0]
	count := ""
	if now.Count > 0 && now.Count != len(b) {
		count = counted(len(b), "secret", "secrets") + " "
	}
	sameID := now.KeyID == "" || strings.HasSuffix(s.KeyID(), now.KeyID)
	if count == "" && s.Algorithm() == now.Algorithm && s.Size() == now.Size && s.Format() == now.Format && sameID {
		return ""
	}
	return "Made before you changed the settings: " + count + "for " + s.Algorithm().String() + ", " + counted(s.Size(), "byte", "bytes") + ", " +
		formatTexts[s.Format()].label + ". Click Generate for what is chosen now."
}

// file is a form in which a result can be downloaded.
type file struct {
	id, label, mimeType string
	kind                export.Kind
	write               func(name string, secrets []secret.Secret) ([]byte, error)
}

func unnamed(write func([]secret.Secret) ([]byte, error)) func(string, []secret.Secret) ([]byte, error) {
	return func(_ string, secrets []secret.Secret) ([]byte, error) { return write(secrets) }
}

func plain(secrets []secret.Secret) ([]byte, error) { return export.Text(secrets), nil }

var (
	textFile   = file{"txt", ".txt", "text/plain;charset=utf-8", export.KindText, unnamed(plain)}
	envFile    = file{"env", ".env", "text/plain;charset=utf-8", export.KindEnv, export.Env}
	jsonFile   = file{"json", ".json", "application/json", export.KindJSON, unnamed(export.JSON)}
	csvFile    = file{"csv", ".csv", "text/csv;charset=utf-8", export.KindCSV, unnamed(export.CSV)}
	binaryFile = file{"bin", ".bin", "application/octet-stream", export.KindBinary, unnamed(plain)}
)

// files lists the downloads that suit the batch.
func (b batch) files() []file {
	switch {
	case len(b) == 0:
		return nil
	case b.raw():
		return []file{binaryFile}
	case len(b) > 1:
		return []file{textFile, envFile, jsonFile, csvFile}
	default:
		return []file{textFile}
	}
}
