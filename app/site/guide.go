package site

import (
	"encoding/json"
	"os"
	"path/filepath"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jwtsecret/app/guide/chapter"
	"jwtsecret/app/meta"
)

// loadGuide reads the guide, and makes the file that its search looks into.
func (a *assets) loadGuide(root string) (err error) {
	if a.guide, err = chapter.Load(os.DirFS(filepath.Join(root, "web", "guide"))); err != nil {
		return err
	}
	index, err := json.Marshal(a.guide.Entries())
	a.guideIndex = newAsset("guide.json", index)
	return err
}

// guidePages renders every page of the guide: a chapter, in the frame that all pages share.
func guidePages(t table, a assets) ([]File, error) {
	rendered, err := request(meta.GuidePath)
	if err != nil {
		return nil, err
	}
	var pages []File
	for _, c := range a.guide.All() {
		body, err := parse(rendered, atom.Body)
		if err != nil {
			return nil, err
		}
		cleanTexts(body)
		text, err := a.guide.Page(c, a.guideIndex.Path)
		if err != nil {
			return nil, err
		}
		if err := fillGuide(body, text, c.Number == 0); err != nil {
			return nil, err
		}
		description := c.Description
		if c.Number == 0 {
			description = meta.Describe(c.Route())
		}
		page, err := writePage(rendering{
			description: description,
			route:       c.Route(), program: a.guideWasm, scripts: []File{a.exec, a.guideScript},
			without: "You can read the guide as it is. To try what it says you need JavaScript and WebAssembly. Allow JavaScript for this site and reload.",
		}, body, t, a)
		if err != nil {
			return nil, err
		}
		pages = append(pages, newFile(c.Path(), c.Route().File, page))
	}
	return pages, nil
}

// fillGuide puts a chapter into the frame in the place of its main part: a chapter brings its
// own, because the list of all is not in it. It takes away the bar that says how far the page's
// own program has come: the chapter reads without one.
func fillGuide(body *html.Node, text []byte, start bool) error {
	var main, loader *html.Node
	for n := range body.Descendants() {
		if attr(n, "aria-current") == "page" && !start { // the list of chapters marks the page
			setAttr(n, "aria-current", "true")
		}
		switch {
		case n.DataAtom == atom.Main:
			main = n
		case attr(n, "id") == "app-wasm-loader":
			loader = n
		}
	}
	if main == nil || loader == nil {
		return ErrRender
	}
	loader.Parent.RemoveChild(loader)
	content, err := parse(text, atom.Body)
	if err != nil {
		return err
	}
	for n := content.FirstChild; n != nil; n = content.FirstChild {
		content.RemoveChild(n)
		main.Parent.InsertBefore(n, main)
	}
	main.Parent.RemoveChild(main)
	return nil
}
