package judge

import (
	"crypto/rand"
	"encoding/pem"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
)

// inBrowser has key pairs made as a browser does, for this test.
func inBrowser(t *testing.T, browser func(bits int, curve string) ([]byte, error)) {
	MakePair = browser
	t.Cleanup(func() { MakePair = nil })
}

// pkcs8 makes a key in Go and returns it as a browser does.
func pkcs8(t *testing.T, k keypair.Kind) []byte {
	t.Helper()
	key, err := keypair.Generate(k, rand.Reader)
	require.NoError(t, err)
	text, err := key.PKCS8()
	require.NoError(t, err)
	block, _ := pem.Decode(text)
	return block.Bytes
}

func TestABrowserIsAskedForTheMaterialOfAKey(t *testing.T) {
	type asked struct {
		bits  int
		curve string
	}
	var got []asked
	inBrowser(t, func(bits int, curve string) ([]byte, error) {
		got = append(got, asked{bits, curve})
		return nil, errors.New("none")
	})
	for kind, want := range map[job.MakeKey][]asked{
		{Algorithm: "RS256"}:                                   {{3072, ""}},
		{Algorithm: "PS384", Bits: 4096}:                       {{4096, ""}},
		{Algorithm: "RSA-OAEP", Bits: 2048}:                    {{2048, ""}},
		{Algorithm: "ES256"}:                                   {{0, "P-256"}},
		{Algorithm: "ES384"}:                                   {{0, "P-384"}},
		{Algorithm: "ES512"}:                                   {{0, "P-521"}},
		{Algorithm: "EdDSA"}:                                   {{0, "Ed25519"}},
		{Algorithm: "ECDH-ES"}:                                 {{0, "P-256"}},
		{Algorithm: "ECDH-ES+A192KW", Curve: "X25519"}:         {{0, "X25519"}},
		{Algorithm: "ML-DSA-44"}:                               nil,
		{Algorithm: "A128KW"}:                                  nil,
		{Algorithm: "dir", Bits: 512}:                          nil,
		{Algorithm: "RS256", Bits: 1024}:                       nil,
		{Algorithm: "RS256", Bits: 1 << 30}:                    nil,
		{Algorithm: "RS256", Curve: "P-256"}:                   nil,
		{Algorithm: "ES256", Curve: "P-384"}:                   nil,
		{Algorithm: "ES256", Bits: 256}:                        nil,
		{Algorithm: "ECDH-ES", Curve: "secp256k1"}:             nil,
		{Algorithm: "HS256"}:                                   nil,
		{Algorithm: "none"}:                                    nil,
		{Algorithm: ""}:                                        nil,
		{Algorithm: "dir", Bits: 100}:                          nil,
		{Algorithm: "ML-DSA-44", Curve: "P-256"}:               nil,
		{Algorithm: "Ed25519"}:                                 nil,
		{Algorithm: "A128KW", Bits: 256}:                       nil,
		{Algorithm: "ECDH-ES+A256KW", Curve: "P-521", Bits: 1}: nil,
	} {
		got = nil
		e := last(t, ask(t, job.Request{Keys: &job.Keys{Make: &kind}}, nil))
		assert.Equal(t, want, got, "%v", kind)
		madeInGo := kind == job.MakeKey{Algorithm: "ML-DSA-44"} || kind == job.MakeKey{Algorithm: "A128KW"} || kind == job.MakeKey{Algorithm: "dir", Bits: 512}
		assert.Equal(t, madeInGo, e.Keys != nil, "%v", kind)
		assert.Equal(t, want == nil && !madeInGo, e.Failed == unknownRequest, "%v: %s", kind, e.Failed)
	}
}

func TestABrowserWithoutTheAlgorithmIsASentence(t *testing.T) {
	for _, c := range []struct {
		kind job.MakeKey
		err  error
		want string
	}{
		{job.MakeKey{Algorithm: "EdDSA"}, errors.New("none"), "This browser makes no Ed25519 keys."},
		{job.MakeKey{Algorithm: "ECDH-ES", Curve: "X25519"}, errors.New("none"), "This browser makes no X25519 keys."},
		{job.MakeKey{Algorithm: "RS256"}, errors.New("none"), "This browser makes no RSA keys."},
		{job.MakeKey{Algorithm: "ES256"}, ErrCryptoMissing, "over HTTPS"},
	} {
		inBrowser(t, func(int, string) ([]byte, error) { return nil, c.err })
		e := last(t, ask(t, job.Request{Keys: &job.Keys{Make: &c.kind}}, nil))
		assert.Contains(t, e.Failed, c.want)
		assert.Nil(t, e.Keys)
	}
}

func TestThePageHearsThatAKeyIsStillBeingMade(t *testing.T) {
	der := pkcs8(t, keypair.Kind{Algorithm: "ES256"})
	inBrowser(t, func(int, string) ([]byte, error) { time.Sleep(3 * pairEvery); return der, nil })
	events := ask(t, job.Request{Keys: &job.Keys{Make: &job.MakeKey{Algorithm: "ES256"}}}, nil)
	require.NotNil(t, last(t, events).Keys)
	require.Greater(t, len(events), 2)
	assert.Less(t, events[0].Progress.Seconds, events[1].Progress.Seconds)
	assert.GreaterOrEqual(t, events[0].Progress.Seconds, pairEvery.Seconds())
}

func TestAnotherKeyThanThatAskedForIsNotTaken(t *testing.T) {
	der := pkcs8(t, keypair.Kind{Algorithm: "ES384"})
	inBrowser(t, func(int, string) ([]byte, error) { return der, nil })
	e := last(t, ask(t, job.Request{Keys: &job.Keys{Make: &job.MakeKey{Algorithm: "ES256"}}}, nil))
	assert.Nil(t, e.Keys)
	assert.NotEmpty(t, e.Failed)
}
