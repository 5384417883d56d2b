package judge

import (
	"encoding/asn1"
	"errors"
	"math/big"
	"strconv"

	"jwtsecret/app/keypair"
	"jwtsecret/app/token"
)

// fit is what keys have to do with the signature of a token.
type fit struct {
	signer                Signer
	state, word, sentence string
}

// pairs reports whether the name is that of an algorithm whose keys are pairs and which is
// verified here.
func pairs(name string) bool {
	a := keypair.Algorithm(name)
	return a.Use() == "sig" && a.Family() != keypair.Oct
}

// match says which of the keys verifies a token. The key that the header names by its kid
// is asked first, and then each other one.
func (r keyring) match(t *token.Token) fit {
	a, id := keypair.Algorithm(headerText(t.Header(), "alg")), headerText(t.Header(), "kid")
	if f, ok := r.unmatched(t, string(a)); ok {
		return f
	}
	fitting := r.fitting(a, id)
	for _, i := range fitting {
		if r.keys[i].Verify(a, t.SigningInput(), t.Signature()) == nil {
			return r.matched(i, a, id)
		}
	}
	if len(fitting) == 0 {
		return fit{NotSigned, fails, "Key does not fit", r.misfit(a, id)}
	}
	if f, ok := r.otherwise(t, fitting, a); ok {
		return f
	}
	f := fit{NotSigned, fails, "Signature does not fit", r.mismatch(t, fitting, a, id)}
	if errors.Is(t.NotClaims(), token.ErrEmpty) { // it may fit what is sent beside the token
		f.state, f.word = open, "Not checked"
		f.sentence += " The payload is not in this token: it is detached (RFC 7515, appendix F). Without it no key can be told to be the right one; an empty payload was tried."
	}
	return f
}

// unmatched is for what leaves nothing to compare.
func (r keyring) unmatched(t *token.Token, algorithm string) (fit, bool) {
	switch reason := t.NoSignature(); {
	case reason != "":
		return fit{NotSigned, fails, "Not signed", reason}, true
	case r.locked:
		return fit{Unread, open, "Not checked", ""}, true // its problem says all
	case len(r.keys) == 0 && len(r.problems) > 0:
		return fit{Unread, open, "Not checked", ""}, true // likewise
	case len(r.keys) == 0:
		return fit{NotSigned, open, "Not checked", otherAlgorithm(algorithm)}, true
	default:
		return fit{}, false
	}
}

// fitting returns the indices of the keys that the algorithm takes, those first that have
// this kid.
func (r keyring) fitting(a keypair.Algorithm, id string) (named []int) {
	var others []int
	for i, k := range r.keys {
		switch {
		case !fitsKey(k, a):
		case id != "" && k.ID == id:
			named = append(named, i)
		default:
			others = append(others, i)
		}
	}
	return append(named, others...)
}

// matched says that a key fits, and what a library may have against it.
func (r keyring) matched(i int, a keypair.Algorithm, id string) fit {
	f := fit{SignedByIt, fits, "Signature fits", "Fits " + r.about(i, a, id)}
	if refusal(r.keys[i], a) != "" {
		f.signer, f.state, f.word = ByMistake, fails, "Refused by its key"
	}
	return f
}

// about is a key, the algorithm, and what a library may have against the two.
func (r keyring) about(i int, a keypair.Algorithm, id string) string {
	k := r.keys[i]
	text := r.name(i) + ": " + string(a)
	switch {
	case k.Curve() != "":
		text += ", " + k.Curve() + "."
	case k.Family() == keypair.RSA:
		text += ", " + strconv.Itoa(k.Bits()) + " bits."
	default:
		text += "."
	}
	if id != "" && k.ID != "" && k.ID != id {
		text += " The kid in the header is another one: who chooses the key by it does not find this key."
	}
	return text + refusal(k, a)
}

// otherwise finds a signature that one of the keys made in another way than the header
// says: by another algorithm, or written in another form.
func (r keyring) otherwise(t *token.Token, fitting []int, a keypair.Algorithm) (fit, bool) {
	for _, i := range fitting {
		k := r.keys[i]
		if errors.Is(k.Verify(a, t.SigningInput(), t.Signature()), keypair.ErrWeak) {
			return fit{Unread, open, "Not checked", "Nothing should be verified with " + r.name(i) + ": it is too weak or broken, and is not tried here."}, true
		}
		plain := sideBySide(k, t.Signature())
		if plain != nil && k.Verify(a, t.SigningInput(), plain) == nil {
			return fit{NotSigned, fails, "Signature in DER", "It was made with the private key of " + r.name(i) + ", but written in DER, as openssl and the SHA256withECDSA of Java do. " +
				"A token has R and S side by side, " + strconv.Itoa(len(plain)) + " bytes (RFC 7518, section 3.4): let who signs convert it."}, true
		}
		for _, other := range k.Signs() {
			if k.Verify(other, t.SigningInput(), t.Signature()) == nil {
				return fit{NotSigned, fails, "Another algorithm", "It was made with the private key of " + r.name(i) + ", but by " + string(other) + ", and the header says " + string(a) + ": libraries refuse the token."}, true
			}
		}
	}
	return fit{}, false
}

// sideBySide returns an ECDSA signature as a token has it, R‖S, of one in DER (RFC 3279
// §2.2.3), or nil where it is none of this key's size.
func sideBySide(k *keypair.Key, signature []byte) []byte {
	var pair struct{ R, S *big.Int }
	rest, err := asn1.Unmarshal(signature, &pair)
	size := (k.Bits() + 7) / 8
	if err != nil || len(rest) > 0 || k.Family() != keypair.EC || pair.R.Sign() <= 0 || pair.S.Sign() <= 0 || max(pair.R.BitLen(), pair.S.BitLen()) > 8*size {
		return nil
	}
	plain := make([]byte, 2*size)
	pair.R.FillBytes(plain[:size])
	pair.S.FillBytes(plain[size:])
	return plain
}

// mismatch says that none of the keys of the right kind fits.
func (r keyring) mismatch(t *token.Token, fitting []int, a keypair.Algorithm, id string) string {
	text := "Does not fit " + r.about(fitting[0], a, "")
	if len(fitting) > 1 {
		text = "Fits none of the " + strconv.Itoa(len(fitting)) + " keys that " + string(a) + " takes."
	}
	if size := signatureSize(r.keys[fitting[0]], t.Signature()); len(fitting) == 1 && size > 0 {
		text += " The signature has " + strconv.Itoa(len(t.Signature())) + " bytes, and one by this key has " + strconv.Itoa(size) + "."
	}
	return text + r.unnamed(id)
}

// signatureSize returns how many bytes one by a key has (RFC 8017 §8.1.1, RFC 7518 §3.4),
// if this one has another number of them and that is the same for all of its algorithms.
func signatureSize(k *keypair.Key, signature []byte) (size int) {
	size = (k.Bits() + 7) / 8
	if k.Family() == keypair.EC {
		size *= 2
	}
	if k.Family() != keypair.EC && k.Family() != keypair.RSA || size == len(signature) {
		return 0
	}
	return size
}

// unnamed says that the keys lack the one that the header names.
func (r keyring) unnamed(id string) string {
	named := false
	for _, k := range r.keys {
		named = named || k.ID != "" // PEM has no names
	}
	if id == "" || !named || r.names(id) {
		return ""
	}
	return " None of the keys has the kid that stands in the header."
}

// misfit says why an algorithm does not take the key, or any of several.
func (r keyring) misfit(a keypair.Algorithm, id string) string {
	at := 0
	for i, k := range r.keys {
		if id != "" && k.ID == id {
			at = i
		}
	}
	needed := article(a.Family())
	switch a {
	case "ES256":
		needed += " on P-256"
	case "ES384":
		needed += " on P-384"
	case "ES512":
		needed += " on P-521"
	case "EdDSA", "Ed25519":
		needed += " on Ed25519"
	default:
		if a.Family() == keypair.AKP {
			needed += " for " + string(a)
		}
	}
	if len(r.keys) > 1 && !r.names(id) {
		return string(a) + " takes " + needed + ", and none of the keys is one." + r.unnamed(id)
	}
	return string(a) + " takes " + needed + ", and " + r.nature(at) + "." + r.unnamed(id)
}
