//go:build js

package browser

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A secret may begin with what a decoder takes for a mark of the order of bytes.
func TestATextGoesToTheBrowserAndBackWithEveryByte(t *testing.T) {
	for _, want := range []string{"", "secret", "\ufeffsecret", "\ufeff\ufeff", "a\ufeff", "\x00", "é🔑"} {
		assert.Equal(t, want, string(encoded(text([]byte(want)))), "%q", want)
	}
}
