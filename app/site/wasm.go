package site

import (
	"os"
	"path/filepath"
)

// wasmFlags make the program small and independent of the machine: no symbols,
// no paths, no build identifier, no mark of the version control. Without
// inlining (-l) the program is a tenth smaller to download, and the page has no
// loop so hot that it would miss it.
var wasmFlags = []string{
	"-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-gcflags=all=-l",
}

// compile compiles the page's program. It returns the program and the script of
// the same toolchain that starts it: go-app's own copy of that script belongs
// to an older version of Go.
func compile(root string) (wasm, exec []byte, err error) {
	tool, err := newGoTool(root)
	if err != nil {
		return nil, nil, err
	}
	tmp, err := os.MkdirTemp("", "site-")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(tmp)
	overlay, err := writeOverlay(tmp, tool.goroot, root)
	if err != nil {
		return nil, nil, err
	}
	out := filepath.Join(tmp, "app.wasm")
	if _, err := tool.run(buildArgs(overlay, out)...); err != nil {
		return nil, nil, err
	}
	if wasm, err = os.ReadFile(out); err != nil {
		return nil, nil, err
	}
	exec, err = os.ReadFile(filepath.Join(tool.goroot, "lib", "wasm", "wasm_exec.js"))
	return wasm, exec, err
}

func buildArgs(overlay, out string) []string {
	args := append([]string{"build", "-overlay", overlay, "-o", out}, wasmFlags...)
	return append(args, "./wasm")
}
