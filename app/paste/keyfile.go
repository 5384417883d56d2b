package paste

import (
	"bytes"
	"encoding/base64"
	"slices"
	"strings"
)

// keyFile knows PEM (RFC 7468), its body alone, DER, and the keys of SSH. Whoever
// signs with the text of such a file uses it to its last byte, so every spelling of
// it is a candidate.
func keyFile(n *node) ([]step, Kind) {
	text := bytes.TrimSpace(n.Text)
	if resolved, ok := unescape(text); ok && bytes.HasPrefix(text, []byte("-----BEGIN ")) { // of one line, as in an environment variable
		return []step{{text: resolved, how: "its escaped line ends resolved", used: true, exact: true}}, Secret
	}
	switch kind := textKind(text); {
	case kind == Secret:
		return nil, Secret
	case bytes.HasPrefix(text, []byte("-----BEGIN ")):
		return spellings(n.Text), kind
	default:
		return nil, kind
	}
}

// textKind is [KeyKind] of any form of a key.
func textKind(text []byte) Kind {
	if label, ok := bytes.CutPrefix(text, []byte("-----BEGIN ")); ok {
		label, _, _ = bytes.Cut(label, []byte("-----"))
		if bytes.HasSuffix(label, []byte("PUBLIC KEY")) || bytes.Contains(label, []byte("CERTIFICATE")) || bytes.HasSuffix(label, []byte("PARAMETERS")) {
			return PublicKey
		}
		return KeyFile
	}
	if bytes.HasPrefix(text, []byte("---- BEGIN SSH2 PUBLIC KEY")) {
		return PublicKey
	}
	for _, name := range []string{"ssh-rsa ", "ssh-ed25519 ", "ssh-dss ", "ecdsa-sha2-", "sk-ssh-ed25519", "sk-ecdsa-sha2-"} {
		if bytes.HasPrefix(text, []byte(name)) {
			return PublicKey
		}
	}
	if kind := KeyKind(text); kind != Secret {
		return kind
	}
	if len(text) < 40 || text[0] != 'M' && text[0] != 'A' { // base64 of a sequence, or of a length as SSH has it
		return Secret
	}
	digits := bytes.TrimRight(without(text, isSpace), "=")
	body, err := base64.RawStdEncoding.AppendDecode(nil, digits)
	defer clear(body[:cap(body)])
	defer clear(digits)
	switch {
	case err != nil:
		return Secret
	case bytes.HasPrefix(body, []byte("\x00\x00\x00\x07ssh-rsa")), bytes.HasPrefix(body, []byte("\x00\x00\x00\x0bssh-ed25519")), bytes.HasPrefix(body, []byte("\x00\x00\x00\x13ecdsa-sha2-")):
		return PublicKey
	default:
		return KeyKind(body)
	}
}

// spellings are what programs make of the same PEM: with a line end behind it and
// without, with the line ends of Windows, its body alone.
func spellings(text []byte) []step {
	unix := bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte{'\n'}))
	windows := bytes.ReplaceAll(unix, []byte{'\n'}, []byte("\r\n"))
	steps := []step{
		{text: unix, how: "without its last line end", used: true, exact: true},
		{text: slices.Concat(unix, []byte{'\n'}), how: "with one line end behind it", exact: true},
		{text: windows, how: "with line ends of Windows, none behind it", exact: true},
		{text: slices.Concat(windows, []byte("\r\n")), how: "with line ends of Windows", exact: true},
	}
	body := make([]byte, 0, len(unix))
	for line := range bytes.Lines(unix) {
		if line = bytes.TrimSpace(line); !bytes.Contains(line, []byte("-----")) && !bytes.Contains(line, []byte(": ")) {
			body = append(body, line...)
		}
	}
	if len(body) > 0 {
		steps = append(steps, step{text: body, how: "its body alone", exact: true})
	}
	return steps
}

// The object identifiers of keys, in DER: RSA, elliptic curves, and those of RFC
// 8410 §3 from X25519 to Ed448.
var keyIdentifiers = []string{"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01", "\x06\x07\x2a\x86\x48\xce\x3d\x02\x01", "\x06\x03\x2b\x65"}

// KeyKind returns [KeyFile], [PublicKey] or, for what is neither, [Secret]. It knows
// the binary form of keys by their beginning: a sequence as long as the rest, and in it
// what begins a SubjectPublicKeyInfo (RFC 5280 §4.1), a private key (RFC 5958 §2,
// RFC 8017 appendix A.1.2, RFC 5915 §3) or a certificate. Chance makes the first of
// them once in 2^23.
func KeyKind(der []byte) Kind {
	body, ok := sequence(der)
	if !ok || len(der) < 32 || isReadable(der) { // the digit 0 begins a sequence too
		return Secret
	}
	if inner, ok := beginsSequence(body); ok {
		for _, id := range keyIdentifiers {
			if strings.HasPrefix(string(inner[:min(len(inner), 16)]), id) {
				return PublicKey
			}
		}
		if len(inner) > 4 && (inner[0] == 0xA0 || inner[0] == 0x02) { // a certificate's version or serial number
			return PublicKey
		}
		return KeyFile // an encrypted private key
	}
	switch {
	case len(body) > 3 && body[0] == 0x02 && body[1] == 0x01 && body[2] <= 1: // the version of a private key
		return KeyFile
	case body[0] == 0x02 && len(body) > 64: // the modulus of a public RSA key
		return PublicKey
	default:
		return Secret
	}
}

// sequence returns what a sequence of DER holds that is all of the text.
func sequence(der []byte) ([]byte, bool) {
	body, length := headOff(der)
	return body, length > 0 && length == len(body)
}

// beginsSequence returns what is behind the head of a sequence, which something may
// follow.
func beginsSequence(der []byte) ([]byte, bool) {
	body, length := headOff(der)
	return body, length > 0 && length <= len(body)
}

// headOff returns what is behind the head of a sequence, and the length that the head
// gives, or 0.
func headOff(der []byte) ([]byte, int) {
	if len(der) < 4 || der[0] != 0x30 {
		return nil, 0
	}
	switch {
	case der[1] < 0x80:
		return der[2:], int(der[1])
	case der[1] == 0x81:
		return der[3:], int(der[2])
	case der[1] == 0x82:
		return der[4:], int(der[2])<<8 | int(der[3])
	default:
		return nil, 0
	}
}
