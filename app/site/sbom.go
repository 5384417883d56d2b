package site

import (
	"encoding/json"
	"os"
	"path"
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
}

// programs are what people run of this site. The server's parts are listed for
// one system, so that the list does not depend on who builds it.
var programs = []program{
	{name: "page", main: "./wasm", target: browserTarget, stubbed: true},
	{name: "auditor", main: "./wasm/auditor", target: browserTarget},
	{name: "server", main: "./cmd/server", target: serverTarget},
}

var (
	browserTarget = []string{"GOOS=js", "GOARCH=wasm"}
	serverTarget  = []string{"GOOS=linux", "GOARCH=amd64"}
)

// bom is a software bill of materials in the form of CycloneDX 1.6. It has
// neither a date nor a serial number, both of which that form leaves open: the
// same sources give the same list.
type bom struct {
	Format       string          `json:"bomFormat"`
	SpecVersion  string          `json:"specVersion"`
	Version      int             `json:"version"`
	Metadata     bomMetadata     `json:"metadata"`
	Components   []bomComponent  `json:"components"`
	Dependencies []bomDependency `json:"dependencies"`
}

type bomMetadata struct {
	Component bomComponent `json:"component"`
}

// bomComponent is a program, a module or the standard library.
type bomComponent struct {
	Type       string        `json:"type"`
	Ref        string        `json:"bom-ref"`
	Name       string        `json:"name"`
	Version    string        `json:"version"`
	Licences   []bomLicence  `json:"licenses,omitempty"`
	URL        string        `json:"purl,omitempty"`
	Pedigree   *bomPedigree  `json:"pedigree,omitempty"`
	Properties []bomProperty `json:"properties,omitempty"`
}

type bomLicence struct {
	Licence bomLicenceID `json:"license"`
}

type bomLicenceID struct {
	ID string `json:"id"` // by the SPDX list
}

// bomPedigree says what became of a component on its way into the program.
type bomPedigree struct {
	Notes string `json:"notes"`
}

// bomProperty holds what CycloneDX has no field for: the hash of a module in
// go.sum is over a list of its files, not over a file.
type bomProperty struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// bomDependency says whose packages a component imports.
type bomDependency struct {
	Ref       string   `json:"ref"`
	DependsOn []string `json:"dependsOn,omitempty"`
}

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
		packages, err := p.packages(tool, overlay)
		if err != nil {
			return nil, err
		}
		text, err := json.Marshal(p.bom(root, version, packages))
		if err != nil {
			return nil, err
		}
		files = append(files, fixedFile(sbomFolder+p.name+".cdx.json", append(text, '\n')))
	}
	return files, nil
}

// bom describes p, which a toolchain of that version makes of packages.
func (p program) bom(root, version string, packages []goPackage) bom {
	self := bomComponent{
		Type: "application", Ref: path.Join(meta.Name, p.main), Name: meta.Name + " " + p.name, Version: meta.Version,
		Licences: licencesIn(root),
	}
	modules := modulesOf(packages)
	components := []bomComponent{p.standardLibrary(version)}
	for _, m := range modules {
		components = append(components, m.component())
	}
	return bom{
		Format: "CycloneDX", SpecVersion: "1.6", Version: 1,
		Metadata:     bomMetadata{self},
		Components:   components,
		Dependencies: dependencies(self.Ref, components[0].Ref, packages, modules),
	}
}

// standardLibrary describes what the toolchain brings along. Its licence is not
// read from a file: some distributions of Go keep that file elsewhere.
func (p program) standardLibrary(version string) bomComponent {
	c := library("std", strings.TrimPrefix(version, "go"))
	c.Licences = []bomLicence{{bomLicenceID{"BSD-3-Clause"}}}
	if p.stubbed {
		var replaced []string
		for _, s := range stubs {
			replaced = append(replaced, s.dir+" by "+path.Dir(s.source))
		}
		c.Pedigree = &bomPedigree{"packages replaced: " + strings.Join(replaced, ", ")}
	}
	return c
}

// library describes a module. Its package URL names it for the whole world, so
// it serves as its name within the list too.
func library(name, version string) bomComponent {
	at := "pkg:golang/" + strings.ToLower(name) + "@" + strings.ReplaceAll(version, "+", "%2B")
	return bomComponent{Type: "library", Ref: at, Name: name, Version: version, URL: at}
}
