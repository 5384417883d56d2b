package site

import (
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEveryFeatureIsDeniedButWritingToTheClipboard(t *testing.T) {
	policy := permissionsPolicy()
	item := `[a-z][a-z0-9-]*=\((self)?\)`
	assert.Regexp(t, regexp.MustCompile(`^`+item+`(, `+item+`)*$`), policy, "a dictionary of RFC 8941")
	assert.Equal(t, []string{"clipboard-write=(self)"}, regexp.MustCompile(`[a-z0-9-]+=\([^)]+\)`).FindAllString(policy, -1))
	for _, name := range []string{"camera", "microphone", "geolocation", "usb", "clipboard-read", "local-network-access"} {
		assert.Contains(t, policy, ", "+name+"=()")
	}
}

func TestNoFeatureIsListedTwice(t *testing.T) {
	assert.True(t, slices.IsSorted(deniedFeatures))
	assert.Equal(t, len(deniedFeatures), len(slices.Compact(slices.Clone(deniedFeatures))))
	assert.NotContains(t, deniedFeatures, "clipboard-write")
}
