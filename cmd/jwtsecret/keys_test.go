package main

import (
	"crypto/rand"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/judge"
	"jwtsecret/app/keypair"
)

// Of more than 20 keys the others are told of in one sentence, which is no defect.
func TestAKeySetIsNotBadBecauseItIsLong(t *testing.T) {
	keys := make([]*keypair.Key, 21)
	for i := range keys {
		k, err := keypair.Generate(keypair.Kind{Algorithm: "EdDSA"}, rand.Reader)
		require.NoError(t, err)
		keys[i] = k.Public()
	}
	r := judge.Keys(job.Keys{Text: keypair.Set(keys...)}, time.Now()).Keys
	assert.False(t, hasDefect(r))
	assert.Contains(t, keysText(r), "All of them\n  - 21 keys: The first 20 are described here.")
	assert.NotContains(t, keysText(r), "What is wrong")
	keys[20].Use = "enc"
	r = judge.Keys(job.Keys{Text: keypair.Set(keys...)}, time.Now()).Keys
	assert.True(t, hasDefect(r))
	assert.Equal(t, 1, strings.Count(keysText(r), "What is wrong with them together\n  - “use” contradicts “alg”: Key 21: "))
}
