package site

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// cleaned parses what go-app would write inside a body, cleans it and writes it
// again.
func cleaned(t *testing.T, markup string) (string, error) {
	t.Helper()
	body, err := parse([]byte("<html><body>"+markup+"</body></html>"), atom.Body)
	require.NoError(t, err)
	cleanTexts(body)
	if err := cleanElements(body); err != nil {
		return "", err
	}
	var out strings.Builder
	for n := range body.ChildNodes() {
		require.NoError(t, html.Render(&out, n))
	}
	return out.String(), nil
}

func TestCleanGivesTheTreeOfTheRunningProgram(t *testing.T) {
	cases := []struct{ name, markup, want string }{
		{
			"attributes are sorted",
			`<p id="b" class="a" data-x="c"></p>`,
			`<p class="a" data-x="c" id="b"></p>`,
		},
		{
			"line breaks between children go",
			"<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
			"<ul><li>a</li><li>b</li></ul>",
		},
		{
			"a text between elements keeps its own space",
			"<p>\n<b>a</b>\n and \n<i>b</i>\n</p>",
			"<p><b>a</b> and <i>b</i></p>",
		},
		{
			"a text alone is left as it is",
			"<code>\nA=1\n</code>",
			"<code>\nA=1\n</code>",
		},
		{
			"a bare state becomes true",
			`<div aria-hidden hidden draggable></div>`,
			`<div aria-hidden="true" draggable="true" hidden=""></div>`,
		},
		{
			"the loader's image asks for no address",
			`<img id="app-wasm-loader-icon" class="goapp-logo" src="https://example.org/icon.png">`,
			`<span class="goapp-logo" id="app-wasm-loader-icon"></span>`,
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := cleaned(t, c.markup)
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
}

func TestCleanRefusesWhatThePolicyOrGoAppWouldSpoil(t *testing.T) {
	cases := map[string]string{
		"style attribute":       `<p style="color:red"></p>`,
		"event attribute":       `<p onclick="f()"></p>`,
		"script text":           `<script>f()</script>`,
		"style text":            `<style>p{}</style>`,
		"quotation mark":        `<p title="say \"hi\""></p>`,
		"backslash":             `<p title="a\\b"></p>`,
		"line break in a value": `<p title="a\nb"></p>`,
	}
	for name, markup := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := cleaned(t, markup)
			assert.ErrorIs(t, err, ErrMarkup)
		})
	}
}
