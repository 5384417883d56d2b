package judge

import (
	"cmp"
	"crypto/rand"
	"errors"
	"slices"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
)

// MakePair has a browser make a key pair and returns its private key in DER (PKCS#8): RSA
// of so many bits where they are not 0, else one on a curve. The error is
// [ErrCryptoMissing], or any other where it does not make such keys. Without a browser it
// is nil, and Go makes them: under WebAssembly that would take RSA seconds and more, in
// which nothing else happens.
var MakePair func(bits int, curve string) (der []byte, err error)

// ErrCryptoMissing says that a browser gives the page no WebCrypto.
var ErrCryptoMissing = errors.New("there is no WebCrypto here")

// pairEvery is how often the page hears that a key pair is still being made.
const pairEvery = 250 * time.Millisecond

func (k *keys) make() (wrong *string, sentence string) {
	asked := k.request.Make
	kind := keypair.Kind{Algorithm: keypair.Algorithm(asked.Algorithm), Bits: asked.Bits, Curve: asked.Curve}
	key, err := k.generate(kind)
	switch {
	case errors.Is(err, keypair.ErrKind):
		return nil, unknownRequest
	case errors.Is(err, ErrCryptoMissing):
		return nil, "The browser makes key pairs only for a page that came over HTTPS or from this device (WebCrypto). Open this page at such an address."
	case err != nil:
		return nil, "This browser makes no " + cmp.Or(asked.Curve, onlyCurve[kind.Algorithm], "RSA") + " keys. A newer one may, or choose ES256, for which all make keys."
	}
	k.all = []*keypair.Key{key}
	return nil, ""
}

// generate makes the key in Go where there is no browser, or where that makes no such key:
// ML-DSA, and keys that are nothing but random bytes.
func (k *keys) generate(kind keypair.Kind) (*keypair.Key, error) {
	family := kind.Algorithm.Family()
	if MakePair == nil || family == keypair.AKP || family == keypair.Oct || kind.Algorithm.Use() == "" {
		return keypair.Generate(kind, rand.Reader)
	}
	bits, curve, err := material(kind)
	if err != nil {
		return nil, err
	}
	der, err := k.await(bits, curve)
	defer clear(der)
	if err != nil {
		return nil, err
	}
	return keypair.FromPKCS8(der, kind)
}

// await has the browser make a key pair, and tells the page meanwhile that it does.
func (k *keys) await(bits int, curve string) (der []byte, err error) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		der, err = MakePair(bits, curve)
	}()
	ticks := time.NewTicker(pairEvery)
	defer ticks.Stop()
	for {
		select {
		case <-done:
			return der, err
		case <-ticks.C:
			k.send(job.Event{Progress: &job.Progress{Seconds: time.Since(k.now).Seconds()}})
		}
	}
}

// material returns the bits of the RSA modulus, or the curve of a key. The error is
// [keypair.ErrKind].
func material(kind keypair.Kind) (bits int, curve string, err error) {
	sizes, curves := kind.Algorithm.Sizes(), kind.Algorithm.Curves()
	if curve, only := onlyCurve[kind.Algorithm]; only {
		curves = []string{curve}
	}
	switch {
	case sizes != nil:
		bits, curves = cmp.Or(kind.Bits, sizes[0]), []string{kind.Curve}
	case curves != nil:
		curve, sizes = cmp.Or(kind.Curve, curves[0]), []int{kind.Bits}
	}
	if !slices.Contains(sizes, bits) || !slices.Contains(curves, curve) {
		return 0, "", keypair.ErrKind
	}
	return bits, curve, nil
}

// onlyCurve is for algorithms that leave no choice (RFC 7518 §3.4, RFC 8037 §3.1).
var onlyCurve = map[keypair.Algorithm]string{"ES256": "P-256", "ES384": "P-384", "ES512": "P-521", "EdDSA": "Ed25519"}
