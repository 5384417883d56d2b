package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"jwtsecret/app/meta"
)

// A site may be below a path of its origin, its base, as are the projects of GitHub Pages.
// The sources and this package name every path as at the root; a base comes in only where
// a path is written for a browser or a host: in markup, scripts, headers and configuration.
// The programs are the same wherever the site is: the boot script tells them its base.

// baseForm is a path of characters that stand for themselves in addresses, markup, scripts
// and the languages of all hosts.
var baseForm = regexp.MustCompile(`^/([0-9A-Za-z_~-][0-9A-Za-z._~-]*/)*$`)

// parseBase returns what stands before every path of a site with that base: nothing for
// "/", and "/tools/jwt" for "/tools/jwt/". No base at all means "/".
func parseBase(given string) (string, error) {
	if given != "" && !baseForm.MatchString(given) {
		return "", fmt.Errorf("%w: %q", ErrBase, given)
	}
	return strings.TrimSuffix(given, "/"), nil
}

// baseOf returns the base of a site of these files.
func baseOf(files []File) string {
	if len(files) == 0 {
		return ""
	}
	return files[0].base
}

// At returns the URL path of the file on the origin.
func (f File) At() string { return f.base + f.Path }

// based returns the files of a site with that base.
func based(files []File, base string) []File {
	files = slices.Clone(files)
	for i := range files {
		files[i].base = base
	}
	return files
}

// cachePrefix begins the names of the caches of the service worker. All sites of an origin
// share its caches, and each deletes those that begin with its own prefix: so no prefix may
// begin with another. A base holds no colon.
func cachePrefix(base string) string {
	if base == "" {
		return meta.CachePrefix
	}
	return meta.Name + base + "/:"
}

// baseEdits turn a script into that of a site with a base: each passage is in it once.
func baseEdits(script []byte, edits ...edit) ([]byte, error) {
	text := string(script)
	for _, e := range edits {
		var err error
		if text, err = e.apply(text); err != nil {
			return nil, err
		}
	}
	return []byte(text), nil
}

// bootScript returns the first script of a page, which knows the base.
func bootScript(script []byte, base string) ([]byte, error) {
	if base == "" {
		return script, nil
	}
	return baseEdits(script,
		edit{first: `const BASE = "/";`, with: fmt.Sprintf("const BASE = %q;", base+"/")},
		edit{first: fmt.Sprintf("const CACHES = %q;", meta.CachePrefix), with: fmt.Sprintf("const CACHES = %q;", cachePrefix(base))})
}

// rebase makes the links and the files of a page those of a site with that base.
func rebase(root *html.Node, base string) {
	for n := range root.Descendants() {
		for i, a := range n.Attr {
			if (a.Key == "href" || a.Key == "src") && strings.HasPrefix(a.Val, "/") {
				n.Attr[i].Val = base + a.Val
			}
		}
	}
}
