package chapter

import (
	"testing"
	"text/template"

	"github.com/stretchr/testify/assert"
)

func TestNoNumberHidesAnother(t *testing.T) {
	one, other := template.FuncMap{"bits": func() int { return 1 }}, template.FuncMap{"bytes": func() int { return 2 }}
	assert.Len(t, together(one, other), 2)
	assert.PanicsWithValue(t, "two numbers are named bits", func() { together(one, other, one) })
}

// RFC 7518 §3.2: as long as the hash, of 256, 384 and 512 bits.
func TestTheLeastKeyIsThatOfTheRule(t *testing.T) {
	for algorithm, want := range map[string]string{"HS256": "32 256", "HS384": "48 384", "HS512": "64 512"} {
		assert.Equal(t, want, filled(t, `{= minBytes "`+algorithm+`" =} {= minBits "`+algorithm+`" =}`))
	}
	_, err := minBytes("ES256")
	assert.ErrorContains(t, err, `"ES256"`)
}
