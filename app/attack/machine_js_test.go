//go:build js

package attack

import (
	"syscall/js"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/attack/kernel"
	"jwtsecret/app/browser"
)

// machine is the one of the product, here in Node.js.
func machine(testing.TB) kernel.Machine { return browser.OpenModule }

// processorTime is what this process has used.
func processorTime(testing.TB) time.Duration {
	return time.Duration(js.Global().Get("process").Call("cpuUsage").Get("user").Int()) * time.Microsecond
}

func TestWhatTheBrowserDoesNotRunIsAnError(t *testing.T) {
	for _, module := range []string{"", "\x00asm\x02\x00\x00\x00", "\x00asm\x01\x00\x00\x00"} { // nothing, of the future, without functions
		_, err := browser.OpenModule([]byte(module))
		assert.ErrorIs(t, err, browser.ErrModule, "%q", module)
	}
}
