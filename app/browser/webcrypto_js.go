//go:build js

package browser

// MakePair has the browser make a key pair and returns the private key in DER (PKCS#8,
// RFC 5958): RSA of so many bits where they are not 0, else one on a curve of WebCrypto's
// names: "P-256", "Ed25519", "X25519". That form is the same for every algorithm that such
// a key is for. While it waits, other goroutines and the browser have their turn. The error
// is [ErrCryptoMissing] where a page gets no WebCrypto, and [ErrPair] where that does not
// make such a key.
func MakePair(bits int, curve string) ([]byte, error) {
	subtle := global("crypto").Get("subtle")
	if !subtle.Truthy() {
		return nil, ErrCryptoMissing
	}
	algorithm, uses := map[string]any{"name": "ECDSA", "namedCurve": curve}, []any{"sign", "verify"}
	switch {
	case bits != 0:
		exponent := array([]byte{1, 0, 1}) // 65537
		algorithm = map[string]any{"name": "RSASSA-PKCS1-v1_5", "hash": "SHA-256", "modulusLength": bits, "publicExponent": exponent}
	case curve == "X25519":
		algorithm, uses = map[string]any{"name": curve}, []any{"deriveBits"}
	case curve == "Ed25519":
		algorithm = map[string]any{"name": curve}
	}
	pair, ok := await(subtle.Call("generateKey", algorithm, true, uses))
	if !ok {
		return nil, ErrPair
	}
	exported, ok := await(subtle.Call("exportKey", "pkcs8", pair.Get("privateKey")))
	if !ok {
		return nil, ErrPair
	}
	return bytesOf(global("Uint8Array").New(exported)), nil
}
