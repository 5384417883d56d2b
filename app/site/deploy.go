package site

import (
	"embed"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"jwtsecret/app/meta"
)

// deployFS holds the configuration of other hosts, each in the host's own language,
// as templates of text/template.
//
//go:embed deploy/*
var deployFS embed.FS

var deployTemplates = template.Must(template.New("").Funcs(template.FuncMap{
	"among":     slices.Contains[[]meta.Header],
	"answered":  File.answered,
	"caching":   File.caching,
	"kept":      File.kept,
	"hasPrefix": func(prefix, text string) bool { return strings.HasPrefix(text, prefix) },
	"key":       File.key,
	"spellings": spellings,
	"quoted":    regexp.QuoteMeta,
	"stored":    File.stored,
	"type":      File.contentType,
	"upper":     strings.ToUpper,
	"titled":    func(path string) string { return path[:1] + strings.ToUpper(path[1:2]) + path[2:] },
}).ParseFS(deployFS, "deploy/*"))

// deployNames are the files that people find in the folder deploy.
var deployNames = []string{
	"_headers", "_redirects", "nginx.conf", "Caddyfile", "Dockerfile", "kubernetes.yaml", "jwtsecret.service", "github-pages.yml", "s3.sh",
}

// hosting is what those templates are filled with.
type hosting struct {
	Files  []File        // the whole site, ordered by path
	Shared []meta.Header // the headers that every file has

	Fixed    []File // the files with fixed names, but for the next one
	Pages    []File // those of them that are pages
	NotFound File   // the page for unknown paths, which hosts serve in a way of their own

	// The files with content-hashed names share all headers but the Content-Type,
	// which hosts derive from the extension. AssetTypes maps types to extensions.
	Base         string // see base.go
	Version      string // of the product
	AssetPrefix  string
	AssetHeaders []meta.Header
	AssetTypes   map[string]string
}

// deployFiles returns the configuration of other hosts, by file name. Files are
// the whole site, ordered by path.
//
// All of it serves the same paths with the same headers as site.json tells, and leads
// from other spellings of a page's path to the page, as our own server does. Any other
// path gets the page for that, with status 404.
func deployFiles(files []File) (map[string]string, error) {
	h := hosting{
		Files: files, Shared: sharedHeaders(files),
		Base: baseOf(files), Version: meta.Version, AssetPrefix: meta.AssetPrefix, AssetTypes: map[string]string{},
	}
	var assets []File
	for _, f := range files {
		switch {
		case f.Path == meta.NotFound.Path:
			h.NotFound = f
		case f.hashed():
			assets = append(assets, f)
			h.AssetTypes[f.contentType()] = strings.TrimPrefix(path.Ext(f.Name), ".")
		default:
			h.Fixed = append(h.Fixed, f)
			if f.page() {
				h.Pages = append(h.Pages, f)
			}
		}
	}
	h.AssetHeaders = sharedHeaders(assets)
	texts := map[string]string{}
	for _, name := range deployNames {
		var text strings.Builder
		if err := deployTemplates.ExecuteTemplate(&text, name, h); err != nil {
			return nil, err
		}
		texts[name] = text.String()
	}
	return texts, nil
}

// answered are the paths under which a host has the file that takes ".html" off all names.
func (f File) answered() []string {
	if bare, found := strings.CutSuffix(f.At(), ".html"); found {
		return []string{f.At(), bare}
	}
	return []string{f.At()}
}

// key is the file's name in a store of objects, where the path is the name: but for the
// start page at the root of an origin, which has none there.
func (f File) key() string {
	if key := strings.TrimPrefix(f.At(), "/"); key != "" {
		return key
	}
	return f.Name
}

// spellings is a regular expression for the paths under which people ask for a page,
// whatever their case.
func spellings(page File) string {
	all := meta.Spellings(page.Path, page.Name)
	for i, spelling := range all {
		all[i] = regexp.QuoteMeta(page.base + spelling)
	}
	if page.base != "" && page.Path == "/" { // people leave the last slash out
		all = append(all, regexp.QuoteMeta(page.base))
	}
	return "^(" + strings.Join(all, "|") + ")$"
}

// sharedHeaders returns the headers that every file has.
func sharedHeaders(files []File) []meta.Header {
	return slices.DeleteFunc(slices.Clone(files[0].Headers), func(h meta.Header) bool {
		return slices.ContainsFunc(files, func(f File) bool { return !slices.Contains(f.Headers, h) })
	})
}
