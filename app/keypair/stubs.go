package keypair

import (
	"errors"
	"time"
)

var errSoon = errors.New("not written yet")

// Certificate returns a self-signed certificate in DER for a common name.
func (k *Key) Certificate(name string, from, until time.Time) ([]byte, error) { return nil, errSoon }

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

func openJWE(text, passphrase []byte) (Parsed, error) { return Parsed{}, errSoon }
