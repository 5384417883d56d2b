// Package secret makes the keys that sign JSON Web Tokens by HMAC: the
// algorithms HS256, HS384 and HS512 of RFC 7518 §3.2.
//
// It promises:
//
//   - A secret is exactly the bytes that crypto/rand returned, encoded. Nothing
//     is mixed in and nothing is dropped. In a browser these are the bytes of
//     crypto.getRandomValues. The format [Alphanumeric] alone is a published
//     function of those bytes, because 62 symbols are not a power of two.
//   - Each call of [Generate] first reads 64 bytes that it judges and throws away.
//     Then each secret takes one read of Size bytes, and, for [JWK], one read of 16
//     bytes for the key id. A test that replaces the generator can therefore
//     foretell every secret.
//   - A size below the algorithm's minimum is refused, unless the request says
//     that the secret is for tests only; the secret then says so as well.
//   - No error contains a secret or any part of one.
//
// It does not promise that a secret leaves no trace in memory after
// [Secret.Wipe]; that method says why. When the system's generator fails,
// crypto/rand ends the program, so there is never a secret of less randomness
// than was asked for. When it goes on, but gives what no working one gives, such as
// zeros, [Generate] refuses with [ErrGenerator]: that finds a broken generator, not
// a malicious one.
//
// A secret for HS256 in the form that most libraries read:
//
//	secrets, err := secret.Generate(secret.Request{
//		Algorithm: secret.HS256,
//		Size:      secret.HS256.MinSize(),
//		Format:    secret.Base64URL,
//		Count:     1,
//	})
//
// Sizes are always bytes of randomness, never characters of text: 32 bytes are
// 43 characters of base64url, 64 of hexadecimal and 43 of letters and digits.
package secret

import "strconv"

// Secret is one generated secret. Only [Generate] makes useful ones; the zero
// value counts as wiped. Handle secrets by pointer (&secrets[i]): a copy shares
// the key material but does not learn that it was wiped.
type Secret struct {
	algorithm Algorithm
	format    Format
	size      int // bytes of randomness
	keyID     string
	text      []byte
}

// Algorithm returns the algorithm that the secret was made for.
func (s *Secret) Algorithm() Algorithm { return s.algorithm }

// Format returns the format of [Secret.Text].
func (s *Secret) Format() Format { return s.format }

// Size returns the bytes of randomness that were asked for, also after Wipe.
func (s *Secret) Size() int { return s.size }

// TestOnly reports whether the secret is smaller than RFC 7518 §3.2 allows for
// its algorithm. Label it wherever it is shown or written.
func (s *Secret) TestOnly() bool { return s.size < s.algorithm.MinSize() }

// KeyID returns the "kid" of a secret in the format [JWK], and "" for every
// other (RFC 7517 §4.5). It is random and tells nothing about the key, or was chosen.
func (s *Secret) KeyID() string { return s.keyID }

// Text returns the encoded secret as it is stored or pasted; for [Raw] the
// bytes themselves. It is the secret's own memory and not a copy: do not change
// it. After Wipe it is nil.
func (s *Secret) Text() []byte { return s.text }

// Characters returns the length of Text in characters, which equals its length
// in bytes because every text format is ASCII. It is 0 for [Raw], whose bytes
// are no characters, and after Wipe.
func (s *Secret) Characters() int {
	if s.format == Raw {
		return 0
	}
	return len(s.text)
}

// Request returns what asks for another secret like this one.
func (s *Secret) Request() Request {
	return Request{Algorithm: s.algorithm, Size: s.size, Format: s.format, Count: 1, TestOnly: s.TestOnly()}
}

// Bits returns the entropy of the secret in bits, also after Wipe: see [Request.Bits].
func (s *Secret) Bits() float64 { return s.Request().Bits() }

// Wipe overwrites the key material with zeros and lets go of it. This is best
// effort: Go may have moved the bytes before, and whatever received a copy (a
// JavaScript string, the page, the clipboard, a file) keeps it.
func (s *Secret) Wipe() {
	clear(s.text)
	s.text = nil
}

// Wiped reports whether there is no key material, because of Wipe or because
// the secret was never generated.
func (s *Secret) Wiped() bool { return s.text == nil }

// String describes the secret without its key material, so that a secret which
// strays into a log or an error message stays secret.
func (s Secret) String() string {
	return "secret for " + s.algorithm.String() + " of " + strconv.Itoa(s.size) + " bytes (not shown)"
}

// GoString returns String: the verb %#v would show the key material.
func (s Secret) GoString() string { return s.String() }
