package judge

import (
	"jwtsecret/app/keypair"
	"jwtsecret/app/secret"
)

// toSign says what it takes to sign by the algorithm of a pair, where something stands in
// the place of the key or nothing does.
func (r keyring) toSign(a keypair.Algorithm, something bool) string {
	switch {
	case !something:
		return "Enter the private key, and the token is signed."
	case r.problem() != "" && len(r.keys) == 0:
		return "" // that says all
	case len(r.keys) == 0:
		return otherAlgorithm(string(a))
	case !r.own():
		return "A public key verifies and cannot sign: enter the private key, and the token is signed."
	case r.signer(a, "") < 0:
		return r.misfit(a, "") + " Choose what fits under “Sign with”."
	default:
		return "Nothing should be signed with this key: it is too weak or broken."
	}
}

// noSecret says of what is a key, but no secret to share, that it is none.
func (r keyring) noSecret(a secret.Algorithm) string {
	what := ""
	switch {
	case r.locked:
		what = "an encrypted key"
	case r.own():
		what = "a private key"
	case len(r.keys) > 0:
		what = "a public key"
	default:
		return ""
	}
	text := "This is " + what + ", and " + a.String() + " signs with a secret that both sides share. "
	if name := r.algorithm(); r.own() && name != "" {
		text += "Choose " + name + " under “Sign with”, and this key signs the token. "
	}
	return text
}
