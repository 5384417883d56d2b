package token

import (
	"errors"
	"strconv"
)

// Sentence says what is wrong and what to do about the [*ParseError] that err is, for
// a person to read. It holds nothing of the text.
func Sentence(err error) string {
	var wrong *ParseError
	if !errors.As(err, &wrong) {
		return ""
	}
	return "The" + wrong.Error()[len("the"):] + ". " + remedy(wrong.Err)
}

func remedy(err error) string {
	switch {
	case errors.Is(err, ErrSize):
		return "Paste the token alone."
	case errors.Is(err, ErrSpace):
		return "Paste it as one line, without spaces."
	case errors.Is(err, ErrCut):
		return "Paste the whole token, from its first character to its last."
	case errors.Is(err, ErrPadding), errors.Is(err, ErrAlphabet):
		return "If the token was issued so, then not by the rules: a part of a token is base64url without padding (RFC 7515 §2). If not, paste it again, as it was issued."
	default:
		return "Paste the whole token again, as it was issued."
	}
}

// NoSecret says in a sentence why no secret can have made the signature, or nothing
// where one can: then [Match] tells whether a secret did.
func (t *Token) NoSecret() string {
	a, err := t.Algorithm()
	switch {
	case t.parts == 5:
		return "This token is encrypted (JWE), not signed, so no secret can have signed it."
	case err != nil:
		return "This token is not signed with HS256, HS384 or HS512, so no secret can have signed it."
	case t.NoSignature() != "":
		return t.NoSignature()
	case len(t.signature) != a.MinSize(): // the length of the hash (RFC 7518 §3.2)
		return "The signature of this token has " + bytesOf(len(t.signature)) + ", and one by " + a.String() + " has " + strconv.Itoa(a.MinSize()) +
			", so no secret can have made it. Paste the whole token, as it was issued."
	default:
		return ""
	}
}

// NoSignature says in a sentence why a token that is not encrypted has no signature to
// verify, or nothing where it has one.
func (t *Token) NoSignature() string {
	switch {
	case t.parts == 2:
		return "The signature of this token is missing: it has two parts, and a signed token has three. Paste the whole token, as it was issued."
	case len(t.signature) == 0:
		return "The signature of this token is empty, so nothing has signed it. Paste the whole token, as it was issued."
	default:
		return ""
	}
}

func bytesOf(n int) string {
	if n == 1 {
		return "1 byte"
	}
	return strconv.Itoa(n) + " bytes"
}
