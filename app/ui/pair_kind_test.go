package ui

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
	"jwtsecret/app/meta"
)

func TestThePageOffersTheKeysThatAreMade(t *testing.T) {
	var offered []keypair.Algorithm
	for _, g := range pairGroups {
		for _, name := range strings.Fields(g.algorithms) {
			a := keypair.Algorithm(name)
			offered = append(offered, a)
			assert.Equal(t, g.title == "Signatures", a.Use() == "sig", name)
			assert.Equal(t, g.title == "Symmetric keys for JWE", a.Family() == keypair.Oct, name)
			choices := a.Curves()
			for _, bits := range a.Sizes() {
				choices = append(choices, strconv.Itoa(bits))
			}
			assert.Equal(t, strings.Join(choices, " "), usualPair(name).family().sizes, name)
		}
	}
	assert.ElementsMatch(t, keypair.Algorithms(), offered)
}

func TestEveryNeedHasAnAlgorithmThatIsNamedInItsReason(t *testing.T) {
	for _, n := range pairNeeds[1:] {
		assert.Equal(t, n.algorithm, algorithmNamed(n.algorithm), n.id)
		assert.Contains(t, n.why, n.algorithm)
	}
	assert.Empty(t, pairNeeds[0].algorithm, "one service needs no pair")
}

func TestWhatIsTypedIsNoAnswerToWhatAPersonHas(t *testing.T) {
	p := &pairPage{}
	act := mounted(t, p)
	for _, f := range []field{fieldPairID, fieldPairLock, fieldPairCert, fieldPairText, fieldPairOpen, fieldPairServed} {
		act(func() { p.edit(f, "quantum") })
		assert.Equal(t, "several ES256", p.need+" "+p.kind.algorithm, f)
	}
	act(func() { p.edit("need-quantum", "quantum") })
	assert.Equal(t, "quantum ML-DSA-65", p.need+" "+p.kind.algorithm)
	assert.Contains(t, drawn(p), `id="need-quantum"`)
}

func TestAnAddressOfKeysIsReadAndWritten(t *testing.T) {
	for query, want := range map[string]struct {
		kind  pairKind
		wrong string
		query string
	}{
		"":                                    {pairKind{"ES256", ""}, "", "alg=ES256"},
		"alg=rs256&x=1":                       {pairKind{"RS256", "3072"}, "", "alg=RS256"},
		"alg=PS512&bits=4096":                 {pairKind{"PS512", "4096"}, "", "alg=PS512&bits=4096"},
		"alg=RSA-OAEP&bits=512":               {pairKind{"RSA-OAEP", "3072"}, "bits", "alg=RSA-OAEP"},
		"alg=ECDH-ES%2BA256KW&curve=X25519":   {pairKind{"ECDH-ES+A256KW", "X25519"}, "", "alg=ECDH-ES%2BA256KW&curve=X25519"},
		"alg=ECDH-ES+A128KW&bits=2048":        {pairKind{"ECDH-ES+A128KW", "P-256"}, "bits", "alg=ECDH-ES%2BA128KW"},
		"alg=dir&bits=512":                    {pairKind{"dir", "512"}, "", "alg=dir&bits=512"},
		"alg=HS256":                           {pairKind{"ES256", ""}, "alg", "alg=ES256"},
		"alg=ES256&curve=P-384&bits=&kid=abc": {pairKind{"ES256", ""}, "bits curve", "alg=ES256"},
	} {
		kind, wrong := readPair(query)
		assert.Equal(t, want.kind, kind, query)
		assert.Equal(t, want.wrong, strings.Join(wrong, " "), query)
		assert.Equal(t, want.wrong, strings.Join(leftOut(meta.KeysPath, query), " "), query)
		assert.Equal(t, want.query, kind.query(), query)
		again, _ := readPair(kind.query())
		assert.Equal(t, kind, again, query)
	}
}

func TestTheAuditorIsAskedForTheKindThatIsChosen(t *testing.T) {
	assert.Equal(t, &job.MakeKey{Algorithm: "RS384", Bits: 2048}, pairKind{"RS384", "2048"}.make())
	assert.Equal(t, &job.MakeKey{Algorithm: "ECDH-ES", Curve: "X25519"}, pairKind{"ECDH-ES", "X25519"}.make())
	assert.Equal(t, &job.MakeKey{Algorithm: "EdDSA"}, usualPair("EdDSA").make())
}

func TestThePaletteLeadsToEveryKey(t *testing.T) {
	all := commands()
	for _, a := range keypair.Algorithms() {
		assert.True(t, slices.ContainsFunc(all, func(c *command) bool {
			path, query, _ := strings.Cut(c.does, "?")
			kind, wrong := readPair(query)
			return path == meta.KeysPath && kind.algorithm == string(a) && wrong == nil
		}), a)
	}
}
