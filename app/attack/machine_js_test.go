//go:build js

package attack

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/attack/kernel"
	"jwtsecret/app/browser"
)

// machine is the one of the product, here in Node.js.
func machine(testing.TB) kernel.Machine { return browser.OpenModule }

func TestWhatTheBrowserDoesNotRunIsAnError(t *testing.T) {
	for _, module := range []string{"", "\x00asm\x02\x00\x00\x00", "\x00asm\x01\x00\x00\x00"} { // nothing, of the future, without functions
		_, err := browser.OpenModule([]byte(module))
		assert.ErrorIs(t, err, browser.ErrModule, "%q", module)
	}
}
