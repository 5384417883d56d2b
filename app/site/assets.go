package site

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// Files of web/ that become assets. The style sheets are joined in this order,
// each a layer over the one before.
var (
	styleSheets = []string{
		"tokens.css", "base.css", "frame.css", "generator.css", "use.css", "notes.css",
		"audit.css", "trust.css", "rotate.css", "services.css", "media.css",
	}
	iconNames   = []string{"icon.svg", "icon-192.png", "icon-512.png", "maskable-512.png", "apple-touch-180.png"}
	screenshots = []string{"wide.png", "narrow.png"}
)

// assets are the files with content-hashed names, by what they are for.
type assets struct {
	style File // all style sheets in one
	boot  File // the first script of a page
	leak  File // the attack of the page on itself
	exec  File // what starts a Go program
	app   File // go-app's script, patched
	wasm  File // the page's program
	lists File // the packed word lists; without a name if there are none

	auditor File // the program of the Web Worker

	icons       map[string]File // by name in web/icons
	screenshots map[string]File // by name in web/screenshots
}

func loadAssets(root string, c compiled) (assets, error) {
	web := filepath.Join(root, "web")
	a := assets{
		wasm: newAsset("app.wasm", c.page), auditor: newAsset("auditor.wasm", c.auditor),
		exec: newAsset("wasm_exec.js", c.exec),
	}
	if c.lists != nil {
		a.lists = newAsset("lists.txt", c.lists)
	}
	style, errStyle := joinFiles(filepath.Join(web, "css"), styleSheets)
	boot, errBoot := os.ReadFile(filepath.Join(web, "boot.js"))
	leak, errLeak := os.ReadFile(filepath.Join(web, "leak.js"))
	script, errApp := appScript(a.wasm)
	a.style, a.app = newAsset("style.css", style), newAsset("app.js", script)
	a.boot, a.leak = newAsset("boot.js", boot), newAsset("leak.js", leak)
	var errIcons, errShots error
	a.icons, errIcons = readImages(filepath.Join(web, "icons"), "", iconNames)
	a.screenshots, errShots = readImages(filepath.Join(web, "screenshots"), "screenshot-", screenshots)
	return a, errors.Join(errStyle, errBoot, errLeak, errApp, errIcons, errShots)
}

func joinFiles(dir string, names []string) ([]byte, error) {
	var all bytes.Buffer
	for _, name := range names {
		one, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		all.Write(one)
	}
	return all.Bytes(), nil
}

func readImages(dir, prefix string, names []string) (map[string]File, error) {
	images := map[string]File{}
	for _, name := range names {
		body, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		images[name] = newAsset(prefix+name, body)
	}
	return images, nil
}

// all returns every asset, in no particular order.
func (a assets) all() []File {
	all := append([]File{a.style, a.boot, a.leak, a.exec, a.app, a.wasm}, a.images()...)
	return slices.AppendSeq(all, maps.Values(a.workerAssets()))
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
