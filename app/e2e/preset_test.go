package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/preset"
)

// values are those of the product on the screen.
func (p *page) values() []string {
	p.t.Helper()
	return eval[[]string](p, `Array.from(document.querySelectorAll(".variables .value"), (e) => e.textContent)`)
}

// holds waits until the secret is in one of the values.
func (p *page) holds(secret string) {
	p.t.Helper()
	p.waitFor(`Array.from(document.querySelectorAll(".variables .value")).some((e) => e.textContent.includes(` + literal(p.t, secret) + `))`)
}

func TestAnAddressForAProductLeadsToAllItsValues(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?for=SupaBase")
	assert.Equal(t, "supabase", p.value("#preset"))
	assert.Equal(t, strings.Repeat("\n", 13), strings.Join(p.values(), "\n"), "nothing is generated before a click")
	s := p.generate()
	p.holds(s)
	all := p.values()
	require.Len(t, all, 14)
	assert.Equal(t, s, all[0])
	for i, role := range map[int]string{1: "anon", 2: "service_role"} {
		claims := jwt.MapClaims{}
		_, err := jwt.ParseWithClaims(all[i], claims, func(*jwt.Token) (any, error) { return []byte(s), nil }, jwt.WithValidMethods([]string{"HS256"}))
		require.NoError(t, err)
		assert.Equal(t, role, claims["role"])
		assert.Equal(t, "supabase", claims["iss"])
		end, err := claims.GetExpirationTime()
		require.NoError(t, err)
		assert.WithinDuration(t, time.Now().AddDate(5, 0, 0), end.Time, 3*24*time.Hour)
		assert.Contains(t, p.text(fmt.Sprintf(".variables li:nth-child(%d)", i+1)), end.Format("2 Jan 2006"))
	}

	p.click("#copy-variable-1")
	p.waitForText("#copy-variable-1", "Copied")
	assert.Equal(t, all[1], p.clipboard())
	p.click("#copy-variables")
	p.waitForText("#copy-variables", "Copied")
	copied := p.clipboard()
	set := variables(t, copied)
	product, _ := preset.ByID("supabase")
	require.Len(t, set, len(product.Variables))
	for i, v := range product.Variables {
		assert.Equal(t, all[i], set[v.Name])
	}
	name, content := p.download("#download-variables")
	assert.Equal(t, "supabase.env", name)
	assert.Equal(t, copied, string(content))
	assert.Empty(t, p.complaints())
}

func TestTheValuesGoAndComeWithTheirSecret(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?for=strapi")
	s := p.generate()
	p.holds(s)
	all := p.values()

	p.prefer(paper)
	assert.Zero(t, eval[int](p, `Array.from(document.querySelectorAll("main button, [data-secret]")).filter((e) => e.checkVisibility()).length`), "on paper nothing can be clicked, and nothing is secret")
	p.prefer(light)

	p.click("#mask")
	p.waitFor(`Array.from(document.querySelectorAll(".variables .value")).every((e) => /^•+$/.test(e.textContent))`)
	html := eval[string](p, `document.documentElement.outerHTML`)
	for _, text := range all {
		assert.NotContains(t, html, text)
	}
	p.click("#mask")
	p.holds(s)
	assert.Equal(t, all, p.values(), "they are the same")

	other := p.generate()
	p.holds(other)
	for i, text := range p.values() {
		assert.NotEqual(t, all[i], text)
	}
	p.click("#undo")
	p.holds(s)
	assert.Equal(t, all, p.values())
	p.click("#clear")
	p.waitFor(`document.querySelector(".variables .value").textContent === ""`)
	assert.Empty(t, strings.Join(p.values(), ""))
	p.click("#undo")
	p.holds(s)

	p.choose("#preset", "hasura")
	p.waitFor(shown("#former") + `.startsWith("Made before you changed the settings")`)
	assert.Equal(t, all, p.values(), "what is on screen belongs together")
	next := p.generate()
	p.waitFor(shown("#for-product summary") + ` === "For Hasura"`)
	p.holds(next)
	assert.Equal(t, `{"type":"HS256","key":"`+next+`"}`, p.values()[0])
	assert.Len(t, p.values(), 2)

	p.exec(`dispatchEvent(new PageTransitionEvent("pagehide", {persisted: true}))`)
	assert.Empty(t, strings.Join(p.values(), ""), "in the same task")
	assert.Empty(t, p.complaints())
}

func TestAProductSetsTheFormAndAskedOnceMoreSetsItBack(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?alg=HS512&size=100&count=3")
	p.exec(choosing("#format", "hex") + choosing("#preset", "hasura")) // within one frame
	p.waitFor(`location.search === "?for=hasura"`)
	form := `[document.querySelector("[name=alg]:checked").value, ...["size", "format", "count", "name"].map((id) => document.getElementById(id).value)].join(" ")`
	product, _ := preset.ByID("hasura")
	wanted := fmt.Sprintf("%v %d %v 1 JWT_SECRET", product.Algorithm, product.Size, product.Format)
	assert.Equal(t, wanted, eval[string](p, form))

	p.click("label[for=alg-HS384]")
	p.waitFor(`location.search === "?for=hasura&alg=HS384"`)
	p.waitForText("#as-wanted", "Hasura wants "+product.Algorithm.String()+". Choose that")
	assert.Contains(t, p.text("#status"), "Hasura wants "+product.Algorithm.String()+".")
	p.click("#as-wanted")
	p.waitFor(`location.search === "?for=hasura" && document.querySelector("#as-wanted") === null`)
	assert.Equal(t, wanted, eval[string](p, form))
	assert.Equal(t, "preset", eval[string](p, `document.activeElement.id`))

	p.choose("#preset", "")
	p.waitFor(`location.search === ""`)
	assert.Equal(t, "HS256 32 base64url 1 JWT_SECRET", eval[string](p, form))
}

func TestAProductIsChosenAndServedByTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.exec(`document.querySelector("#generate").focus()`)
	p.press(kb.Tab + "postg")
	p.waitFor(`location.search === "?for=postgrest"`)
	assert.Equal(t, "PostgREST: HS256, 32 bytes, 1 value.", p.text("#status"))
	p.exec(`document.querySelector("#generate").focus()`)
	p.press(kb.Enter)
	p.waitFor(`document.querySelector("#variable-0")?.textContent !== ""`)
	p.exec(`document.querySelector("#for-product summary").focus()`)
	p.press(kb.Tab)
	assert.Equal(t, "copy-variables", p.focused())
	p.press(kb.Enter)
	p.waitForText("#copy-variables", "Copied")
	assert.Equal(t, "PGRST_JWT_SECRET="+p.secret()+"\n", p.clipboard())

	p.exec(`document.querySelector("#for-product summary").focus()`)
	p.press(kb.Enter)
	p.waitFor(`document.querySelector("#variable-0") === null`)
	p.generate()
	assert.False(t, eval[bool](p, `document.querySelector("#for-product").open`), "who closes it keeps it closed")
}
