package site

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// stub is a standard package that the page's program gets in a version of ours.
type stub struct {
	dir    string // the package below GOROOT/src
	file   string // the file of that package that our source replaces
	source string // our source, below the module's folder
}

// stubs lists what is replaced. go-app needs these packages only where it is a
// server, or has routes by regular expression; in a page they would double the
// download, and put a network client into a program that promises to send nothing.
var stubs = []stub{
	{dir: "net/http", file: "http.go", source: "app/site/stub/http/http.go"},
	{dir: "regexp", file: "regexp.go", source: "app/site/stub/regexp/regexp.go"},
	{dir: "text/template", file: "template.go", source: "app/site/stub/template/template.go"},
}

// writeOverlay writes, into dir, the file that go build -overlay reads: one
// file of each package becomes ours, all its others vanish. The Go tool refuses
// to replace files of the module cache, so go-app itself stays as it is.
func writeOverlay(dir, goroot, root string) (string, error) {
	replace := map[string]string{}
	for _, s := range stubs {
		if err := s.addTo(replace, goroot, root); err != nil {
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

func (s stub) addTo(replace map[string]string, goroot, root string) error {
	dir := filepath.Join(goroot, "src", filepath.FromSlash(s.dir))
	real, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	for _, file := range real {
		replace[file] = ""
	}
	target := filepath.Join(dir, s.file)
	if _, ok := replace[target]; !ok {
		return fmt.Errorf("%w: %s/%s", ErrOverlay, s.dir, s.file)
	}
	replace[target], err = filepath.Abs(filepath.Join(root, filepath.FromSlash(s.source)))
	return err
}
