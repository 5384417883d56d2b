package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/app/site"
)

func TestTheTableShowsEachFilesSizes(t *testing.T) {
	var out strings.Builder
	require.NoError(t, printSizes(&out, []site.File{
		{File: meta.File{Name: "index.html", Size: 2000}, Coded: map[string][]byte{"gzip": make([]byte, 900), "br": make([]byte, 80)}},
		{File: meta.File{Name: "icon.png", Size: 7}},
	}))
	assert.Equal(t, []string{"bytes", "gzip", "brotli", "file", "2000", "900", "80", "index.html", "7", "–", "–", "icon.png"}, strings.Fields(out.String()))
}

func TestAFolderOfListsThatIsMissingIsReported(t *testing.T) {
	assert.ErrorIs(t, run([]string{"-lists", "no/such/folder"}, &strings.Builder{}), site.ErrLists)
}

func TestABadOriginIsReported(t *testing.T) {
	assert.ErrorIs(t, run([]string{"-origin", "example.org"}, &strings.Builder{}), site.ErrOrigin)
}
