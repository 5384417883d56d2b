package site

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
)

// wasmFlags make a program small and independent of the machine: no symbols, no
// paths, no build identifier, no mark of the version control.
var wasmFlags = []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid="}

// noInlining makes the page's program a tenth smaller to download, and it has no
// loop so hot that it would miss it. The auditor has little else.
const noInlining = "-gcflags=all=-l"

// compiled is what a site is made from beside the files of web/.
type compiled struct {
	page    []byte // the page's program
	auditor []byte // the program of the Web Worker that audits and attacks
	guide   []byte // the program of the guide's try-it boxes

	// exec is the script that starts each of them: go-app's own copy of that script
	// belongs to an older version of Go.
	exec []byte

	sboms []File // the lists of what programs are made of

	lists []byte // the packed word lists, or nil

	base string // of the site: see base.go
}

// compile compiles the programs, and lists what is in them and in the server. It hands
// the page's to ready before it begins with the others.
func compile(root string, ready func(program []byte)) (compiled, error) {
	tool, err := newGoTool(root)
	if err != nil {
		return compiled{}, err
	}
	tmp, err := os.MkdirTemp("", "site-")
	if err != nil {
		return compiled{}, err
	}
	defer os.RemoveAll(tmp)
	overlay, err := writeOverlay(tmp, tool.goroot, root)
	if err != nil {
		return compiled{}, err
	}
	page, errPage := tool.program(tmp, "./wasm", append(wasmFlags, noInlining, "-overlay", overlay))
	if errPage == nil {
		ready(page)
	}
	auditor, errAuditor := tool.program(tmp, "./wasm/auditor", wasmFlags)
	guide, errGuide := tool.program(tmp, "./wasm/guide", wasmFlags)
	exec, errExec := os.ReadFile(filepath.Join(tool.goroot, "lib", "wasm", "wasm_exec.js"))
	sboms, errSBOM := sbomFiles(tool, overlay)
	all := compiled{page: page, auditor: auditor, guide: guide, exec: exec, sboms: sboms}
	return all, errors.Join(errPage, errAuditor, errGuide, errExec, errSBOM)
}

// program compiles the package main with these flags, and makes it small.
func (g goTool) program(tmp, main string, flags []string) ([]byte, error) {
	linked, err := g.link(tmp, main, flags)
	if err != nil {
		return nil, err
	}
	return shrink(linked)
}

// link compiles the package main, and leaves it as the linker writes it.
func (g goTool) link(tmp, main string, flags []string) ([]byte, error) {
	out := filepath.Join(tmp, "program.wasm")
	if _, err := g.run(slices.Concat([]string{"build", "-o", out}, flags, []string{main})...); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}
