package token

import (
	"errors"
	"strconv"
)

// Why a token cannot be read. Ask for these with [errors.Is]; [ParseError] adds
// the part that is meant.
var (
	// ErrSize means that the text is longer than [MaxSize] bytes.
	ErrSize = errors.New("it is longer than " + strconv.Itoa(MaxSize) + " bytes")

	// ErrEmpty means that there is nothing where something must be.
	ErrEmpty = errors.New("it is empty")

	// ErrSpace means that there is white space or a line end.
	ErrSpace = errors.New("it contains white space or a line end")

	// ErrEncrypted means five parts: an encrypted token (RFC 7516 §7.1).
	ErrEncrypted = errors.New("it has five parts, as an encrypted token (JWE) has; a signed one has three")

	// ErrParts means that the number of parts is not that of a token.
	ErrParts = errors.New("it does not have three parts with a dot between them")

	// ErrPadding means that base64url ends in "=".
	ErrPadding = errors.New("it is padded with =, which tokens leave out")

	// ErrAlphabet means a character that base64url does not have.
	ErrAlphabet = errors.New("it has a character that is not in base64url: A-Z, a-z, 0-9, - and _")

	// ErrCut means a number of characters that base64url cannot have.
	ErrCut = errors.New("it has one character too many or lacks some: no bytes have base64url of this length")

	// ErrStrayBits means that the last character holds bits that belong to no
	// byte and are not zero.
	ErrStrayBits = errors.New("its last character is not the one that encoding would give")

	// ErrUTF8 means that the JSON is not valid UTF-8.
	ErrUTF8 = errors.New("it is not valid UTF-8")

	// ErrJSON means that the text is not JSON.
	ErrJSON = errors.New("it is not valid JSON")

	// ErrUnfinished means JSON that ends too early.
	ErrUnfinished = errors.New("it ends too early")

	// ErrObject means that the JSON is not an object.
	ErrObject = errors.New("it is JSON, but not an object")

	// ErrDuplicate means that an object has the same name twice.
	ErrDuplicate = errors.New("it has the same name twice in one object")

	// ErrDepth means nesting beyond [MaxDepth].
	ErrDepth = errors.New("it is nested more than " + strconv.Itoa(MaxDepth) + " levels deep")

	// ErrUnencoded means a payload that is not in base64url, which no JSON Web
	// Token may have (RFC 7797 §7).
	ErrUnencoded = errors.New("it stands there as it is, because the header says b64 false")

	// ErrNested means a payload that is a token of its own (RFC 7519 §5.2).
	ErrNested = errors.New("it is a token itself")
)

// Why a token that can be read is refused.
var (
	// ErrAlgorithm means that the header names another algorithm than the caller.
	ErrAlgorithm = errors.New("the header does not name the algorithm asked for")

	// ErrCritical means a "crit" header (RFC 7515 §4.1.11).
	ErrCritical = errors.New("the header demands extensions by crit, and none is known here")

	// ErrSignature means that the key did not make the signature.
	ErrSignature = errors.New("the signature does not belong to this key")
)

// Part is a part of a token.
type Part uint8

// The parts, and the token as a whole.
const (
	Whole Part = iota
	Header
	Payload
	Signature
)

// String returns the part's name: "token", "header", "payload" or "signature".
func (p Part) String() string {
	switch p {
	case Header:
		return "header"
	case Payload:
		return "payload"
	case Signature:
		return "signature"
	default:
		return "token"
	}
}

// ParseError means that a text is not a token.
type ParseError struct {
	Part Part  // what is wrong
	Err  error // why: one of the errors of this package
}

// Error says which part cannot be read and why, and nothing of its content.
func (e *ParseError) Error() string {
	return "the " + e.Part.String() + " cannot be read: " + e.Err.Error()
}

// Unwrap returns the reason.
func (e *ParseError) Unwrap() error { return e.Err }
