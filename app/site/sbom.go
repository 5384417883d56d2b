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
	name    string   // of the list: "page" is listed in /sbom/page.cdx.json
	main    string   // the folder of its package main
	target  []string // settings of Go, where it is not the browser
	stubbed bool     // whether stubs take the place of standard packages
	lists   bool     // whether the general words are in it
}

// programs are what people run of this site. The parts of what runs outside of a browser
// are listed for one system, so that the list does not depend on who builds it.
var programs = []program{
	{name: "page", main: "./wasm", stubbed: true},
	{name: "auditor", main: "./wasm/auditor", lists: true},
	{name: "guide", main: "./wasm/guide"},
	{name: "server", main: "./cmd/server", target: oneSystem},
	{name: "terminal", main: "./cmd/jwtsecret", target: oneSystem, lists: true},
}

var oneSystem = []string{"GOOS=linux", "GOARCH=amd64"}

// object is an object of JSON. It is written with its names in order, so that the
// same sources give the same bytes.
type object = map[string]any

// sbomFiles returns the list of parts of each program.
func sbomFiles(tool goTool, overlay string) ([]File, error) {
	var files []File
	for _, p := range programs {
		modules, err := p.modules(tool, overlay)
		if err != nil {
			return nil, err
		}
		text, err := json.Marshal(p.bom(tool, modules))
		if err != nil {
			return nil, err
		}
		files = append(files, fixedFile(sbomFolder+p.name+".cdx.json", append(text, '\n')))
	}
	return files, nil
}

// modules describes the modules, other than ours, whose packages p links, ordered by
// path. CycloneDX has no field for the hash of go.sum, which is over a list of files.
func (p program) modules(tool goTool, overlay string) ([]object, error) {
	args := []string{"list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Sum}}{{end}}{{end}}"}
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
	var all []object
	for _, line := range slices.Compact(lines) {
		if f := strings.Split(line, " "); len(f) == 3 { // packages of ours and of Go have none
			module := library(f[0], f[1])
			module["properties"] = []object{{"name": "go.sum", "value": f[2]}}
			all = append(all, module)
		}
	}
	return all, nil
}

// bom returns the software bill of materials of p, which tool makes of modules, in
// the form of CycloneDX 1.6. It has neither a date nor a serial number, both of which
// that form leaves open.
func (p program) bom(tool goTool, modules []object) object {
	components := []object{p.standardLibrary(tool.version)}
	if p.lists {
		components = append(components, wordLists(tool.root))
	}
	components = append(components, modules...)
	var parts []any
	for _, c := range components {
		parts = append(parts, c["bom-ref"])
	}
	self := path.Join(meta.Name, p.main)
	return object{
		"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
		"metadata": object{"component": object{
			"type": "application", "bom-ref": self, "name": meta.Name + " " + p.name, "version": meta.Version,
			"licenses": licensed(object{"id": "MIT"}),
		}},
		"components":   components,
		"dependencies": []object{{"ref": self, "dependsOn": parts}},
	}
}

// standardLibrary describes what a toolchain of that version brings along.
func (p program) standardLibrary(version string) object {
	c := library("std", strings.TrimPrefix(version, "go"))
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
		"licenses": licensed(object{"id": "MIT", "text": object{"content": string(text)}}),
	}
}

// library describes a module. Its package URL names it for the whole world, so
// it serves as its name within the list too.
func library(name, version string) object {
	at := "pkg:golang/" + strings.ToLower(name) + "@" + strings.ReplaceAll(version, "+", "%2B")
	c := object{"type": "library", "bom-ref": at, "name": name, "version": version, "purl": at}
	if id, known := licences[name]; known {
		c["licenses"] = licensed(object{"id": id})
	}
	return c
}

func licensed(by object) []object { return []object{{"license": by}} }
