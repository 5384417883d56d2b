package token

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/json"
	"hash"

	"jwtsecret/app/secret"
)

// Sign returns the token of the given payload, a JSON object, in its compact
// form. The header is {"alg":…,"typ":"JWT"}. The error is a [*ParseError], or
// [secret.ErrAlgorithm] for an unknown algorithm. A key of any length is used
// as it is, also one below [secret.Algorithm.MinSize].
func Sign(a secret.Algorithm, key, payload []byte) ([]byte, error) {
	return SignWithHeader(a, key, []byte(`{"alg":"`+a.String()+`","typ":"JWT"}`), payload)
}

// SignWithHeader is [Sign] with a header that the caller wrote, for a "kid" say.
// It must be a JSON object that names the algorithm, else the error is
// [ErrAlgorithm], and has no "crit", else it is [ErrCritical].
func SignWithHeader(a secret.Algorithm, key, header, payload []byte) ([]byte, error) {
	if a.MinSize() == 0 {
		return nil, secret.ErrAlgorithm
	}
	if err := checkObject(header); err != nil {
		return nil, &ParseError{Header, err}
	}
	if err := checkObject(payload); err != nil {
		return nil, &ParseError{Payload, err}
	}
	if err := checkHeader(a, members(header)); err != nil {
		return nil, err
	}
	signed := encoding.AppendEncode(nil, header)
	signed = append(signed, '.')
	signed = encoding.AppendEncode(signed, payload)
	sum := tag(a, key, signed)
	signed = encoding.AppendEncode(append(signed, '.'), sum)
	if len(signed) > MaxSize {
		return nil, &ParseError{Whole, ErrSize}
	}
	return signed, nil
}

// Verify returns nil if the token's header names exactly the algorithm a and
// the key made its signature. Otherwise the error is [ErrAlgorithm],
// [ErrCritical], [ErrSignature], or [secret.ErrAlgorithm] if a is unknown. The
// caller names the algorithm because a token that chose it could choose how it
// is checked (RFC 8725 §3.1).
func (t *Token) Verify(a secret.Algorithm, key []byte) error {
	if a.MinSize() == 0 {
		return secret.ErrAlgorithm
	}
	if err := checkHeader(a, t.names); err != nil {
		return err
	}
	if !t.signedBy(a, key) {
		return ErrSignature
	}
	return nil
}

func checkHeader(a secret.Algorithm, header map[string]json.RawMessage) error {
	if name, _ := text(header["alg"]); name != a.String() {
		return ErrAlgorithm
	}
	if _, has := header["crit"]; has {
		return ErrCritical
	}
	return nil
}

// signedBy compares in a time that does not depend on the bytes.
func (t *Token) signedBy(a secret.Algorithm, key []byte) bool {
	return hmac.Equal(tag(a, key, t.input), t.signature)
}

func tag(a secret.Algorithm, key, input []byte) []byte {
	mac := hmac.New(hashes[a], key)
	mac.Write(input) // never returns an error
	return mac.Sum(nil)
}

// hashes names the hash of each algorithm (RFC 7518 §3.2).
var hashes = map[secret.Algorithm]func() hash.Hash{
	secret.HS256: sha256.New,
	secret.HS384: sha512.New384,
	secret.HS512: sha512.New,
}

// SignedBy reports whether the key made the token's signature, by the HMAC algorithm
// that the header names. It asks whether the key is the right one, not whether the
// token should be accepted: dates and "crit" do not matter.
func (t *Token) SignedBy(key []byte) bool {
	a, err := t.Algorithm()
	return err == nil && t.signedBy(a, key)
}
