package judge

import (
	"errors"
	"strconv"

	"jwtsecret/app/token"
)

// What the bench says of what it cannot do.

// otherAlgorithm says of one that is no HMAC what it needs in the place of a secret.
func otherAlgorithm(name string) string {
	const instead = "Choose HS256, HS384 or HS512 to sign it with a secret."
	switch {
	case name == "":
		return "The header names no algorithm. " + instead
	case name == "none":
		return "The header says that this token is not signed (alg none). " + instead
	case pairs(name):
		return name + " signs with a private key, and its public key verifies: enter one of them in the place of the secret, as PEM, certificate, JWK or JWKS."
	case name == "ES256K", name == "Ed448": // RFC 8812 §3.2, RFC 9864 §2.2
		return name + " signs with a private key, and its public key verifies, but not here: this page knows ES256 and Ed25519 instead."
	default:
		return "This page does not know the algorithm in the header. " + instead
	}
}

// problem says what is wrong with the JSON that was typed, and where.
func problem(err error) string {
	var wrong *token.JSONError
	if !errors.As(err, &wrong) {
		return ""
	}
	place := "line " + strconv.Itoa(wrong.Line) + ", column " + strconv.Itoa(wrong.Column)
	switch wrong.Err {
	case token.ErrEmpty:
		return "There is nothing here yet: write a JSON object."
	case token.ErrUnfinished:
		return "This JSON ends too early, in " + place + ": a bracket or a quotation mark is missing."
	case token.ErrJSON:
		return "This is not JSON: look at " + place + ". The character there does not belong, or one is missing before it."
	case token.ErrObject:
		return "This is JSON, but not an object. Write it between { and }."
	default:
		return "This is not valid UTF-8."
	}
}
