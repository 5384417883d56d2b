package keypair

import (
	"bytes"
	"errors"
)

// Parsed is what a text holds.
type Parsed struct {
	Form     string // "PEM", "JWK", "JWKS", "certificate" or "JWE"
	Keys     []*Key
	Problems []Problem // keys that could not be read, and what is wrong with the text
}

// The errors of Parse.
var (
	ErrPassphrase     = errors.New("the passphrase does not open this key")
	ErrNeedPassphrase = errors.New("this key is encrypted, and no passphrase was given")
	ErrNoKey          = errors.New("this holds no key")
)

// maxText is the size in bytes of the longest text that is read.
const maxText = 1 << 20

// Parse reads PEM, a JWK, a JWKS, a certificate, or a JWK encrypted as JWE. The passphrase
// opens what is encrypted and may be empty; the error is [ErrPassphrase] where it does not,
// and [ErrNoKey] for a text that looks like none of these. What is unknown or broken is a
// Problem, and the other keys are read. Around PEM there may be any text, and its line ends
// may be written as \n.
func Parse(text, passphrase []byte) (Parsed, error) {
	text = bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\ufeff")))
	var p Parsed
	switch {
	case len(text) > maxText:
		p.Problems = []Problem{about(-1, "large")}
	case bytes.Contains(text, []byte(begin)):
		p.readPEM(text)
	case bytes.HasPrefix(text, []byte("{")):
		p.readJSON(text)
	case bytes.HasPrefix(text, []byte("ssh-")), bytes.HasPrefix(text, []byte("ecdsa-sha2-")):
		p.Problems = []Problem{about(-1, "openssh-public")}
	case bytes.Count(text, []byte(".")) == 4:
		return openJWE(text, passphrase)
	default:
		return p, ErrNoKey
	}
	return p, nil
}

// add keeps a key, or why there is none; place is its number among several, or 0.
func (p *Parsed) add(k *Key, err error, place int) {
	if err != nil {
		p.Problems = append(p.Problems, unread(err, place))
		return
	}
	p.Keys = append(p.Keys, k)
}

// note keeps what is wrong with the newest key.
func (p *Parsed) note(code string) {
	p.Problems = append(p.Problems, about(len(p.Keys)-1, code))
}
