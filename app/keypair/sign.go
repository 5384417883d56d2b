package keypair

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	_ "crypto/sha256" // for hash
	_ "crypto/sha512" // likewise
	"encoding/asn1"
	"math/big"
	"slices"
	"strings"
)

// hash returns the hash function that the name ends with, or 0.
func (a Algorithm) hash() crypto.Hash {
	switch {
	case a == "" || a.Use() != "sig":
		return 0
	case strings.HasSuffix(string(a), "S256"):
		return crypto.SHA256
	case strings.HasSuffix(string(a), "S384"):
		return crypto.SHA384
	case strings.HasSuffix(string(a), "S512"):
		return crypto.SHA512
	default:
		return 0
	}
}

// digest returns the hash of the input.
func (a Algorithm) digest(input []byte) []byte {
	h := a.hash().New()
	h.Write(input)
	return h.Sum(nil)
}

// Signs returns the algorithms by which the key can sign or verify, its own first: an RSA
// key that does not say fits six. A key that is for encryption fits none.
func (k *Key) Signs() []Algorithm {
	if k.encrypts() {
		return nil
	}
	var fit []Algorithm
	for _, t := range table {
		if t.use == "sig" && k.fits(t) && (t.name == k.Algorithm || !t.known || t.family == Oct) {
			fit = append(fit, t.name)
		}
	}
	if i := slices.Index(fit, k.Algorithm); i > 0 {
		fit = slices.Insert(slices.Delete(fit, i, i+1), 0, k.Algorithm)
	}
	return fit
}

// fits reports whether the material is what the algorithm signs with.
func (k *Key) fits(t traits) bool {
	if akp, ok := k.material.(*akpKey); ok {
		return akp.alg == t.name
	}
	if k.onlyPSS() && t.name[0] != 'P' {
		return false
	}
	return t.family == k.Family() && (t.curves == nil || slices.Contains(t.curves, k.Curve()))
}

// onlyPSS reports whether the key is one for RSASSA-PSS alone.
func (k *Key) onlyPSS() bool {
	m, ok := k.material.(*rsaKey)
	return ok && m.pss
}

// Sign signs the input of a JWS (RFC 7515 §5.1) and returns the signature as a token has
// it: that of ECDSA is R‖S (RFC 7518 §3.4), the salt of PSS is as long as the hash (§3.5),
// and ML-DSA signs with an empty context (RFC 9964). The errors are [ErrFit],
// [ErrPublic] and [ErrWeak].
func (k *Key) Sign(a Algorithm, input []byte) ([]byte, error) {
	switch t := a.traits(); {
	case t.use != "sig" || !k.fits(t):
		return nil, ErrFit
	case !k.Private():
		return nil, ErrPublic
	}
	switch m := k.material.(type) {
	case *rsaKey:
		return m.sign(a, input)
	case *ecKey:
		return m.sign(a, input)
	case *okpKey:
		private := ed25519.NewKeyFromSeed(m.own)
		defer clear(private)
		return ed25519.Sign(private, input), nil
	case *akpKey:
		_, private := m.alg.scheme().DeriveKey(m.seed)
		return m.alg.scheme().Sign(private, input, nil), nil
	default:
		return m.(octKey).sign(a, input), nil
	}
}

func (k *rsaKey) sign(a Algorithm, input []byte) ([]byte, error) {
	private, err := k.signer()
	if err != nil {
		return nil, err
	}
	var signature []byte
	if a[0] == 'P' {
		signature, err = rsa.SignPSS(rand.Reader, private, a.hash(), a.digest(input), pss)
	} else {
		signature, err = rsa.SignPKCS1v15(nil, private, a.hash(), a.digest(input))
	}
	if err != nil {
		return nil, ErrWeak
	}
	return signature, nil
}

var pss = &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthEqualsHash}

// pair is how X.509 writes an ECDSA signature (RFC 3279 §2.2.3).
type pair struct{ R, S *big.Int }

func (k *ecKey) sign(a Algorithm, input []byte) ([]byte, error) {
	private, err := ecdsa.ParseRawPrivateKey(curveOf(k.name), k.scalar)
	if err != nil {
		return nil, ErrWeak
	}
	der, err := ecdsa.SignASN1(rand.Reader, private, a.digest(input))
	if err != nil {
		return nil, ErrWeak
	}
	var numbers pair
	if _, err := asn1.Unmarshal(der, &numbers); err != nil {
		return nil, err
	}
	size := len(k.point) / 2
	signature := make([]byte, 2*size)
	numbers.R.FillBytes(signature[:size])
	numbers.S.FillBytes(signature[size:])
	return signature, nil
}

func (k octKey) sign(a Algorithm, input []byte) []byte {
	mac := hmac.New(a.hash().New, k)
	mac.Write(input)
	return mac.Sum(nil)
}

// Verify returns nil where the signature fits. The errors are [ErrFit], [ErrSignature] and
// [ErrWeak].
func (k *Key) Verify(a Algorithm, input, signature []byte) error {
	if t := a.traits(); t.use != "sig" || !k.fits(t) {
		return ErrFit
	}
	good := false
	switch m := k.material.(type) {
	case *rsaKey:
		return m.verify(a, input, signature)
	case *ecKey:
		good = m.verify(a, input, signature)
	case *okpKey:
		good = ed25519.Verify(m.point, input, signature)
	case *akpKey:
		public, err := m.alg.scheme().UnmarshalBinaryPublicKey(m.pub)
		good = err == nil && m.alg.scheme().Verify(public, input, signature, nil)
	case octKey:
		good = hmac.Equal(m.sign(a, input), signature)
	}
	if !good {
		return ErrSignature
	}
	return nil
}

func (k *rsaKey) verify(a Algorithm, input, signature []byte) error {
	public, err := k.verifier()
	if err != nil {
		return err
	}
	if a[0] == 'P' {
		err = rsa.VerifyPSS(public, a.hash(), a.digest(input), signature, pss)
	} else {
		err = rsa.VerifyPKCS1v15(public, a.hash(), a.digest(input), signature)
	}
	switch err {
	case nil:
		return nil
	case rsa.ErrVerification:
		return ErrSignature
	default:
		return ErrWeak
	}
}

func (k *ecKey) verify(a Algorithm, input, signature []byte) bool {
	size := len(k.point) / 2
	public, err := ecdsa.ParseUncompressedPublicKey(curveOf(k.name), k.point)
	if err != nil || len(signature) != 2*size {
		return false
	}
	r, s := new(big.Int).SetBytes(signature[:size]), new(big.Int).SetBytes(signature[size:])
	der, err := asn1.Marshal(pair{r, s})
	return err == nil && ecdsa.VerifyASN1(public, a.digest(input), der)
}
