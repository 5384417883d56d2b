package shader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The first is what Chromium says of its own software, the third what Mesa's calls itself.
func TestSoftwareIsNoGraphicsCard(t *testing.T) {
	for name, c := range map[string]struct {
		adapter  Adapter
		software bool
		called   string
	}{
		"Chromium's software":              {Adapter{Vendor: "google", Architecture: "swiftshader", Fallback: true}, true, "google, swiftshader"},
		"software that does not say so":    {Adapter{Vendor: "google", Architecture: "swiftshader"}, true, "google, swiftshader"},
		"Mesa's software":                  {Adapter{Vendor: "mesa", Description: "llvmpipe (LLVM 19.1, 256 bits)"}, true, "mesa, llvmpipe (LLVM 19.1, 256 bits)"},
		"Windows' software":                {Adapter{Vendor: "microsoft", Device: "Microsoft Basic Render Driver"}, true, "microsoft"},
		"a card":                           {Adapter{Vendor: "nvidia", Architecture: "ada-lovelace"}, false, "nvidia, ada-lovelace"},
		"a card that is said to be slow":   {Adapter{Vendor: "intel", Fallback: true}, true, "intel"},
		"a card of which nothing is told":  {Adapter{}, false, ""},
		"a card whose names are all alike": {Adapter{Vendor: "apple", Description: "apple"}, false, "apple"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.software, c.adapter.Software())
			assert.Equal(t, c.called, c.adapter.String())
		})
	}
}
