package ui

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"

	"jwtsecret/app/browser"
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
		if masked {
			browser.ShowText(rowID(i), bytes.Repeat([]byte("•"), min(len(b[i].Text()), 64)))
			continue
		}
		text := readable(&b[i])
		browser.ShowText(rowID(i), text)
		clear(text)
	}
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

// announcement says what was made, never the secret itself.
func (b batch) announcement(replaced bool) string {
	s := counted(len(b), "secret is", "secrets are") + " ready: " + b.bits()
	if len(b) > 1 {
		s += " each"
	}
	if replaced {
		s += ". What was here before can be brought back for ten seconds"
	}
	return s + "."
}

// bits says the exact entropy of each secret.
func (b batch) bits() string {
	return strings.TrimSuffix(strconv.FormatFloat(b[0].Bits(), 'f', 2, 64), ".00") + " bits"
}
