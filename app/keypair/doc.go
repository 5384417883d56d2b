// Package keypair holds the keys of JSON Web Tokens that are more than one shared
// secret: key pairs for signatures and encryption, and the symmetric keys of JWE. It reads
// and writes them as JWK, JWKS and PEM, names them by their thumbprint, and says what is
// wrong with them.
//
// It follows RFC 7517 (JWK), RFC 7518 (algorithms), RFC 7638 (thumbprint), RFC 8037
// (Ed25519, X25519) and RFC 9964 (ML-DSA, a Proposed Standard since May 2026).
//
// A key that cannot be used safely is read all the same where that can be, because someone
// wants to know what is wrong with it: [Parse] says what is broken, [Check] what is weak,
// and [Key.Sign] refuses it with [ErrWeak]. What they say never holds a part of a key. A
// private key is in no public output: that takes its bytes from [Key.Public] alone.
//
//	k, err := keypair.Generate(keypair.Kind{Algorithm: "ES256"}, rand.Reader)
//	private, err := k.PKCS8()            // private.pem
//	jwks := keypair.Set(k.Public())      // for /.well-known/jwks.json
//	signature, err := k.Sign("ES256", input)
//	k.Wipe()
package keypair
