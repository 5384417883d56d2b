package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"jwtsecret/app/meta"
	"jwtsecret/app/ui"
)

// headOf returns the elements in the head of a route's page.
func headOf(t *testing.T, route meta.Route, origin string, a assets) []*html.Node {
	t.Helper()
	page, err := fillPage(rendering{route: route, description: meta.Describe(route), program: a.wasm, scripts: []File{a.exec, a.app, a.leak}}, newTable(origin, a), a)
	require.NoError(t, err)
	return slices.DeleteFunc(slices.Collect(page.FirstChild.ChildNodes()), func(n *html.Node) bool { return n.Type != html.ElementNode })
}

// contentOf returns the content of the meta element whose attribute key is name.
func contentOf(nodes []*html.Node, key, name string) string {
	for _, n := range nodes {
		if n.Data == "meta" && attr(n, key) == name {
			return attr(n, "content")
		}
	}
	return ""
}

func TestThePolicyStandsBeforeEverythingThatItGoverns(t *testing.T) {
	nodes := headOf(t, meta.Routes[0], "https://example.org", someAssets(t))
	assert.Equal(t, "utf-8", attr(nodes[0], "charset"), "a browser looks for the encoding in the first 1024 bytes")
	assert.Equal(t, "Content-Security-Policy", attr(nodes[1], "http-equiv"))
}

func TestTheBootScriptIsTheFirstFileAndBlocks(t *testing.T) {
	a := someAssets(t)
	var files []*html.Node
	for _, n := range headOf(t, meta.Routes[0], "", a) {
		if n.Data == "script" || n.Data == "link" {
			files = append(files, n)
		}
	}
	require.NotEmpty(t, files)
	assert.Equal(t, a.boot.Path, attr(files[0], "src"))
	assert.Equal(t, a.wasm.Path, attr(files[0], "data-program"), "it asks for the program")
	for _, attribute := range files[0].Attr {
		assert.NotContains(t, []string{"defer", "async"}, attribute.Key)
	}
}

func TestAPageSaysWhatItIs(t *testing.T) {
	nodes := headOf(t, meta.NotFound, "", someAssets(t))
	assert.Equal(t, meta.Describe(meta.NotFound), contentOf(nodes, "name", "description"))
	assert.Equal(t, meta.NotFound.Title, contentOf(nodes, "property", "og:title"))
	assert.Equal(t, meta.Describe(meta.NotFound), contentOf(nodes, "property", "og:description"))
	assert.Equal(t, "website", contentOf(nodes, "property", "og:type"))
	assert.Equal(t, "light dark", contentOf(nodes, "name", "color-scheme"))
	titles := slices.DeleteFunc(nodes, func(n *html.Node) bool { return n.Data != "title" })
	require.Len(t, titles, 1)
	assert.Equal(t, meta.NotFound.Title, titles[0].FirstChild.Data)
}

func TestOnlyAKnownOriginGivesAnAddress(t *testing.T) {
	a := someAssets(t)
	trust := meta.Route{Path: "/trust"}
	canonical := func(nodes []*html.Node) string {
		for _, n := range nodes {
			if attr(n, "rel") == "canonical" {
				return attr(n, "href")
			}
		}
		return ""
	}
	known := headOf(t, trust, "https://example.org", a)
	assert.Equal(t, "https://example.org/trust", contentOf(known, "property", "og:url"))
	assert.Equal(t, "https://example.org/trust", canonical(known))

	for _, nodes := range [][]*html.Node{headOf(t, trust, "", a), headOf(t, meta.NotFound, "https://example.org", a)} {
		assert.Empty(t, contentOf(nodes, "property", "og:url"))
		assert.Empty(t, canonical(nodes))
	}
}

func TestBothColourSchemesHaveAThemeColour(t *testing.T) {
	var media []string
	for _, n := range headOf(t, meta.Routes[0], "", someAssets(t)) {
		if attr(n, "name") == "theme-color" {
			media = append(media, attr(n, "media")+" "+attr(n, "content"))
		}
	}
	assert.Equal(t, []string{
		"(prefers-color-scheme: light) " + lightColour,
		"(prefers-color-scheme: dark) " + darkColour,
	}, media)
}

func TestTheEncodingIsFoundInTime(t *testing.T) {
	ui.Register()
	a := someAssets(t)
	page, err := renderPage(meta.Routes[0], newTable("https://example.org", a), a)
	require.NoError(t, err)
	assert.Less(t, strings.Index(string(page), `charset="utf-8"`), 1024)
}
