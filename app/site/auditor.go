package site

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
)

// assetsMark stands, in web/worker.js, where the build writes what an auditor may
// load.
const assetsMark = `"@assets@"`

// auditorAsset is a file that an auditor loads.
type auditorAsset struct {
	Path      string `json:"path"`
	Integrity string `json:"integrity"`
}

// auditorAssets returns the files that an auditor loads, by what they are for: its
// program, which looks into the lists if there are any.
func (a assets) auditorAssets() map[string]File {
	files := map[string]File{"auditor": a.auditor}
	if a.hasLists() {
		files["lists"] = a.lists
	}
	return files
}

// auditorScript returns the script of the auditors, which are Web Workers. It begins
// with the toolchain's own, so that it needs no permission to import anything.
func auditorScript(root string, a assets) ([]byte, error) {
	script, err := os.ReadFile(filepath.Join(root, "web", "worker.js"))
	if err != nil {
		return nil, err
	}
	named := map[string]auditorAsset{}
	for name, f := range a.auditorAssets() {
		named[name] = auditorAsset{f.At(), f.integrity()}
	}
	filling, err := json.Marshal(named)
	if err != nil {
		return nil, err
	}
	filled, err := edit{first: assetsMark, with: string(filling)}.apply(string(script))
	return append(bytes.Clone(a.exec.Body), filled...), err
}
