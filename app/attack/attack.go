// Package attack tries secrets against the signature of a token, as fast as one
// thread of Go can.
//
// Whoever holds a token signed with HS256, HS384 or HS512 can do the same, with
// better machines and without asking anyone. A secret that is found here is
// known to the world; one that is not found has only survived this list.
//
// HMAC (RFC 2104 §2) of one message under many keys repeats most of its work.
// The package does that part once for a token: it cuts the message into the
// blocks of the hash and prepares what the hash makes of each (RFC 6234 §6). A
// key then costs three blocks and as many as the message has, and no allocation.
//
//	a, err := attack.New(t)
//	if err != nil {
//		return err // the token is not signed with an HMAC
//	}
//	reading, hit := a.Try([]byte("secret"))
//
// Each candidate is a text, and libraries differ in how they read it. [Attack.Try]
// tries every reading of [token.Readings]. [Attack.Search] goes through many
// candidates, takes its share of them when several workers search together, and
// reports how far it is; after [Attack.Vectorise] it tries several keys at once.
package attack

import (
	"errors"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// ErrSignature means that the signature does not have the length that the
// token's algorithm gives, so that no secret can have made it.
var ErrSignature = errors.New("the signature does not have the length that the algorithm gives")

// Attack holds what depends on the token alone. It is for one goroutine.
type Attack struct {
	hmac  signer
	buf   []byte // for decoded candidates
	batch batch
}

// signer knows one message and its signature.
type signer interface {
	// signed reports whether the key made the signature.
	signed(key []byte) bool

	// blockSize is the size of a block of the hash, in bytes.
	blockSize() int

	// fit makes a block of the key: padded with zeros, or its hash if it is longer
	// than a block.
	fit(block, key []byte)

	// module does what signed does, for many keys: see package kernel.
	module() []byte
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
	var hmac signer
	if a == secret.HS256 {
		hmac = newSigner256(t.SigningInput(), tag)
	} else {
		hmac = newSigner512(a, t.SigningInput(), tag)
	}
	return &Attack{hmac: hmac, batch: newBatch(hmac)}, nil
}

// TryKey reports whether the key, bytes that need no decoding, signed the token.
func (a *Attack) TryKey(key []byte) bool { return a.hmac.signed(key) }

// pad returns the message with the padding of a hash whose blocks have so many
// bytes (RFC 6234 §4). One block, the key's, has gone before it.
func pad(message []byte, block int) []byte {
	lengthSize := block / 8
	size := (len(message) + 1 + lengthSize + block - 1) / block * block
	padded := make([]byte, size)
	padded[copy(padded, message)] = 0x80
	bits := uint64(block+len(message)) * 8
	for i := size - 1; bits > 0; i-- {
		padded[i] = byte(bits)
		bits >>= 8
	}
	return padded
}
