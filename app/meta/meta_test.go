package meta_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/meta"
)

func TestNoTwoPagesAreAskedForUnderOnePath(t *testing.T) {
	page := map[string]string{}
	for _, r := range meta.Routes {
		all := meta.Spellings(r.Path, r.File)
		assert.Contains(t, all, r.Path)
		assert.Contains(t, all, "/"+r.File)
		for _, spelling := range all {
			assert.Empty(t, page[spelling], spelling)
			page[spelling] = r.Path
		}
	}
	assert.Equal(t, "/audit", page["/audit/"])
	assert.Equal(t, "/", page["/"])
	assert.NotContains(t, page, "//")
}
