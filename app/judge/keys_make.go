package judge

import (
	"cmp"
	"crypto/rand"
	"errors"
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

// make returns a sentence where there is no such key.
func (k *keys) make() (sentence string) {
	asked := k.request.Make
	kind := keypair.Kind{Algorithm: keypair.Algorithm(asked.Algorithm), Bits: asked.Bits, Curve: asked.Curve}
	kind, err := kind.Filled()
	if err != nil {
		return unknownRequest
	}
	key, err := k.generate(kind)
	switch {
	case errors.Is(err, ErrCryptoMissing):
		return "The browser makes key pairs only for a page that came over HTTPS or from this device (WebCrypto). Open this page at such an address."
	case err != nil:
		return "This browser makes no " + cmp.Or(kind.Curve, "RSA") + " keys. A newer one may, or choose ES256, for which all make keys."
	}
	k.all = []*keypair.Key{key}
	return ""
}

// generate makes the key in Go where there is no browser, or where that makes no such key:
// ML-DSA, and keys that are nothing but random bytes.
func (k *keys) generate(kind keypair.Kind) (*keypair.Key, error) {
	family := kind.Algorithm.Family()
	if MakePair == nil || family == keypair.AKP || family == keypair.Oct {
		return keypair.Generate(kind, rand.Reader)
	}
	der, err := k.await(kind.Bits, kind.Curve)
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
