package site

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestThePolicyAllowsWhatThePageNeedsAndNothingElse(t *testing.T) {
	self := []string{"'self'"}
	policy := pagePolicy(sources{connect: self, worker: self, image: self})
	assert.Equal(t, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "+
		"manifest-src 'self'; worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "+
		"form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default; "+
		"sandbox allow-scripts allow-same-origin allow-downloads", policy.header())
}

func TestAMetaElementHoldsNeitherSandboxNorFrameAncestors(t *testing.T) {
	policy := pagePolicy(sources{})
	assert.NotContains(t, policy.meta(), "sandbox")
	assert.NotContains(t, policy.meta(), "frame-ancestors")
	assert.Contains(t, policy.meta(), "form-action 'none'; require-trusted-types-for 'script'; trusted-types default")
}
