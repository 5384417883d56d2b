package netip

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheAddressOfThePageIsTaken(t *testing.T) {
	address, err := ParseAddr("::1")
	require.NoError(t, err)
	assert.False(t, address.Is4())
}
