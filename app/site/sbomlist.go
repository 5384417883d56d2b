package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
)

// goPackage is what go list tells of a package.
type goPackage struct {
	ImportPath string
	Imports    []string
	Module     *goModule // nil in the standard library
}

// goModule is what go list tells of a module.
type goModule struct {
	Path    string
	Version string
	Sum     string // as in go.sum
	Dir     string // where its files are
	Main    bool   // whether it is ours
}

// packages lists the packages that make up p, its own among them.
func (p program) packages(tool goTool, overlay string) ([]goPackage, error) {
	args := []string{"list", "-deps", "-json=ImportPath,Imports,Module"}
	if p.stubbed {
		args = append(args, "-overlay", overlay)
	}
	tool.env = append(slices.Clone(tool.env), p.target...) // of two values the last counts
	out, err := tool.run(append(args, p.main)...)
	if err != nil {
		return nil, err
	}
	var all []goPackage
	for list := json.NewDecoder(bytes.NewReader(out)); ; {
		var one goPackage
		err := list.Decode(&one)
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
}

// modulesOf returns the modules, other than ours, that packages come from,
// ordered by path.
func modulesOf(packages []goPackage) []goModule {
	byPath := map[string]goModule{}
	for _, p := range packages {
		if p.Module != nil && !p.Module.Main {
			byPath[p.Module.Path] = *p.Module
		}
	}
	return slices.SortedFunc(maps.Values(byPath), func(a, b goModule) int { return strings.Compare(a.Path, b.Path) })
}

func (m goModule) component() bomComponent {
	c := library(m.Path, m.Version)
	c.Licences = licencesIn(m.Dir)
	c.Properties = []bomProperty{{"go.sum", m.Sum}}
	return c
}

// dependencies says, for the program self, the standard library and each
// module, whose packages it imports.
func dependencies(self, std string, packages []goPackage, modules []goModule) []bomDependency {
	home := map[string]string{} // the component of each package
	for _, p := range packages {
		switch {
		case p.Module == nil:
			home[p.ImportPath] = std
		case p.Module.Main:
			home[p.ImportPath] = self
		default:
			home[p.ImportPath] = p.Module.component().Ref
		}
	}
	uses := map[string]map[string]bool{self: {}, std: {}}
	for _, m := range modules {
		uses[m.component().Ref] = map[string]bool{}
	}
	for _, p := range packages {
		for _, imported := range p.Imports {
			if to := home[imported]; to != "" && to != home[p.ImportPath] {
				uses[home[p.ImportPath]][to] = true
			}
		}
	}
	var all []bomDependency
	for _, ref := range slices.Sorted(maps.Keys(uses)) {
		all = append(all, bomDependency{ref, slices.Sorted(maps.Keys(uses[ref]))})
	}
	return all
}
