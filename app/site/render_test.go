package site

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

func TestPagesAreTheSameInEveryRun(t *testing.T) {
	a := someAssets(t)
	first, err := renderPages(newTable("", a), a)
	require.NoError(t, err)
	// go-app writes attributes in the order of a map: two attributes in the
	// same wrong order twenty times over would be chance of one in a million.
	for range 20 {
		again, err := renderPages(newTable("", a), a)
		require.NoError(t, err)
		assert.Equal(t, first, again)
	}
}

func TestAPageIsAWholeDocument(t *testing.T) {
	a := someAssets(t)
	page, err := renderPage(meta.Routes[0], newTable("", a), a)
	require.NoError(t, err)
	text := string(page)
	assert.True(t, strings.HasPrefix(text, "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"))
	assert.Equal(t, 1, strings.Count(text, "<body"))
	assert.Contains(t, text, `<p class="goapp-label" id="app-wasm-loader-label">Loading…</p>`)
}

func TestARouteThatNoComponentShowsIsReported(t *testing.T) {
	_, err := request("/%0A") // no route's pattern matches a line break
	assert.ErrorIs(t, err, ErrRender)
}
