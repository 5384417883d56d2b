package site

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"jwtsecret/app/meta"
)

// fixedFiles returns the files, other than pages, whose names stay the same
// from build to build and that do not depend on all others.
func fixedFiles(root string, a assets) ([]File, error) {
	web := sourceFolder{dir: filepath.Join(root, "web")}
	robots := web.read("", "robots.txt")
	description, errManifest := manifest(a)
	auditor, errAuditor := auditorScript(root, a)
	return []File{
		fixedFile(meta.ManifestPath, description),
		fixedFile("/robots.txt", robots),
		fixedFile(meta.AuditorPath, auditor),
	}, errors.Join(web.err, errManifest, errAuditor)
}

func fixedFile(path string, body []byte) File {
	return newFile(path, strings.TrimPrefix(path, "/"), body)
}

// finish adds the two files that describe all others, gives each file its
// headers and orders them by path. The order of its steps is forced: the
// service worker holds the version and the hash of every other file, and the list of hashes
// holds the service worker's.
func finish(root string, t table, files []File) ([]File, string, error) {
	files = based(files, t.base)
	script, err := os.ReadFile(filepath.Join(root, "web", "sw.js"))
	if err != nil {
		return nil, "", err
	}
	unfilled := append(slices.Clone(files), fixedFile(meta.ServiceWorkerPath, script))
	t = t.narrowed(append(slices.Clone(unfilled), fixedFile(meta.SumsPath, nil)))
	version := versionOf(t, unfilled)
	filled, err := fillServiceWorker(script, version, files)
	if err != nil {
		return nil, "", err
	}
	files = append(files, fixedFile(meta.ServiceWorkerPath, filled))
	files = append(files, fixedFile(meta.SumsPath, sums(files)))
	files = based(files, t.base)
	for i, f := range files {
		files[i].Headers, files[i].Dictionary = t.headers(f), f.dictionary()
	}
	sortByPath(files)
	return files, version, nil
}

func sortByPath(files []File) {
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
}
