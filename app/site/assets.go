package site

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"

	"jwtsecret/app/guide/chapter"
)

// Files of web/ that become assets. The style sheets are joined in this order,
// each a layer over the one before.
var (
	styleSheets = []string{
		"tokens.css", "base.css", "frame.css", "generator.css", "result.css", "use.css", "notes.css",
		"audit.css", "token.css", "trust.css", "rotate.css", "services.css", "pair.css", "dialog.css", "guide.css", "chapter.css", "try.css",
		"boxes.css", "guide-media.css", "media.css", "print.css",
	}
	bootScripts = []string{"prepare.js", "boot.js"} // joined in this order, too
	iconNames   = []string{"icon.svg", "icon-192.png", "icon-512.png", "maskable-512.png", "apple-touch-180.png"}
	screenshots = []string{"wide.png", "narrow.png"}
)

// assets are the files with content-hashed names, by what they are for.
type assets struct {
	base string // of the site: see base.go

	style File // all style sheets in one
	boot  File // the first script of a page
	leak  File // the attack of the page on itself
	exec  File // what starts a Go program
	app   File // go-app's script, patched
	wasm  File // the page's program
	lists File // the packed word lists; without a name if there are none

	auditor File // the program of the Web Worker

	single File // the whole app in one file: see addSingle

	guide       chapter.Guide
	guideWasm   File // the program of the guide's try-it boxes
	guideScript File // what starts it
	guideIndex  File // what the guide's search looks into

	icons       map[string]File // by name in web/icons
	screenshots map[string]File // by name in web/screenshots
}

func loadAssets(root string, c compiled) (assets, error) {
	web := sourceFolder{dir: filepath.Join(root, "web")}
	asset := func(name string, body []byte) File {
		f := newAsset(name, body)
		f.base = c.base
		return f
	}
	boot, errBoot := bootScript(web.read("", bootScripts...), c.base)
	a := assets{
		base:        c.base,
		style:       asset("style.css", web.read("css", styleSheets...)),
		boot:        asset("boot.js", boot),
		leak:        asset("leak.js", web.read("", "leak.js")),
		exec:        asset("wasm_exec.js", c.exec),
		wasm:        asset("app.wasm", c.page),
		auditor:     asset("auditor.wasm", c.auditor),
		icons:       map[string]File{},
		screenshots: map[string]File{},
	}
	for _, name := range iconNames {
		a.icons[name] = asset(name, web.read("icons", name))
	}
	for _, name := range screenshots {
		a.screenshots[name] = asset("screenshot-"+name, web.read("screenshots", name))
	}
	if c.lists != nil {
		a.lists = asset("lists.txt", c.lists)
	}
	script, err := appScript(a.wasm)
	load := web.read("", "load.js")
	a.app = asset("app.js", slices.Concat(load, script))
	a.guideWasm = asset("guide.wasm", c.guide)
	a.guideScript = asset("guide.js", append(load, startOf(a.guideWasm)...))
	errIndex := a.loadGuide(root)
	return a, errors.Join(web.err, errBoot, err, errIndex)
}

// all returns every asset, in no particular order.
func (a assets) all() []File {
	all := append([]File{a.style, a.boot, a.leak, a.exec, a.app, a.wasm, a.guideWasm, a.guideScript, a.guideIndex}, a.images()...)
	return slices.AppendSeq(all, maps.Values(a.auditorAssets()))
}

func (a assets) hasLists() bool { return a.lists.Name != "" }

// images returns every icon and screenshot, in a fixed order.
func (a assets) images() []File {
	var images []File
	for _, name := range iconNames {
		images = append(images, a.icons[name])
	}
	for _, name := range screenshots {
		images = append(images, a.screenshots[name])
	}
	return images
}
