package site

import (
	"fmt"
	"slices"
	"strings"

	"jwtsecret/app/meta"
)

// deployFiles returns the configuration of other hosts, by file name. Files are
// the whole site, ordered by path.
//
// All of it serves the same paths with the same headers as site.json tells. A
// path that is none of the site's gets the page for that, with status 404.
func deployFiles(files []File) map[string]string {
	return map[string]string{
		"_headers":   headersFile(files),
		"nginx.conf": nginxConf(files),
		"Caddyfile":  caddyfile(files),
	}
}

// fixedOf returns the files with fixed names but the page for unknown paths,
// which hosts serve in a way of their own, and that page.
func fixedOf(files []File) (fixed []File, notFound File) {
	for _, f := range files {
		switch {
		case f.Path == meta.NotFound.Path:
			notFound = f
		case !f.hashed():
			fixed = append(fixed, f)
		}
	}
	return fixed, notFound
}

// assetHeaders returns the headers of the files with content-hashed names. They
// share all but the Content-Type, which hosts derive from the extension.
func assetHeaders(files []File) []meta.Header {
	i := slices.IndexFunc(files, File.hashed)
	return slices.DeleteFunc(slices.Clone(files[i].Headers), isContentType)
}

func isContentType(h meta.Header) bool { return h.Name == "Content-Type" }

// headersFile returns the file _headers of Cloudflare Pages and Netlify, to be
// put into the folder of the public files.
//
// These hosts join the values when two rules name a header. So the rule for all
// paths holds only what all files share, and the rest stands by exact path. An
// unknown path thus gets its Content-Security-Policy from the page alone.
//
// Cloudflare Pages lets every other site read what it serves, and tags each file,
// unless a line with an exclamation mark takes that header away. Netlify reads no
// line without a colon.
func headersFile(files []File) string {
	var b strings.Builder
	b.WriteString("# Headers for Cloudflare Pages and Netlify. Copy this file into the folder site.\n")
	shared := sharedHeaders(files)
	writeRule(&b, "/*", shared)
	b.WriteString("  ! Access-Control-Allow-Origin\n")
	for _, f := range files {
		writeRule(&b, f.Path, slices.DeleteFunc(slices.Clone(f.Headers), func(h meta.Header) bool {
			return slices.Contains(shared, h)
		}))
		if !f.stored() {
			b.WriteString("  ! ETag\n  ! Last-Modified\n")
		}
	}
	return b.String()
}

// sharedHeaders returns the headers that every file has.
func sharedHeaders(files []File) []meta.Header {
	return slices.DeleteFunc(slices.Clone(files[0].Headers), func(h meta.Header) bool {
		return slices.ContainsFunc(files, func(f File) bool { return !slices.Contains(f.Headers, h) })
	})
}

func writeRule(b *strings.Builder, path string, headers []meta.Header) {
	fmt.Fprintf(b, "\n%s\n", path)
	for _, h := range headers {
		fmt.Fprintf(b, "  %s: %s\n", h.Name, h.Value)
	}
}
