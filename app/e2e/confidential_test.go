package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/meta"
	"jwtsecret/app/secret"
)

func TestATokenInTheAddressIsTakenOutOfItAndSpokenOf(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	someToken := string(signed(t, secret.HS256, "secret"))
	for _, route := range meta.Routes {
		for i, address := range []string{"?alg=HS512&token=" + someToken, "?alg=HS512#" + someToken} {
			p.visit(url + route.Path[1:] + address)
			want := "?alg=HS512"
			if route.Path == meta.GuidePath { // which takes no settings from there
				want = ""
			}
			if i > 0 { // within the document of the first, whose notice stands
				p.waitFor(`location.search + location.hash === "` + want + `"`)
			}
			p.waitFor(`document.querySelector("#address-notice:not([hidden])") !== null`)
			assert.Equal(t, want, eval[string](p, `location.search + location.hash`), route.Path)
			assert.NotContains(t, eval[string](p, `document.documentElement.outerHTML`), someToken)
		}
	}
	p.click("#address-noted")
	p.waitFor(`document.querySelector("#address-notice") === null`)
	p.visit(url + "audit?alg=HS512")
	p.waitFor(`document.querySelector("#check:not(:disabled)") !== null`)
	assert.False(t, eval[bool](p, `document.querySelector("#address-notice") !== null`))
}
