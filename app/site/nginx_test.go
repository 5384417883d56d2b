package site

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNginxSendsEveryHeaderInEveryLocation(t *testing.T) {
	conf := deployed(t, "nginx.conf")
	for _, f := range builtSite(t).Files {
		location := block(t, conf, place(f, "location = ", "location /assets/", "location = /404.html"))
		for _, h := range f.Headers {
			if h.Name == "Content-Type" {
				assert.Regexp(t, `"`+regexp.QuoteMeta(h.Value)+`"(;| `+strings.TrimPrefix(path.Ext(f.Name), ".")+`;)`, location, f.Path)
				continue
			}
			assert.Equal(t, 1, strings.Count(location, "add_header "+h.Name+` "`+h.Value+`" always;`), "%s of %s", h.Name, f.Path)
		}
	}
	assert.Contains(t, block(t, conf, "location /"), "return 404;")
}
