package strength_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/strength"
)

func TestHowManyFormsAWordHasIsKnownWithoutMakingThem(t *testing.T) {
	number := 0
	for word := range strength.Words() {
		if number++; number > 300 && number%500 != 0 { // the defaults, and some of each list
			continue
		}
		made := 0
		for range strength.Forms(word) {
			made++
		}
		assert.Equal(t, made, strength.CountForms(word), "%s", word)
	}
	assert.Greater(t, number, 10_000)
}
