package judge

import (
	"bytes"
	"encoding/base64"
	"encoding/pem"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/heap"
	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
)

// seed is the private value of a key for Ed25519, in no constant of the program.
func seed() []byte { return append(bytes.Repeat([]byte("zq7"), 10), "!?"...) }

// seedText is it as a JWK has it.
func seedText() []byte { return base64.RawURLEncoding.AppendEncode(nil, seed()) }

// seedDER is the key in DER (RFC 8410 §7).
func seedDER() []byte {
	return append([]byte{0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20}, seed()...)
}

// seedLine is the last part of the line that PEM makes of it.
func seedLine() []byte { return base64.StdEncoding.AppendEncode(nil, seedDER())[32:] }

func seedPEM() []byte { return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: seedDER()}) }

// seedJWK is the key as a JWK of a type.
func seedJWK(family string) []byte {
	if family == "oct" {
		return slices.Concat([]byte(`{"kty":"oct","k":"`), seedText(), []byte(`"}`))
	}
	return slices.Concat([]byte(`{"kty":"OKP","crv":"Ed25519","d":"`), seedText(), []byte(`","x":"`), seedPoint(), []byte(`"}`))
}

// seedPoint is its public key in base64url, as Node.js computed it.
func seedPoint() []byte { return []byte("TNIHzEyEZ1RK2nViAJJB2BR-L7MFmzq3iuaLH2usGzM") }

// seeded are requests whose answers hold the seed. The first has it made.
func seeded() map[string]job.Keys {
	return map[string]job.Keys{
		"made":         {Make: &job.MakeKey{Algorithm: "EdDSA"}},
		"read of JWK":  {Text: seedJWK("OKP")},
		"read of JWKS": {Text: slices.Concat([]byte(`{"keys":[`), seedJWK("OKP"), []byte(`]}`))},
		"read of PEM":  {Text: seedPEM()},
		"symmetric":    {Text: seedJWK("oct")},
		"refused":      {Text: seedJWK("OKP"), Published: []byte("[]")},
	}
}

// The standard library leaves copies behind that nothing reaches: the auditor collects them
// after every job, and the runtime overwrites what it frees.
func TestNothingOfAPrivateKeyIsKept(t *testing.T) {
	inBrowser(t, func(int, string) ([]byte, error) { return seedDER(), nil })
	kept := seed()
	require.True(t, heap.Holds(t, seed), "the search finds it while it is there")
	clear(kept)
	for name, r := range seeded() {
		t.Run(name, func(t *testing.T) {
			message, err := job.Encode(job.Request{Keys: &r})
			require.NoError(t, err)
			said := 0
			Answer(message, Lists{Packed: noLists}, measured(), func(message []byte) { said += len(message) })
			require.NotZero(t, said)
			clear(r.Text)
		})
	}
	for what, text := range map[string]func() []byte{"the value": seed, "of a JWK": seedText, "of PEM": seedLine} {
		assert.Eventually(t, func() bool { runtime.GC(); return !heap.Holds(t, text) }, time.Minute, time.Millisecond, what)
	}
}

func TestKeysAreOverwrittenOnceTheyAreAnswered(t *testing.T) {
	for name, r := range seeded() {
		t.Run(name, func(t *testing.T) {
			der := seedDER()
			inBrowser(t, func(int, string) ([]byte, error) { return der, nil })
			k := keys{request: r, send: func(job.Event) {}}
			e := k.run()
			require.NotEmpty(t, k.all)
			for _, key := range k.all {
				assert.NotContains(t, string(key.JWK()), string(seedText()))
			}
			for _, f := range k.report.Files {
				assert.Equal(t, name == "refused", f.Text[0] == 0 && f.Text[len(f.Text)-1] == 0)
			}
			if r.Make != nil {
				assert.Equal(t, make([]byte, len(der)), der, "what the browser made")
				assert.Equal(t, keypair.OKP, k.all[0].Family())
			}
			e.Wipe()
		})
	}
}
