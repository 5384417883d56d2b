package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

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
	for _, m := range modulesOf(t, program{main: "./cmd/site", target: serverTarget}) {
		if id, known := want[m.path]; known {
			delete(want, m.path)
			assert.Equal(t, id, licenceIn(m.dir), m.path)
		}
	}
	assert.Empty(t, want, "each was looked at")
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
