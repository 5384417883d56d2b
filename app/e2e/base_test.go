package e2e

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/hosts"
	"jwtsecret/app/meta"
)

// hrefs are the addresses of all links of the page, as a browser resolves them.
const hrefs = `Array.from(document.querySelectorAll("a[href]:not([href^='#'])"), (link) => link.href)`

// onBase visits every page of a site below a path, and what only its programs ask for.
func onBase(p *page, site string) {
	p.t.Helper()
	for _, route := range meta.Routes {
		p.visit(site + route.Path)
		if route.Path == meta.GuidePath {
			p.waitFor(alive)
		} else {
			p.waitFor(`document.querySelector("nav [aria-current=page]")?.pathname === new URL(` + quoted(site+route.Path) + `).pathname && !document.querySelector("#app-wasm-loader")`)
		}
		for _, link := range eval[[]string](p, hrefs) {
			assert.True(p.t, strings.HasPrefix(link, site+"/"), "%s links to %s", route.Path, link)
		}
	}
	p.openGuide(site, "/guide/entropy")
	p.openGuide(site, "/guide")
	p.fill("#guide-search", "entropy")
	p.waitFor(`document.querySelectorAll("#guide-found a").length > 0`)
	for _, link := range eval[[]string](p, hrefs) {
		assert.True(p.t, strings.HasPrefix(link, site+"/"), link)
	}
	p.openPair(site + "/keys?alg=ES256")
	p.makePair()
	assert.Contains(p.t, p.file("public.pem"), "BEGIN PUBLIC KEY")
	p.visit(site + "/no/such/page")
	p.waitFor(`document.querySelector("h1").textContent.includes("no page at this address")`)
	p.open(site + "/?alg=HS512")
	assert.Len(p.t, p.generate(), 86, "64 bytes as base64url")
	where, err := url.Parse(site)
	require.NoError(p.t, err)
	p.follow(where.Path+"/trust", titleOf("/trust"))
}

func TestBelowAPathOfAnOriginThePageInstallsAndWorksWithoutTheHost(t *testing.T) {
	t.Parallel()
	dist := hosts.Build(t, "-base", "/tools/jwt/")
	p := newVisibleProfile(t)
	address := ""
	t.Run("first visit", func(t *testing.T) { // nginx stops when this part ends
		address = hosts.Nginx(t, dist)
		p.open(address + "/tools/jwt/")
		p.readyOffline()
		assert.Equal(t, []string{address + "/tools/jwt/"}, eval[[]string](p, `navigator.serviceWorker.getRegistrations().then((all) => all.map((r) => r.scope))`))
		p.open(address + "/tools/jwt/?alg=HS384")
		assert.Empty(t, p.complaints())
	})
	if address != "" {
		onBase(p, address+"/tools/jwt")
		assert.Empty(t, slices.DeleteFunc(p.complaints(), func(line string) bool { return strings.Contains(line, "no/such/page") }))
	}
}

func TestSitesOfOneOriginLeaveEachOtherAlone(t *testing.T) {
	t.Parallel()
	one, other := hosts.Build(t, "-base", "/tools/jwt/"), hosts.Build(t, "-base", "/tools/jwt-next/")
	address := hosts.NginxAll(t, one, other)
	var mu sync.Mutex
	var asked []string
	var deployed atomic.Bool
	version := regexp.MustCompile(`"version": "[0-9a-f]+"`)
	origin := behind(t, &server{url: address + "/"}, func(path string, body []byte) []byte {
		mu.Lock()
		asked = append(asked, path)
		mu.Unlock()
		if path == "/tools/jwt/sw.js" && deployed.Load() {
			return version.ReplaceAll(body, []byte(`"version": "another"`))
		}
		return body
	})
	p := newVisibleProfile(t)
	p.open(origin + "tools/jwt-next/")
	p.readyOffline()
	p.open(origin + "tools/jwt/")
	p.readyOffline()
	mu.Lock()
	seen := slices.Clone(asked)
	mu.Unlock()
	for _, path := range seen {
		assert.True(t, strings.HasPrefix(path, "/tools/jwt-next/") || strings.HasPrefix(path, "/tools/jwt/"), path)
	}
	p.exec(`caches.open("somebody-else")`)
	names := eval[[]string](p, `caches.keys()`)
	require.Len(t, names, 3)

	deployed.Store(true)
	p.exec(`navigator.serviceWorker.getRegistration().then((r) => r.update())`)
	p.waitFor(`document.querySelector("#update button") !== null`)
	p.reloadByButton("#update button")
	p.readyOffline()
	kept := slices.DeleteFunc(names, func(name string) bool { return strings.HasPrefix(name, "jwtsecret/tools/jwt/:") })
	require.Len(t, kept, 2)
	assert.ElementsMatch(t, append(kept, "jwtsecret/tools/jwt/:another"), eval[[]string](p, `caches.keys()`), "an update removes the old version's files, and no others")

	p.visit(origin + "tools/jwt/trust")
	p.waitFor(`document.querySelector("#start-over:not(:disabled)") !== null`)
	p.click("#start-over")
	p.waitFor(`document.querySelector("#started-over") !== null`)
	assert.ElementsMatch(t, kept, eval[[]string](p, `caches.keys()`))
	assert.Equal(t, []string{origin + "tools/jwt-next/"}, eval[[]string](p, `navigator.serviceWorker.getRegistrations().then((all) => all.map((r) => r.scope))`))
}
