package strength_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

// What is tried against tokens and what is said of secrets must agree.
func TestWhatDerivesFromACommonWordIsUnusable(t *testing.T) {
	for _, word := range []string{"secret", "dragon", "football"} {
		n := 0
		for form := range strength.Forms([]byte(word)) {
			if string(form) == word+"\n" { // from here on it is what is pasted with the word
				break
			}
			n++
			r := strength.Audit(form, secret.HS256, strength.Context{})
			assert.Equal(t, strength.Unusable, r.Verdict, "%q", form)
		}
		assert.Greater(t, n, 250)
	}
}

func TestTheFormsAreThoseThatPeopleUse(t *testing.T) {
	got := map[string]bool{}
	for form := range strength.Forms([]byte("tiger")) {
		got[string(form)] = true
	}
	for _, want := range []string{
		"tiger", "Tiger", "TIGER", "71g3r", "regit", "tigertiger", "tiger123", "Tiger2024", "tiger-jwt-secret", "my_tiger",
		"43b90920409618f188bfc6923f16b9fa", "dGlnZXI=", "dGlnZXI", "7469676572", // MD5, base64, hexadecimal
	} {
		assert.True(t, got[want], want)
	}
}

func TestFormsReuseTheirMemoryAndStopWhenAsked(t *testing.T) {
	var kept [][]byte
	for form := range strength.Forms([]byte("one")) {
		kept = append(kept, form)
		if len(kept) == 3 {
			break
		}
	}
	require.Len(t, kept, 3)
	assert.True(t, bytes.HasPrefix(kept[0], kept[1][:1]), "all are the same memory")
	assert.Same(t, &kept[0][0], &kept[2][0])
}

func TestWordsBeginWithTheDefaults(t *testing.T) {
	n := 0
	for word := range strength.Words() {
		if n == 0 {
			assert.Equal(t, "secret", string(word))
		}
		n++
	}
	assert.Greater(t, n, 50_000)
}
