package strength_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/strength"
)

func TestPastedFormsHoldWhatStandsAroundAWord(t *testing.T) {
	n := 0
	got := map[string]bool{}
	for candidate := range strength.Pasted(slices.Values([][]byte{[]byte("tiger"), nil})) {
		n++
		got[string(candidate)] = true
	}
	assert.Equal(t, 2*64, n)
	for _, want := range []string{
		"tiger\n", "tiger\r\n", " tiger", "tiger ", `"tiger"`, "'tiger'", "\"tiger\"\n", "\ufefftiger",
		"dGlnZXIK", "74696765720a", "InRpZ2VyIg==", "InRpZ2VyIg", // base64 and hexadecimal of tiger and a line end, base64 of "tiger"
		"\n", `""`,
	} {
		assert.True(t, got[want], "%q", want)
	}
	assert.False(t, got["tiger"], "others try the word itself")
}
