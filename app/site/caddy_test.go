package site

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/meta"
)

func TestCaddySendsEveryHeaderInEveryBlock(t *testing.T) {
	conf := deployed(t, "Caddyfile")
	for _, f := range builtSite(t).Files {
		handle := block(t, conf, place(f, "\thandle ", "\thandle /assets/*", "\thandle_errors"))
		for _, h := range f.Headers {
			if h.Name == "Content-Type" && strings.HasPrefix(f.Path, meta.AssetPrefix) {
				continue // Caddy derives the type of an asset from its extension.
			}
			assert.Equal(t, 1, strings.Count(handle, h.Name+" `"+h.Value+"`\n"), "%s of %s", h.Name, f.Path)
		}
		assert.Contains(t, handle, "precompressed br gzip")
		assert.Contains(t, handle, "?Vary Accept-Encoding\n")
		assert.Equal(t, f.Path != meta.NotFound.Path, strings.Contains(handle, "respond @other 405\n"), f.Path)
	}
	assert.Contains(t, block(t, conf, "\thandle"), "error 404")
}
