package godebug

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEverySettingHasItsDefault(t *testing.T) {
	t.Setenv("GODEBUG", "randautoseed=0")
	assert.Empty(t, New("randautoseed").Value())
	assert.Equal(t, "randautoseed", New("randautoseed").Name())
}
