//go:build js

package browser

import (
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/assert"
)

// placed has the boot script say where the site is.
func placed(t *testing.T, base string) {
	js.Global().Set("jwtsecret", map[string]any{"base": base})
	place.known, place.path = false, ""
	t.Cleanup(func() {
		js.Global().Delete("jwtsecret")
		place.known, place.path = false, ""
	})
}

func TestAPathOfTheSiteIsBelowWhereTheSiteIs(t *testing.T) {
	for base, want := range map[string][]string{
		"":           {"/", "/trust", "/?alg=HS256", "#main"},
		"/tools/jwt": {"/tools/jwt/", "/tools/jwt/trust", "/tools/jwt/?alg=HS256", "#main"},
	} {
		placed(t, base)
		for i, path := range []string{"/", "/trust", "/?alg=HS256", "#main"} {
			assert.Equal(t, want[i], At(path))
			assert.Equal(t, path, Within(At(path)))
		}
	}
	assert.Equal(t, "/elsewhere", Within("/elsewhere"))
}
