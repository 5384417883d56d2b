// Package attack tries secrets against the signature of a token, as fast as a thread
// can.
//
// Whoever holds a token signed with HS256, HS384 or HS512 can do the same, with
// better machines and without asking anyone. A secret that is found here is
// known to the world; one that is not found has only survived this list.
//
// HMAC (RFC 2104 §2) of one message under many keys repeats most of its work, so
// package kernel prepares for a token what all keys have in common, and tries
// several keys at once in the vectors of the processor: at once where this is compiled
// for a processor with AVX-512, and in a browser after [Attack.Vectorise]. Elsewhere the
// hashes of the standard library do it, which takes several times as long in a browser,
// and twice as long or more outside of one.
//
//	a, err := attack.New(t)
//	if err != nil {
//		return err // the token is not signed with an HMAC
//	}
//	reading, hit := a.Try([]byte("secret"))
//
// Each candidate is a text, and libraries differ in how they read it. [Attack.Try]
// tries every reading of [token.Readings]. [Attack.Search] goes through many
// candidates, takes its share of them when several auditors search together, and
// reports how far it is. [Together] does so on all cores of a computer. What they
// try are [Sources], or all secrets of a few characters: [Short].
package attack

import (
	"errors"

	"jwtsecret/app/attack/kernel"
	"jwtsecret/app/token"
)

// ErrSignature means that the signature does not have the length that the
// token's algorithm gives, so that no secret can have made it.
var ErrSignature = errors.New("the signature does not have the length that the algorithm gives")

// Attack holds what depends on the token alone. It is for one goroutine.
type Attack struct {
	hmac  *hmac
	buf   []byte // for decoded candidates
	batch batch
	queue queue
}

// New prepares an attack on the token. The error is [secret.ErrAlgorithm] if the
// token's header does not name HS256, HS384 or HS512, or [ErrSignature]. The
// attack keeps no reference to the token.
func New(t *token.Token) (*Attack, error) {
	a, err := t.Algorithm()
	if err != nil {
		return nil, err
	}
	tag := t.Signature()
	if len(tag) != a.MinSize() { // the length of the hash (RFC 7518 §3.2)
		return nil, ErrSignature
	}
	attack := &Attack{hmac: newHMAC(a, t.SigningInput(), tag)}
	attack.together(kernel.Native(attack.hmac.message, attack.hmac.tag))
	return attack, nil
}
