package judge

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	encodingpem "encoding/pem"
	"sync"
)

// pemPair is a key pair as PEM, made and written by the standard library alone.
type pemPair struct{ private, public []byte }

// newPair makes one: of "RSA", of another size of it, or on a curve.
func newPair(kind string) pemPair {
	var key crypto.Signer
	var err error
	switch kind {
	case "RSA":
		key, err = rsa.GenerateKey(rand.Reader, 2048)
	case "RSA-1024":
		key, err = rsa.GenerateKey(rand.Reader, 1024)
	case "Ed25519":
		_, key, err = ed25519.GenerateKey(rand.Reader)
	default:
		curve := map[string]elliptic.Curve{"P-256": elliptic.P256(), "P-384": elliptic.P384(), "P-521": elliptic.P521()}[kind]
		key, err = ecdsa.GenerateKey(curve, rand.Reader)
	}
	if err != nil {
		panic(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		panic(err)
	}
	public, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		panic(err)
	}
	return pemPair{
		encodingpem.EncodeToMemory(&encodingpem.Block{Type: "PRIVATE KEY", Bytes: private}),
		encodingpem.EncodeToMemory(&encodingpem.Block{Type: "PUBLIC KEY", Bytes: public}),
	}
}

var (
	madePairs   = map[string]pemPair{}
	madePairsMu sync.Mutex
)

// pairFor returns the one pair of its kind that all tests share.
func pairFor(kind string) pemPair {
	madePairsMu.Lock()
	defer madePairsMu.Unlock()
	if _, made := madePairs[kind]; !made {
		madePairs[kind] = newPair(kind)
	}
	return madePairs[kind]
}

// goKey returns the key as Go's libraries take it: a secret stays bytes.
func goKey(pair string, text []byte) any {
	if pair == "" {
		return text
	}
	block, _ := encodingpem.Decode(text)
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		panic(err)
	}
	return key
}

// goPublic is the same of a public key.
func goPublic(text []byte) any {
	block, _ := encodingpem.Decode(text)
	if block == nil {
		return text
	}
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		panic(err)
	}
	return key
}
