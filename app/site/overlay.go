package site

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// stubs are the standard packages that the page's program gets in a version of ours.
// go-app needs them only where it is a server, has routes by regular expression, or names
// things by hashes; in a page they would double the download, and put a network client
// into a program that promises to send nothing. Go itself needs two more only for what no
// page has, settings of its environment and addresses of others, and they make its start slow.
var stubs = []string{"crypto/md5", "crypto/sha1", "internal/godebug", "net/http", "net/netip", "regexp", "text/template"}

// stubFile is the file of a package that our source replaces, and its name.
func stubFile(pkg string) string { return path.Base(pkg) + ".go" }

// stubSource is our source of a package, below the module's folder.
func stubSource(pkg string) string { return path.Join("app/site/stub", path.Base(pkg), stubFile(pkg)) }

// writeOverlay writes, into dir, the file that go build -overlay reads: one
// file of each package becomes ours, all its others vanish. The Go tool refuses
// to replace files of the module cache, so go-app itself stays as it is.
func writeOverlay(dir, goroot, root string) (string, error) {
	replace := map[string]string{}
	for _, pkg := range stubs {
		files, err := filepath.Glob(filepath.Join(goroot, "src", pkg, "*.go"))
		if err != nil {
			return "", err
		}
		for _, file := range files {
			replace[file] = ""
		}
		target := filepath.Join(goroot, "src", pkg, stubFile(pkg))
		if !slices.Contains(files, target) {
			return "", fmt.Errorf("%w: %s/%s", ErrOverlay, pkg, stubFile(pkg))
		}
		if replace[target], err = filepath.Abs(filepath.Join(root, stubSource(pkg))); err != nil {
			return "", err
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "overlay.json")
	return name, os.WriteFile(name, overlay, 0o600)
}
