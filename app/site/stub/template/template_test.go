package template

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNothingIsParsedOrFilled(t *testing.T) {
	var out strings.Builder
	_, err := New("page").Parse("{{.}}")
	assert.ErrorIs(t, err, ErrRemoved)
	assert.ErrorIs(t, New("page").Execute(&out, "text"), ErrRemoved)
	assert.Empty(t, out.String())
}

func TestMustPanicsOnAnError(t *testing.T) {
	assert.PanicsWithError(t, ErrRemoved.Error(), func() { Must(New("page").Parse("")) })
	template := New("page")
	assert.Same(t, template, Must(template, nil))
}
