package secret

import (
	"errors"
	"strconv"
)

// The errors of this package, to be asked for with [errors.Is].
var (
	// ErrAlgorithm means that the algorithm is none of [Algorithms].
	ErrAlgorithm = errors.New("the algorithm is not HS256, HS384 or HS512")

	// ErrFormat means that the format is none of [Formats].
	ErrFormat = errors.New("the format is not known")

	// ErrSize means that the size is outside [MinSize] to [MaxSize] bytes.
	ErrSize = errors.New("the size is not from " + strconv.Itoa(MinSize) + " to " + strconv.Itoa(MaxSize) + " bytes")

	// ErrKeyID means that the key id is none by [IsKeyID], or that several secrets would
	// share it.
	ErrKeyID = errors.New("the key id is not 1 to " + strconv.Itoa(MaxKeyID) + " letters A to Z, digits and -_.:/+=, or not for one secret")

	// ErrCount means that the count is outside [MinCount] to [MaxCount].
	ErrCount = errors.New("the count is not from " + strconv.Itoa(MinCount) + " to " + strconv.Itoa(MaxCount))

	// ErrTooSmall is what every [TooSmallError] is.
	ErrTooSmall = errors.New("the size is below the minimum of RFC 7518 §3.2")

	// ErrGenerator means that the random generator gave what a working one gives
	// less than once in 2⁶⁴ calls.
	ErrGenerator = errors.New("the random generator is broken")

	// ErrEncoding means that a text is not in the format it was said to be in.
	ErrEncoding = errors.New("the text is not in this format")
)

// TooSmallError means that the size is possible, but below what RFC 7518 §3.2
// requires for the algorithm, and that the request is not for tests only.
type TooSmallError struct {
	Algorithm Algorithm
	Size      int // bytes that were asked for
}

// Error names the rule and the number of bytes that it requires.
func (e *TooSmallError) Error() string {
	return e.Algorithm.String() + " needs at least " + strconv.Itoa(e.Algorithm.MinSize()) +
		" bytes (RFC 7518 §3.2), not " + strconv.Itoa(e.Size)
}

// Unwrap returns [ErrTooSmall].
func (e *TooSmallError) Unwrap() error { return ErrTooSmall }
