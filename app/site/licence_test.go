package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// licenceTexts are the sentences by which a licence is told from the ones most
// like it, in the order in which they stand in it. All of them must be there.
var licenceTexts = []struct {
	id        string // by the SPDX list
	sentences []string
}{
	{"MIT", []string{
		"Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files",
		"to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software",
		"The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.",
		"THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND",
	}},
	{"BSD-3-Clause", []string{
		"Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:",
		"Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.",
		"Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.",
		"may be used to endorse or promote products derived from this software without specific prior written permission.",
		"ARE DISCLAIMED.",
	}},
	{"Apache-2.0", []string{
		"Apache License Version 2.0, January 2004",
		"TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
		"END OF TERMS AND CONDITIONS",
	}},
}

// licenceIn returns the licence of the files in dir or, where it is not certain
// which, nothing: an empty place says that somebody has to look.
func licenceIn(dir string) string {
	text, err := os.ReadFile(filepath.Join(dir, "LICENSE"))
	if err != nil {
		return ""
	}
	return licenceOf(string(text))
}

// licenceOf returns the identifier of a licence text, or nothing. A file that
// holds the text of two licences has no single identifier.
func licenceOf(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	found := ""
	for _, l := range licenceTexts {
		switch {
		case !holds(text, l.sentences):
		case found != "":
			return ""
		default:
			found = l.id
		}
	}
	return found
}

// holds reports whether text has all sentences, one after the other.
func holds(text string, sentences []string) bool {
	for _, s := range sentences {
		_, after, found := strings.Cut(text, s)
		if !found {
			return false
		}
		text = after
	}
	return true
}

func TestOurLicenceIsRecognised(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	require.NoError(t, err)
	assert.Equal(t, "MIT", licenceOf(string(text)))
}

func TestTheLicencesOfOurModulesAreRecognised(t *testing.T) {
	want := map[string]string{
		"github.com/maxence-charriere/go-app/v9": "MIT",
		"github.com/google/uuid":                 "BSD-3-Clause",
		"golang.org/x/net":                       "BSD-3-Clause",
		"github.com/andybalholm/brotli":          "MIT",
		// The texts of three licences, each for other files, are in one.
		"github.com/klauspost/compress": "",
	}
	for name, id := range want {
		assert.Equal(t, id, licenceIn(moduleFolder(t, name)), name)
	}
}

// moduleFolder returns where the files of a module are.
func moduleFolder(t *testing.T, name string) string {
	t.Helper()
	tool, err := newGoTool(root)
	require.NoError(t, err)
	if name == "std" {
		return tool.goroot
	}
	out, err := tool.run("list", "-m", "-f", "{{.Dir}}", name)
	require.NoError(t, err)
	return strings.TrimSpace(string(out))
}

func TestEveryLibraryHasTheLicenceOfItsText(t *testing.T) {
	for _, p := range programs {
		for name, c := range components(t, published(t, p.name)) {
			if c["type"] == "library" {
				require.NotEmpty(t, licences[name], "%s is new: look at its licence", name)
				assert.Equal(t, []any{map[string]any{"license": map[string]any{"id": licences[name]}}}, c["licenses"], name)
			}
		}
	}
	for name, id := range licences {
		folder := moduleFolder(t, name)
		if _, err := os.Stat(filepath.Join(folder, "LICENSE")); name == "std" && err != nil {
			continue // some distributions of Go keep that file elsewhere
		}
		assert.Equal(t, id, licenceIn(folder), name)
	}
}

// A licence with a sentence changed or left out is another licence: MIT-0 is the
// MIT licence without its condition, BSD-2-Clause is BSD-3-Clause without its
// third.
func TestATextThatLacksASentenceIsNotRecognised(t *testing.T) {
	for _, l := range licenceTexts {
		assert.Equal(t, l.id, licenceOf(strings.Join(l.sentences, "\n\n")))
		for i := range l.sentences {
			without := append(append([]string{}, l.sentences[:i]...), l.sentences[i+1:]...)
			assert.Empty(t, licenceOf(strings.Join(without, "\n")), "%s without %d", l.id, i)
		}
	}
}

func TestAFolderWithoutALicenceHasNone(t *testing.T) {
	assert.Empty(t, licenceIn(t.TempDir()))
}
