package e2e

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/meta"
)

// chapters are some of the pages that are no route of the program of the others.
var chapters = []meta.Route{{Path: "/guide/entropy", Title: "Entropy – the guide of jwtsecret"}}

func TestAnAddressInAnotherSpellingLeadsToItsPage(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	spelled := func(t *testing.T) {
		for _, r := range append(chapters, meta.Routes[1:]...) {
			for _, path := range []string{r.Path + "/", strings.ToUpper(r.Path), r.Path + ".html"} {
				p.load(url + path[1:] + "?alg=HS512&x=1#there")
				p.waitFor(`document.title === "` + r.Title + `"`)
				want := r.Path + "?alg=HS512&x=1#there"
				if strings.HasPrefix(r.Path, meta.GuidePath) { // which takes nothing from there
					want = r.Path
					p.waitFor(noticeShown)
				}
				assert.Equal(t, want, eval[string](p, `location.pathname + location.search + location.hash`))
				assert.NotContains(t, p.text("h1"), "no page")
			}
		}
	}
	p.run("from the host", spelled)
	p.open(url)
	p.readyOffline()
	p.run("from the service worker", spelled)
	p.load(url + "AUDITS")
	p.waitFor(`document.querySelector("h1").textContent === "There is no page at this address"`)
}

func TestEveryPageTakesWhatItHasFromTheAddressAndSaysWhatItDoesNot(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openBulk(url) // as is asked for in the next line
	p.load(url + "bulk?alg=hs384&format=hex&count=3")
	p.waitFor(`document.querySelector("#make:not(:disabled)") !== null`)
	assert.Equal(t, []string{"HS384", "48", "hex"}, []string{p.value("#algorithm"), p.value("#size"), p.value("#format")})
	assert.Contains(t, p.text("#not-taken"), "Not taken from the address: count.")
	p.lines("#services", "billing")
	p.makeFiles()
	assert.Contains(t, p.text("#status"), "384 bits each")

	p.load(url + "rotate?alg=HS512")
	p.waitFor(`document.querySelector("#make:not(:disabled)") !== null`)
	assert.Equal(t, "HS512", p.value("#algorithm"))
	assert.Empty(t, p.text("#not-taken"))
	for _, page := range []string{"rotate", "audit", "trust", "bulk"} {
		p.load(url + page + "?alg=none%3Cb%3E&format=rot13")
		p.waitFor(shown("#not-taken"))
		assert.Contains(t, p.text("#not-taken"), "alg, format.")
		assert.NotContains(t, p.text("main"), "rot13")
	}
	p.click("nav a[href='/rotate']")
	p.waitFor(`document.querySelector("#make") !== null && document.querySelector("#not-taken") === null`)
}
