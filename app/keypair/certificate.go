package keypair

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"time"
	"unicode/utf8"
)

// MaxName is the most characters of a common name (RFC 5280 appendix A.1, ub-common-name).
const MaxName = 64

// The errors of Certificate, beside [ErrForm] and [ErrPublic].
var (
	// ErrName says that a common name is empty, longer than [MaxName] or no UTF-8.
	ErrName = errors.New("a certificate's name has 1 to 64 characters")
	// ErrDates says that a certificate would end before it begins.
	ErrDates = errors.New("a certificate ends after it begins")
)

// Certificate returns a self-signed certificate in DER for a common name; as "x5c" it goes
// into Chain. Nobody who verifies tokens learns more from it than from the key: it is for
// programs that take keys in no other form. The error is [ErrForm] for keys that sign
// nothing, and for ML-DSA, which crypto/x509 does not know.
func (k *Key) Certificate(name string, from, until time.Time) ([]byte, error) {
	switch {
	case name == "" || utf8.RuneCountInString(name) > MaxName || !utf8.ValidString(name):
		return nil, ErrName
	case !until.After(from):
		return nil, ErrDates
	}
	signer, err := k.signer()
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{ // x509 makes a serial number of 20 random bytes
		Subject:               pkix.Name{CommonName: name},
		NotBefore:             from,
		NotAfter:              until,
		KeyUsage:              x509.KeyUsageDigitalSignature,
		BasicConstraintsValid: true,
		SignatureAlgorithm:    k.certified(),
	}
	return x509.CreateCertificate(rand.Reader, template, template, signer.Public(), signer)
}

// Validity returns from when until when the key's own certificate is valid, if it has one.
func (k *Key) Validity() (from, until time.Time, ok bool) {
	if len(k.Chain) == 0 {
		return from, until, false
	}
	c, err := x509.ParseCertificate(k.Chain[0])
	if err != nil {
		return from, until, false
	}
	return c.NotBefore, c.NotAfter, true
}

// signer returns the key as Go signs with it.
func (k *Key) signer() (crypto.Signer, error) {
	switch {
	case len(k.Signs()) == 0:
		return nil, ErrForm
	case !k.Private():
		return nil, ErrPublic
	}
	switch m := k.material.(type) {
	case *rsaKey:
		return m.signer()
	case *ecKey:
		return ecdsa.ParseRawPrivateKey(curveOf(m.name), m.scalar)
	case *okpKey:
		return ed25519.NewKeyFromSeed(m.own), nil
	default:
		return nil, ErrForm
	}
}

// certified returns how the certificate is signed: as the key's tokens are, or as the
// library chooses for the key.
func (k *Key) certified() x509.SignatureAlgorithm {
	if k.onlyPSS() && k.Algorithm == "" {
		return x509.SHA256WithRSAPSS
	}
	switch k.Algorithm {
	case "RS384":
		return x509.SHA384WithRSA
	case "RS512":
		return x509.SHA512WithRSA
	case "PS256":
		return x509.SHA256WithRSAPSS
	case "PS384":
		return x509.SHA384WithRSAPSS
	case "PS512":
		return x509.SHA512WithRSAPSS
	default:
		return x509.UnknownSignatureAlgorithm
	}
}
