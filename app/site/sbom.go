package site

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"jwtsecret/app/meta"
)

// sbomFolder is where the bills of materials are on the site.
const sbomFolder = "/sbom/"

// program is a program whose parts are published.
type program struct {
	name    string // of the list: "page" is listed in /sbom/page.cdx.json
	main    string // the folder of its package main
	target  []string
	stubbed bool // whether stubs take the place of standard packages
	lists   bool // whether the general words are in it
}

// programs are what people run of this site. The server's parts are listed for
// one system, so that the list does not depend on who builds it.
var programs = []program{
	{name: "page", main: "./wasm", target: browserTarget, stubbed: true},
	{name: "auditor", main: "./wasm/auditor", target: browserTarget, lists: true},
	{name: "server", main: "./cmd/server", target: serverTarget},
}

var (
	browserTarget = []string{"GOOS=js", "GOARCH=wasm"}
	serverTarget  = []string{"GOOS=linux", "GOARCH=amd64"}
)

// goModule is a module, other than ours, whose packages a program links.
type goModule struct {
	path, version string
	sum           string // as in go.sum
	dir           string // where its files are
}

// object is an object of JSON. It is written with its names in order, so that the
// same sources give the same bytes.
type object = map[string]any

// sbomFiles returns the list of parts of each program.
func sbomFiles(root string) ([]File, error) {
	version, err := toolchain(root)
	if err != nil {
		return nil, err
	}
	tool, err := newGoTool(root)
	if err != nil {
		return nil, err
	}
	tmp, err := os.MkdirTemp("", "sbom-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	overlay, err := writeOverlay(tmp, tool.goroot, root)
	if err != nil {
		return nil, err
	}
	var files []File
	for _, p := range programs {
		modules, err := p.modules(tool, overlay)
		if err != nil {
			return nil, err
		}
		text, err := json.Marshal(p.bom(root, version, modules))
		if err != nil {
			return nil, err
		}
		files = append(files, fixedFile(sbomFolder+p.name+".cdx.json", append(text, '\n')))
	}
	return files, nil
}

// modules lists the modules that p links, ordered by path.
func (p program) modules(tool goTool, overlay string) ([]goModule, error) {
	args := []string{"list", "-deps", "-f", `{{with .Module}}{{if not .Main}}{{.Path}}{{"\t"}}{{.Version}}{{"\t"}}{{.Sum}}{{"\t"}}{{.Dir}}{{end}}{{end}}`}
	if p.stubbed {
		args = append(args, "-overlay", overlay)
	}
	tool.env = append(slices.Clone(tool.env), p.target...) // of two values the last counts
	out, err := tool.run(append(args, p.main)...)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.Trim(string(out), "\n"), "\n") // one for each package
	slices.Sort(lines)
	var all []goModule
	for _, line := range slices.Compact(lines) {
		if f := strings.SplitN(line, "\t", 4); len(f) == 4 {
			all = append(all, goModule{path: f[0], version: f[1], sum: f[2], dir: f[3]})
		}
	}
	return all, nil
}

// bom returns the software bill of materials of p, which a toolchain of that
// version makes of modules, in the form of CycloneDX 1.6. It has neither a date nor
// a serial number, both of which that form leaves open.
func (p program) bom(root, version string, modules []goModule) object {
	self := object{
		"type": "application", "bom-ref": path.Join(meta.Name, p.main), "name": meta.Name + " " + p.name, "version": meta.Version,
	}
	addLicence(self, licenceIn(root))
	components := []object{p.standardLibrary(version)}
	if p.lists {
		components = append(components, wordLists(root))
	}
	for _, m := range modules {
		components = append(components, m.component())
	}
	var parts []any
	for _, c := range components {
		parts = append(parts, c["bom-ref"])
	}
	return object{
		"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
		"metadata":     object{"component": self},
		"components":   components,
		"dependencies": []object{{"ref": self["bom-ref"], "dependsOn": parts}},
	}
}

// standardLibrary describes what the toolchain brings along. Its licence is not
// read from a file: some distributions of Go keep that file elsewhere.
func (p program) standardLibrary(version string) object {
	c := library("std", strings.TrimPrefix(version, "go"))
	addLicence(c, "BSD-3-Clause")
	if p.stubbed {
		var replaced []string
		for _, pkg := range stubs {
			replaced = append(replaced, pkg+" by "+path.Dir(stubSource(pkg)))
		}
		c["pedigree"] = object{"notes": "packages replaced: " + strings.Join(replaced, ", ")}
	}
	return c
}

// wordLists describes the words that package strength has from elsewhere, with the
// licence that has to come along with them.
func wordLists(root string) object {
	text, _ := os.ReadFile(filepath.Join(root, "app", "strength", "general.LICENSE")) // a test holds that it is there
	return object{
		"type": "data", "bom-ref": "words", "name": "word lists of zxcvbn",
		"licenses": []object{{"license": object{"id": "MIT", "text": object{"content": string(text)}}}},
	}
}

// component describes the module. CycloneDX has no field for the hash of go.sum,
// which is over a list of files.
func (m goModule) component() object {
	c := library(m.path, m.version)
	addLicence(c, licenceIn(m.dir))
	c["properties"] = []object{{"name": "go.sum", "value": m.sum}}
	return c
}

// library describes a module. Its package URL names it for the whole world, so
// it serves as its name within the list too.
func library(name, version string) object {
	at := "pkg:golang/" + strings.ToLower(name) + "@" + strings.ReplaceAll(version, "+", "%2B")
	return object{"type": "library", "bom-ref": at, "name": name, "version": version, "purl": at}
}

// addLicence adds a licence, by its name in the SPDX list, if it is known.
func addLicence(to object, id string) {
	if id != "" {
		to["licenses"] = []object{{"license": object{"id": id}}}
	}
}
