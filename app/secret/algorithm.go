package secret

import "strconv"

// Algorithm is an HMAC algorithm of RFC 7518 §3.2. The zero value is none of
// them, so that a forgotten field is an error instead of a default.
type Algorithm uint8

// The algorithms, named by their "alg" header.
const (
	HS256 Algorithm = iota + 1 // HMAC with SHA-256
	HS384                      // HMAC with SHA-384
	HS512                      // HMAC with SHA-512
)

// algorithms has the "alg" name of each, and the length of its hash's output in bytes.
var algorithms = [...]struct {
	name string
	size int
}{HS256: {"HS256", 32}, HS384: {"HS384", 48}, HS512: {"HS512", 64}}

// Algorithms returns all algorithms, the smallest hash first.
func Algorithms() []Algorithm { return []Algorithm{HS256, HS384, HS512} }

// ParseAlgorithm returns the algorithm with exactly this "alg" name, such as
// "HS256". For any other text the error is [ErrAlgorithm].
func ParseAlgorithm(s string) (Algorithm, error) {
	for _, a := range Algorithms() {
		if s == a.String() {
			return a, nil
		}
	}
	return 0, ErrAlgorithm
}

// String returns the "alg" name, such as "HS256".
func (a Algorithm) String() string {
	if a.MinSize() == 0 {
		return "Algorithm(" + strconv.Itoa(int(a)) + ")"
	}
	return algorithms[a].name
}

// MinSize returns the least size of a key in bytes, by RFC 7518 §3.2: the length
// of the hash's output. It is 32, 48 or 64, and 0 for an unknown algorithm.
func (a Algorithm) MinSize() int {
	if int(a) < len(algorithms) {
		return algorithms[a].size
	}
	return 0
}

// UsableBits returns the bits of a random key that add to the strength of the
// HMAC: 256, 384 or 512. A longer key does no harm, but what it adds beyond the
// length of the hash's output does not count (RFC 2104 §3), which is why the
// number follows from MinSize.
func (a Algorithm) UsableBits() int { return 8 * a.MinSize() }
