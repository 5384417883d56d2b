package keypair

import (
	"errors"
	"io"
	"time"
)

var errSoon = errors.New("not written yet")

// Algorithm is what the "alg" of a key says: "ES256", "RSA-OAEP-256", "A256KW". The empty
// one is none.
type Algorithm string

// Family is the "kty" of a key: "RSA", "EC", "OKP", "AKP" or "oct".
type Family string

// Algorithms returns all for which keys are made, those for signatures first.
func Algorithms() []Algorithm { return nil }

// Family returns the "kty" of the algorithm's keys; for ECDH-ES that of a Curve decides.
func (a Algorithm) Family() Family { return "" }

// Use returns "sig" or "enc".
func (a Algorithm) Use() string { return "" }

// Sizes returns the sizes in bits that keys for it may be made with, the default first;
// none where the algorithm leaves no choice.
func (a Algorithm) Sizes() []int { return nil }

// Curves returns the curves that keys for it may be made on, the default first; none where
// the algorithm leaves no choice.
func (a Algorithm) Curves() []string { return nil }

// Kind says which key to make. The zero value of Bits and Curve is the default.
type Kind struct {
	Algorithm Algorithm
	Bits      int    // of an RSA modulus
	Curve     string // of a key for ECDH-ES: "P-256", "P-384", "P-521" or "X25519"
}

// Key is a key, private, public or symmetric.
type Key struct {
	Algorithm Algorithm // empty where nothing says it
	ID        string    // "kid"; empty where it has none
	Use       string    // "sig", "enc" or empty
	Ops       []string  // "key_ops"
	Chain     [][]byte  // "x5c": certificates in DER, its own first

	material any // *rsa.PrivateKey, *rsa.PublicKey, *ecdsa.PrivateKey, … []byte
}

// Generate makes a key in Go, from a source of randomness such as [crypto/rand.Reader].
// A page makes RSA and EC keys with WebCrypto instead: see [FromPKCS8].
func Generate(k Kind, random io.Reader) (*Key, error) { return nil, errSoon }

// FromPKCS8 returns the key that stands in a DER-encoded PKCS#8 structure (RFC 5958), as
// WebCrypto exports it, made for what k says.
func FromPKCS8(der []byte, k Kind) (*Key, error) { return nil, errSoon }

// Private reports whether the key holds what must stay secret: a symmetric key always does.
func (k *Key) Private() bool { return false }

// Family returns its "kty".
func (k *Key) Family() Family { return "" }

// Bits returns its size: of the modulus, the curve's order or the symmetric key.
func (k *Key) Bits() int { return 0 }

// Curve returns "P-256", "Ed25519" and so on, or nothing where it is on none.
func (k *Key) Curve() string { return "" }

// Public returns its public part, which shares nothing that is secret, or nil for a
// symmetric key.
func (k *Key) Public() *Key { return nil }

// Thumbprint returns the SHA-256 thumbprint in base64url (RFC 7638 §3).
func (k *Key) Thumbprint() string { return "" }

// JWK returns the key as a JSON Web Key, one line, "kty" first (RFC 7517 §4).
func (k *Key) JWK() []byte { return nil }

// Set returns a key set, indented (RFC 7517 §5).
func Set(keys ...*Key) []byte { return nil }

// PKCS8, SPKI, PKCS1 and SEC1 return PEM. The error is [ErrForm] where the form has no
// place for the key.
func (k *Key) PKCS8() ([]byte, error) { return nil, errSoon }
func (k *Key) SPKI() ([]byte, error)  { return nil, errSoon }
func (k *Key) PKCS1() ([]byte, error) { return nil, errSoon }
func (k *Key) SEC1() ([]byte, error)  { return nil, errSoon }

// ErrForm says that a key has no such form.
var ErrForm = errors.New("a key of this kind has no such form")

// Certificate returns a self-signed certificate in DER for a common name.
func (k *Key) Certificate(name string, from, until time.Time) ([]byte, error) { return nil, errSoon }

// Wipe overwrites what is secret, as far as a Go program can.
func (k *Key) Wipe() {}

// Sign signs the input of a JWS (RFC 7515 §5.1) and returns the signature as a token has
// it: that of ECDSA is R‖S (RFC 7518 §3.4).
func (k *Key) Sign(a Algorithm, input []byte) ([]byte, error) { return nil, errSoon }

// Verify returns nil where the signature fits.
func (k *Key) Verify(a Algorithm, input, signature []byte) error { return errSoon }

// Signs returns the algorithms by which the key can sign or verify, its own first: an RSA
// key that does not say fits six.
func (k *Key) Signs() []Algorithm { return nil }

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
