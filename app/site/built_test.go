package site

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"jwtsecret/app/meta"
)

// root is the module's folder, seen from this package's.
const root = "../.."

// built is the folder of a whole build of the real sources: the one that the
// environment variable DIST names, which make test has just made, or one of its own.
var built = os.Getenv("DIST")

func TestMain(m *testing.M) {
	if built != "" {
		os.Exit(m.Run())
	}
	os.Exit(func() int {
		tmp, err := os.MkdirTemp("", "built-")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(tmp)
		built = filepath.Join(tmp, "dist")
		build := exec.Command("go", "run", "./cmd/site", "-out", built) // a process of its own: the race detector would take minutes to compress
		build.Dir, build.Stderr = root, os.Stderr
		if err := build.Run(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		return m.Run()
	}())
}

// builtSite reads what the build says of itself.
func builtSite(t *testing.T) meta.Site {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(built, meta.SiteFile))
	require.NoError(t, err)
	var s meta.Site
	require.NoError(t, json.Unmarshal(text, &s))
	require.NotEmpty(t, s.Files)
	return s
}

func builtFile(t *testing.T, name string) string {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(built, meta.BuiltDir, name))
	require.NoError(t, err)
	return string(body)
}

// builtPages calls check with every page's name and parsed document.
func builtPages(t *testing.T, check func(t *testing.T, doc *html.Node)) {
	pages := 0
	for _, f := range builtSite(t).Files {
		if path.Ext(f.Name) != ".html" || f.Path == meta.SinglePath { // which has tests of its own
			continue
		}
		pages++
		t.Run(f.Name, func(t *testing.T) {
			doc, err := html.Parse(strings.NewReader(builtFile(t, f.Name)))
			require.NoError(t, err)
			check(t, doc)
		})
	}
	assert.Greater(t, pages, len(meta.Routes)+1, "the routes, the page for other paths, and the guide's chapters")
}

// elements returns the elements of doc that have one of these names, or all.
func elements(doc *html.Node, names ...string) []*html.Node {
	var found []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) {
			found = append(found, n)
		}
	}
	return found
}

func TestEveryPublicFileIsDescribedAndNothingElseIsPublic(t *testing.T) {
	want := []string{}
	for _, f := range builtSite(t).Files {
		body := builtFile(t, f.Name)
		assert.Equal(t, f.Size, len(body), f.Name)
		assert.Equal(t, f.SHA256, newFile(f.Path, f.Name, []byte(body)).SHA256, f.Name)
		want = append(want, f.Name)
		for _, coding := range f.Encodings {
			want = append(want, f.Name+meta.Suffix(coding))
		}
	}
	var got []string
	public := filepath.Join(built, meta.BuiltDir)
	require.NoError(t, filepath.WalkDir(public, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, err = filepath.Rel(public, name)
			got = append(got, filepath.ToSlash(name))
		}
		return err
	}))
	assert.ElementsMatch(t, want, got)
}

func TestEveryRouteHasAPageOfItsName(t *testing.T) {
	site := builtSite(t)
	for _, route := range append([]meta.Route{meta.NotFound}, meta.Routes...) {
		assert.True(t, slices.ContainsFunc(site.Files, func(f meta.File) bool {
			return f.Path == route.Path && f.Name == route.File
		}), route.Path)
	}
}

func TestEveryReferenceOfAPageIsAFileOfTheBuild(t *testing.T) {
	site := builtSite(t)
	builtPages(t, func(t *testing.T, doc *html.Node) {
		refs := 0
		for _, n := range elements(doc, "link", "script", "img") {
			ref := attr(n, "src") + attr(n, "href")
			require.NotEmpty(t, ref, n.Data)
			refs++
			i := slices.IndexFunc(site.Files, func(f meta.File) bool { return f.Path == ref })
			assert.GreaterOrEqual(t, i, 0, "%s names %q", n.Data, ref)
		}
		assert.Greater(t, refs, 6, "a page has scripts, a style sheet, icons and a manifest")
	})
}

func TestEveryLinkOfAPageLeadsToAPage(t *testing.T) {
	site := builtSite(t)
	pageAt := func(path string) string {
		i := slices.IndexFunc(site.Files, func(f meta.File) bool { return f.Path == path && strings.HasSuffix(f.Name, ".html") })
		if i < 0 {
			return ""
		}
		return builtFile(t, site.Files[i].Name)
	}
	builtPages(t, func(t *testing.T, doc *html.Node) {
		for _, n := range elements(doc, "a") {
			to, err := url.Parse(attr(n, "href"))
			require.NoError(t, err)
			target := doc
			if to.Path != "" {
				text := pageAt(to.Path)
				require.NotEmpty(t, text, "no page at %s", to)
				target, err = html.Parse(strings.NewReader(text))
				require.NoError(t, err)
			}
			assert.True(t, to.Fragment == "" || slices.ContainsFunc(elements(target), func(n *html.Node) bool { return attr(n, "id") == to.Fragment }), "nothing at %s", to)
		}
	})
}

func TestScriptsAndStyleSheetsAreHeldToTheHashOfTheirFile(t *testing.T) {
	builtPages(t, func(t *testing.T, doc *html.Node) {
		held := 0
		for _, n := range elements(doc, "script", "link") {
			if n.Data == "link" && attr(n, "rel") != "stylesheet" {
				continue
			}
			name := strings.TrimPrefix(attr(n, "src")+attr(n, "href"), "/")
			f := newFile("/"+name, name, []byte(builtFile(t, name)))
			assert.Equal(t, f.integrity(), attr(n, "integrity"), name)
			assert.Equal(t, "anonymous", attr(n, "crossorigin"), name)
			held++
		}
		want := 5
		if slices.ContainsFunc(elements(doc), func(n *html.Node) bool { return attr(n, "class") == "chapter" }) {
			want = 4
		}
		assert.Equal(t, want, held, "one style sheet and four scripts, or three in the guide")
	})
}

func TestAHashedNameBeginsWithTheHashOfTheFile(t *testing.T) {
	hashed := 0
	for _, f := range builtSite(t).Files {
		if strings.HasPrefix(f.Path, meta.AssetPrefix) {
			parts := strings.Split(path.Base(f.Path), ".")
			assert.Equal(t, f.SHA256[:12], parts[len(parts)-2], f.Path)
			hashed++
		}
	}
	assert.GreaterOrEqual(t, hashed, 12, "style sheet, four scripts, two programs and five icons")
}

func TestNoPageHasInlineCodeOrStyle(t *testing.T) {
	builtPages(t, func(t *testing.T, doc *html.Node) {
		for _, n := range elements(doc) {
			for _, a := range n.Attr {
				assert.NotEqual(t, "style", a.Key, n.Data)
				assert.False(t, strings.HasPrefix(a.Key, "on"), "%s %s", n.Data, a.Key)
				assert.NotContains(t, a.Val, "javascript:")
			}
			if n.Data == "script" || n.Data == "style" {
				assert.Nil(t, n.FirstChild, "text in %s", n.Data)
			}
		}
	})
}

// Nobody is asked for a click before the program can answer it.
func TestThePageSaysThatItsProgramIsLoading(t *testing.T) {
	body := builtFile(t, meta.Routes[0].File)
	assert.Contains(t, body, "The program that makes it is loading.")
	assert.NotContains(t, body, "Click Generate")
}

func TestAttributesAreSorted(t *testing.T) {
	builtPages(t, func(t *testing.T, doc *html.Node) {
		for _, n := range elements(doc) {
			keys := []string{}
			for _, a := range n.Attr {
				keys = append(keys, a.Key)
			}
			assert.IsNonDecreasing(t, append([]string{""}, keys...), n.Data)
		}
	})
}

func TestAPageMayBeZoomed(t *testing.T) {
	builtPages(t, func(t *testing.T, doc *html.Node) {
		viewports := 0
		for _, n := range elements(doc, "meta") {
			if attr(n, "name") == "viewport" {
				viewports++
				assert.NotRegexp(t, `user-scalable|maximum-scale|minimum-scale`, attr(n, "content"))
			}
		}
		assert.Equal(t, 1, viewports)
	})
}

// A namespace is a name that no browser fetches, and names under .invalid belong
// to nobody; a file may hold no other address. Lines that are comments may cite a source, and
// so may the text of the guide, which no browser follows.
func TestNoFileNamesAnotherHost(t *testing.T) {
	comment := regexp.MustCompile(`(?m)^\s*// .*$`)
	text := regexp.MustCompile(`<code[^>]*>[^<]*</code>`)
	address := regexp.MustCompile(`(?:https?:|wss?:|["'(=]\s*)//[\w.-]+[^\s"')]*`)
	looked := 0
	for _, f := range builtSite(t).Files {
		if !slices.Contains([]string{".html", ".css", ".js", ".svg", ".webmanifest"}, path.Ext(f.Name)) {
			continue
		}
		code := comment.ReplaceAllString(builtFile(t, f.Name), "")
		if strings.HasPrefix(f.Path, meta.GuidePath) {
			code = text.ReplaceAllString(code, "")
		}
		for _, found := range address.FindAllString(code, -1) {
			assert.Contains(t, []string{"http://www.w3.org/2000/svg", "https://leak.invalid,"}, found, f.Name)
		}
		looked++
	}
	assert.GreaterOrEqual(t, looked, 9)
}

func TestTheBuildNamesNoFolderOfTheMachine(t *testing.T) {
	here, err := filepath.Abs(root)
	require.NoError(t, err)
	tool, err := newGoTool(root)
	require.NoError(t, err)
	folders := []string{here + "/", tool.goroot + "/"}
	for _, made := range []string{"site-", "sbom-", "built-", "go-build"} { // what the build puts there
		folders = append(folders, filepath.Join(os.TempDir(), made))
	}
	for _, f := range builtSite(t).Files {
		for _, folder := range folders {
			assert.False(t, strings.Contains(builtFile(t, f.Name), folder), "%s names %s", f.Name, folder)
		}
	}
}
