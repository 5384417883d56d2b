package site

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
)

// assetsMark stands, in web/worker.js, where the build writes what the workers may
// load.
const assetsMark = `"@assets@"`

// workerAsset is a file that a worker loads.
type workerAsset struct {
	Path      string `json:"path"`
	Integrity string `json:"integrity"`
}

// workerAssets returns the files that the worker loads, by what they are for: it
// runs the auditor, which looks into the lists if there are any.
func (a assets) workerAssets() map[string]File {
	files := map[string]File{"auditor": a.auditor}
	if a.hasLists() {
		files["lists"] = a.lists
	}
	return files
}

// jobScript returns the script of the workers that do the heavy work. It begins
// with the toolchain's own, so that it needs no permission to import anything.
func jobScript(root string, a assets) ([]byte, error) {
	script, err := os.ReadFile(filepath.Join(root, "web", "worker.js"))
	if err != nil {
		return nil, err
	}
	named := map[string]workerAsset{}
	for name, f := range a.workerAssets() {
		named[name] = workerAsset{f.Path, f.integrity()}
	}
	filling, err := json.Marshal(named)
	if err != nil {
		return nil, err
	}
	filled, err := edit{first: assetsMark, with: string(filling)}.apply(string(script))
	return append(bytes.Clone(a.exec.Body), filled...), err
}
