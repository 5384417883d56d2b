package token

import (
	"bytes"

	"jwtsecret/app/secret"
)

// Input returns the bytes that a signature covers (RFC 7515 §5.1) of a header and a
// payload as they stand, whatever they are. Where the header says "b64":false the
// payload stands there as it is (RFC 7797 §3).
func Input(header, payload []byte) []byte {
	input := append(encoding.AppendEncode(nil, header), '.')
	if string(members(header)["b64"]) == "false" {
		return append(input, payload...)
	}
	return encoding.AppendEncode(input, payload)
}

// SignInput returns the token of what [Input] has returned. It asks nothing of the
// header, so the token may name another algorithm: that is for whoever wants to see
// how a token is refused. For an unknown algorithm there is none.
func SignInput(a secret.Algorithm, key, input []byte) []byte {
	if a.MinSize() == 0 {
		return nil
	}
	return WithSignature(input, tag(a, key, input))
}

// WithSignature returns the token of what [Input] has returned and a signature, by
// whatever algorithm that was made (RFC 7515 §7.1).
func WithSignature(input, signature []byte) []byte {
	return encoding.AppendEncode(append(bytes.Clone(input), '.'), signature)
}
