// Package keypair holds the keys of JSON Web Tokens that are more than one shared
// secret: key pairs for signatures and encryption, and the symmetric keys of JWE. It reads
// and writes them as JWK, JWKS and PEM, names them by their thumbprint, and says what is
// wrong with them.
//
// It follows RFC 7517 (JWK), RFC 7518 (algorithms), RFC 7638 (thumbprint), RFC 8037
// (Ed25519, X25519) and RFC 9964 (ML-DSA).
package keypair
