package site

import (
	"encoding/json"

	"jwtsecret/app/meta"
)

// serviceWorkerMark stands, in web/sw.js, where the build writes what the service
// worker has to know of the site.
const serviceWorkerMark = `"@site@"`

// serviceWorkerSite is what the service worker knows of the site.
type serviceWorkerSite struct {
	// Version and Prefix make up the name of the cache.
	Version string `json:"version"`
	Prefix  string `json:"prefix"`

	// Pages lists the paths of the pages; any other navigation is answered
	// from the path NotFound.
	Pages    []string `json:"pages"`
	NotFound string   `json:"notFound"`

	// Single is the path of the one file that a person may have from the host.
	Single string `json:"single"`

	// Files maps the path of each file to store to its integrity value. It is
	// empty for the list of hashes, which names the worker and so cannot be
	// named by it.
	Files map[string]string `json:"files"`
}

// fillServiceWorker writes the description of the site into the worker's script. The
// worker stores every file but itself: pictures for the install dialog too,
// because a browser may ask for them through the worker, which would refuse
// what it has not stored.
func fillServiceWorker(script []byte, version string, files []File) ([]byte, error) {
	base := baseOf(files)
	s := serviceWorkerSite{
		Version:  version,
		Prefix:   cachePrefix(base),
		NotFound: base + meta.NotFound.Path,
		Single:   base + meta.SinglePath,
		Files:    map[string]string{base + meta.SumsPath: ""},
	}
	for _, f := range files {
		if f.Path == meta.SinglePath { // it is large, and the browser's to download: see web/sw.js
			continue
		}
		if f.page() {
			s.Pages = append(s.Pages, f.At())
		}
		s.Files[f.At()] = f.integrity()
	}
	site, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, err
	}
	filled, err := edit{first: serviceWorkerMark, with: string(site)}.apply(string(script))
	return []byte(filled), err
}
