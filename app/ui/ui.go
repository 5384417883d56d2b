// Package ui shows the product: go-app components, one concept a file.
//
// A component holds what the person typed and what was made from it, and draws
// both; the rules are in the domain packages. Two habits differ from an ordinary
// go-app program:
//
//   - A secret is never part of the drawn tree, because that tree is made of Go
//     strings, which cannot be erased. The tree holds empty elements marked with
//     data-secret, and the browser package writes the secret's bytes into them.
//     This is also why a secret appears in the very task that handles the click.
//   - Nothing is generated before a person acts: components are also rendered
//     when the site is built, and no built page may hold a secret.
package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/meta"
)

// What go-app calls by name. It would pass over a method of another shape.
var (
	_ = [...]app.Initializer{(*bulk)(nil), (*generator)(nil), (*navigation)(nil), (*pairPage)(nil), (*rotate)(nil), (*trust)(nil), (*use)(nil)}
	_ = [...]app.Mounter{
		(*addressNotice)(nil), (*audit)(nil), (*bench)(nil), (*bulk)(nil), (*clipboardNotice)(nil), (*generator)(nil), (*install)(nil), (*offline)(nil),
		(*pairPage)(nil), (*palette)(nil), (*rotate)(nil), (*trust)(nil), (*use)(nil),
	}
	_ = [...]app.Navigator{(*audit)(nil), (*bench)(nil), (*bulk)(nil), (*generator)(nil), (*home)(nil), (*navigation)(nil), (*notTaken)(nil), (*pairPage)(nil), (*palette)(nil), (*rotate)(nil), (*trust)(nil)}
	_ = [...]app.PreRenderer{(*navigation)(nil)}
	_ = [...]app.Dismounter{(*addressNotice)(nil), (*audit)(nil), (*bench)(nil), (*bulk)(nil), (*clipboardNotice)(nil), (*generator)(nil), (*pairPage)(nil), (*palette)(nil), (*rotate)(nil)}
	_ = [...]app.AppInstaller{(*install)(nil)}
)

// Register tells go-app which component shows which route. Call it once, before
// the app runs or is rendered.
func Register() {
	cleanAddress()
	app.Route("/", &home{})
	app.Route(meta.KeysPath, &pairPage{})
	app.Route(meta.AuditPath, &audit{})
	app.Route(meta.TokenPath, &bench{})
	app.Route(meta.BulkPath, &bulk{})
	app.Route(meta.RotatePath, &rotate{})
	app.Route(meta.TrustPath, &trust{})
	app.Route(meta.NotFound.Path, &notFound{})
	if !app.IsClient {
		app.Route(meta.GuidePath, &guideFrame{})
	}
	if inFile {
		app.Route(meta.GuidePath, &notFound{})
	}
	registerMissing()
}

// titled is every page that gives the browser's tab its title: go-app loads no new
// document when a link of the site is followed.
type titled struct{}

// OnNav takes the title from the list of routes.
func (titled) OnNav(ctx app.Context) {
	path := browser.Within(ctx.Page().URL().Path)
	for _, route := range meta.Routes {
		if route.Path == path {
			ctx.Page().SetTitle(route.Title)
		}
	}
}

// registerMissing gives the address that the browser came to the page for missing
// ones, if the site has no page there: go-app's own cannot be replaced. A route by
// regular expression would do the same, but the page would carry the package regexp.
//
// Where the address is another spelling of a page's, that page is loaded. Our own server
// and the configurations for others redirect by themselves; not every host can, and the
// service worker does not.
func registerMissing() {
	if !app.IsClient {
		return
	}
	location := app.Window().Get("location")
	path := browser.Within(app.Window().URL().Path)
	page, found := pageOf(path)
	if found && page == path {
		return
	}
	app.Route(path, &notFound{})
	if found {
		location.Call("replace", browser.At(page)+location.Get("search").String()+location.Get("hash").String())
	}
}

// pageOf returns the path of the page that another spelling of it is for.
func pageOf(path string) (page string, found bool) {
	lower := strings.ToLower(path)
	for _, r := range meta.Routes {
		if slices.Contains(meta.Spellings(r.Path, r.File), lower) {
			return r.Path, true
		}
	}
	chapter := strings.TrimSuffix(strings.TrimSuffix(lower, "/"), ".html")
	return chapter, chapter != path && strings.HasPrefix(chapter, meta.GuidePath+"/")
}
