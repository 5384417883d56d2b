//go:build linux

package soak

import (
	"cmp"
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/web"
)

const identity = "identity"

// site is the build that the server has inside, read by other code than the server's.
type site struct {
	files    []built // the largest first
	notFound built
	moved    map[string]string // other spellings of a page's path
}

// built is a file of the build.
type built struct {
	meta.File
	forms map[string]*form // by coding
}

// form is a file in one coding.
type form struct {
	coding string
	body   []byte
	tag    string // the entity tag, as the server gave it first
}

// readSite reads the build. Without one there is nothing to serve.
func readSite(t *testing.T) site {
	t.Helper()
	text, err := fs.ReadFile(web.Dist, "dist/"+meta.SiteFile)
	require.NoError(t, err, "the site is not built: run make build first")
	var described meta.Site
	require.NoError(t, json.Unmarshal(text, &described))
	s := site{moved: map[string]string{}}
	for _, each := range described.Files {
		f := built{File: each, forms: map[string]*form{}}
		for _, coding := range append([]string{identity}, each.Encodings...) {
			body, err := fs.ReadFile(web.Dist, "dist/"+meta.BuiltDir+"/"+each.Name+meta.Suffix(coding))
			require.NoError(t, err)
			f.forms[coding] = &form{coding: coding, body: body}
		}
		if each.Path == meta.NotFound.Path {
			s.notFound = f
			continue
		}
		s.files = append(s.files, f)
		if strings.HasSuffix(each.Name, ".html") {
			for _, spelling := range meta.Spellings(each.Path, each.Name) {
				if spelling != each.Path {
					s.moved[spelling] = each.Path
				}
			}
		}
	}
	slices.SortFunc(s.files, func(a, b built) int { return cmp.Compare(b.Size, a.Size) })
	return s
}

// header returns the value that the build lists for the file, or nothing.
func (b built) header(name string) string {
	i := slices.IndexFunc(b.Headers, func(h meta.Header) bool { return h.Name == name })
	if i < 0 {
		return ""
	}
	return b.Headers[i].Value
}

// inForm returns the file in the first of the codings that it is stored in.
func (b built) inForm(codings []string) *form {
	for _, coding := range codings {
		if f, ok := b.forms[coding]; ok {
			return f
		}
	}
	return b.forms[identity]
}
