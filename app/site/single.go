package site

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jwtsecret/app/meta"
	"jwtsecret/app/ui"
)

// The app in a single file, which works from file:// without a network. Its programs stand
// in it as text: compressed, because that is a fifth of the size and no slower to start.

//go:embed single.html
var singleSource string

// singleTemplate needs no escaping: the build has made all that is filled in, and checks
// the scripts and the style sheet itself.
var singleTemplate = template.Must(template.New("single").Parse(singleSource))

// singleGaps are what that template is filled with.
type singleGaps struct {
	Policy, Title, Description string
	First, Last                []string // scripts: before the body, and after the data
	Style, Body                string
	Data                       map[string]string // by path
	Icons                      map[string]string // in base64, by media type
	Light, Dark                string
}

// fileMark stands, in web/single.js, where the build writes what that has to know.
const fileMark = `"@file@"`

// fileSite is what the file knows of the site that it is.
type fileSite struct {
	Pages    []string `json:"pages"`    // the paths that have a page
	NotFound string   `json:"notFound"` // the path of the page for all others
	Program  string   `json:"program"`  // the paths under which its parts stand in the file
	Worker   string   `json:"worker"`
	Auditor  []string `json:"auditor"` // what an auditor loads
}

// addSingle makes the single file, and tells its hash to the page's script and to the pages
// that are rendered after this.
func (a *assets) addSingle(root string) error {
	text, err := singleFile(root, *a)
	if err != nil {
		return err
	}
	a.single = fixedFile(meta.SinglePath, text)
	ui.Single = a.single.SHA256
	naming := fmt.Sprintf("window.jwtsecret.single = %q; // the SHA-256 of %s\n", a.single.SHA256, a.single.Name)
	a.app = newAsset("app.js", append([]byte(naming), a.app.Body...))
	return nil
}

// singleFile returns the page of all programs.
func singleFile(root string, a assets) ([]byte, error) {
	a.base, a.wasm.base, a.auditor.base, a.lists.base = "", "", "", "" // wherever the site is
	scripts, worker, err := singleScripts(root, a)
	if err != nil {
		return nil, err
	}
	gaps := singleGaps{
		Title: meta.Name, Description: meta.Description, First: scripts[:2], Last: scripts[2:], Style: string(a.style.Body) + elsewhere,
		Data: map[string]string{meta.AuditorPath: worker}, Icons: map[string]string{}, Light: lightColour, Dark: darkColour,
	}
	if err := embeddable(append(scripts, gaps.Style, worker)); err != nil {
		return nil, err
	}
	gaps.Policy = singlePolicy(scripts, gaps.Style).meta()
	if gaps.Body, err = singleBody(); err != nil {
		return nil, err
	}
	for _, f := range slices.AppendSeq([]File{a.wasm}, maps.Values(a.auditorAssets())) {
		if gaps.Data[f.Path], err = packed(f); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"icon.svg", "icon-192.png"} {
		icon := a.icons[name]
		gaps.Icons[icon.contentType()] = base64.StdEncoding.EncodeToString(icon.Body)
	}
	var text bytes.Buffer
	err = singleTemplate.Execute(&text, gaps)
	return text.Bytes(), err
}

// elsewhere hides the start page while a person waits for another one.
const elsewhere = ".elsewhere main {\n  visibility: hidden;\n}\n"

// singleScripts returns the scripts of the file in their order, and that of its auditors.
func singleScripts(root string, a assets) (scripts []string, worker string, err error) {
	web := sourceFolder{dir: filepath.Join(root, "web")}
	boot, start, before := web.read("", bootScripts...), web.read("", "single.js"), web.read("", "single-worker.js")
	if web.err != nil {
		return nil, "", web.err
	}
	description := fileSite{NotFound: meta.NotFound.Path, Program: a.wasm.Path, Worker: meta.AuditorPath}
	for _, route := range meta.Routes {
		description.Pages = append(description.Pages, route.Path)
	}
	for _, f := range a.auditorAssets() {
		description.Auditor = append(description.Auditor, f.Path)
	}
	slices.Sort(description.Auditor)
	filling, err := json.Marshal(description)
	if err != nil {
		return nil, "", err
	}
	filled, err := edit{first: fileMark, with: string(filling)}.apply(string(start))
	if err != nil {
		return nil, "", err
	}
	// The program looks at its address, goes through its pages and starts its auditors by
	// way of the file: see web/single.js.
	exec, err := edit{
		first: "Reflect.get(loadValue(sp + 8), loadString(sp + 16))",
		with:  "jwtsecret.get(loadValue(sp + 8), loadString(sp + 16))",
	}.apply(string(a.exec.Body))
	if err != nil {
		return nil, "", err
	}
	app, err := appScript(a.wasm)
	if err != nil {
		return nil, "", err
	}
	auditor, err := auditorScript(root, a)
	return []string{string(boot), filled, string(a.leak.Body), exec, string(app)}, string(before) + string(auditor), err
}

// singleBody returns the start page's body, with its links as single.js has them and
// without what is true of a site alone.
func singleBody() (string, error) {
	rendered, err := request("/")
	if err != nil {
		return "", err
	}
	body, err := parse(rendered, atom.Body)
	if err != nil {
		return "", err
	}
	cleanTexts(body)
	for n := range body.Descendants() {
		if to := attr(n, "href"); strings.HasPrefix(to, "/") {
			setAttr(n, "href", "#"+to)
		}
		if attr(n, "id") == "offline-state" && n.FirstChild != nil {
			n.FirstChild.Data = ""
		}
	}
	if err := addNotice(body, "This file makes secrets on your own device, and for that it needs JavaScript and WebAssembly. Allow JavaScript for files and reload."); err != nil {
		return "", err
	}
	if err := cleanElements(body); err != nil {
		return "", err
	}
	var text strings.Builder
	for n := range body.ChildNodes() {
		if err := html.Render(&text, n); err != nil {
			return "", err
		}
	}
	return text.String(), nil
}

// embeddable refuses what would not stand in a page as it is: an element's end, what a
// parser takes for the beginning of a comment, and line ends that it changes, and with them
// the hash.
func embeddable(texts []string) error {
	for _, text := range texts {
		lower := strings.ToLower(text)
		for _, wrong := range []string{"</script", "</style", "<script", "<!--", "\r", "\x00"} {
			if strings.Contains(lower, wrong) {
				return fmt.Errorf("%w: %q within a single file", ErrMarkup, wrong)
			}
		}
	}
	return nil
}

// packed returns a file as it stands in the single one: in gzip, which is the strongest
// coding that all browsers undo for a page, and in base64.
func packed(f File) (string, error) {
	for _, each := range codings {
		if each.name == "gzip" {
			coded, err := each.encode(f.Body)
			return base64.StdEncoding.EncodeToString(coded), err
		}
	}
	return "", ErrRender
}

// singlePolicy returns the policy of the file: it runs these scripts and shows in this
// style, and asks for nothing at all. What it shows and starts is in it.
func singlePolicy(scripts []string, style string) contentPolicy {
	allowed := "script-src"
	for _, script := range scripts {
		allowed += " '" + newFile("", "", []byte(script)).integrity() + "'"
	}
	return contentPolicy{
		"default-src 'none'",
		allowed + " 'wasm-unsafe-eval'",
		"style-src '" + newFile("", "", []byte(style)).integrity() + "'",
		"img-src data:",
		"worker-src blob:",
		"connect-src 'none'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types default auditor",
	}
}
