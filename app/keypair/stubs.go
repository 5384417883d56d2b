package keypair

import (
	"errors"
	"time"
)

var errSoon = errors.New("not written yet")

// Certificate returns a self-signed certificate in DER for a common name.
func (k *Key) Certificate(name string, from, until time.Time) ([]byte, error) { return nil, errSoon }

// Parsed is what a text holds.
type Parsed struct {
	Form     string // "PEM", "JWK", "JWKS", "certificate" or "JWE"
	Keys     []*Key
	Problems []Problem // keys that could not be read, and what is wrong with the text
}

// Problem is something that is wrong.
type Problem struct {
	Code     string // "rsa-short"
	Key      int    // the index in Parsed.Keys, or below 0 where it is about none
	Title    string // a few words, for a heading
	Sentence string // what it means, with its source
}

// Parse reads PEM, a JWK, a JWKS, a certificate, or a JWK encrypted as JWE. The passphrase
// opens what is encrypted and may be empty; the error is [ErrPassphrase] where it does not.
// What is unknown or broken of several keys is a Problem, and the others are read.
func Parse(text, passphrase []byte) (Parsed, error) { return Parsed{}, errSoon }

// The errors of Parse.
var (
	ErrPassphrase     = errors.New("the passphrase does not open this key")
	ErrNeedPassphrase = errors.New("this key is encrypted, and no passphrase was given")
	ErrNoKey          = errors.New("this holds no key")
)

// Check says what is wrong with keys by themselves and with each other.
func Check(keys []*Key) []Problem { return nil }

// Merge adds a public key to a published JWKS and returns it anew, the new key last. It
// refuses private members, a "kid" that is there already, and keys below the rule; the
// error is a [*MergeError].
func Merge(published []byte, fresh *Key) ([]byte, error) { return nil, errSoon }

// MergeError says why key sets were not merged.
type MergeError struct{ Problems []Problem }

// Error lists the titles.
func (e *MergeError) Error() string { return "the key sets cannot be merged" }

// Iterations is the PBKDF2 count of Encrypt.
const Iterations = 210_000 // OWASP, for HMAC-SHA-512

// Encrypt returns a private JWK as a compact JWE by PBES2-HS512+A256KW (RFC 7518 §4.8,
// RFC 7517 Appendix C).
func Encrypt(k *Key, passphrase []byte) ([]byte, error) { return nil, errSoon }
