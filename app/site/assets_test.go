package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// noPrograms stand where a build has compiled programs.
var noPrograms = compiled{
	page: []byte("program"), auditor: []byte("auditor"), exec: []byte("Reflect.get(loadValue(sp + 8), loadString(sp + 16))"),
	sboms: []File{fixedFile("/sbom/page.cdx.json", nil), fixedFile("/sbom/auditor.cdx.json", nil), fixedFile("/sbom/server.cdx.json", nil)},
}

// someAssets are the real assets around programs and a script that are none.
func someAssets(t *testing.T) assets {
	t.Helper()
	a, err := loadAssets(root, noPrograms)
	require.NoError(t, err)
	return a
}

func TestEveryStyleSheetIsUsed(t *testing.T) {
	files, err := os.ReadDir(filepath.Join(root, "web", "css"))
	require.NoError(t, err)
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	assert.ElementsMatch(t, styleSheets, names)
}

func TestAMissingSourceIsReported(t *testing.T) {
	_, err := loadAssets(t.TempDir(), noPrograms)
	for _, name := range []string{"tokens.css", "prepare.js", "boot.js", "load.js", "icon.svg", "wide.png"} {
		assert.ErrorContains(t, err, name)
	}
}

func TestAllAssetsAreListedOnce(t *testing.T) {
	a := someAssets(t)
	seen := map[string]bool{}
	for _, f := range a.all() {
		assert.False(t, seen[f.Path], f.Path)
		seen[f.Path] = true
	}
	// Style sheet, five scripts, three programs, the guide's words, and the pictures.
	assert.Len(t, seen, 10+len(iconNames)+len(screenshots))
}

func TestTheFirstColoursAreThoseOfTheStyleSheet(t *testing.T) {
	tokens, err := os.ReadFile(filepath.Join(root, "web/css/tokens.css"))
	require.NoError(t, err)
	assert.Equal(t, 1, strings.Count(string(tokens), "--ground: light-dark("+lightColour+", "+darkColour+");"))
}

// The boot script clears what the service worker stored, so it has to know the
// same name.
func TestTheBootScriptKnowsTheNameOfTheCaches(t *testing.T) {
	script, err := os.ReadFile(filepath.Join(root, "web", "boot.js"))
	require.NoError(t, err)
	assert.Contains(t, string(script), `const CACHES = "`+meta.CachePrefix+`"`)
}
