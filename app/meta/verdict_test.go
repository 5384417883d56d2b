package meta_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

var verdicts = []string{meta.Unusable, meta.BelowRule, meta.Guessable, meta.DefectFound, meta.NoDefect}

func TestTheCodesOfVerdictsAreWrittenInOnePlace(t *testing.T) {
	read := 0
	for _, root := range []string{"../../app", "../../wasm", "../../cmd"} {
		require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") || filepath.Base(path) == "verdict.go" {
				return err
			}
			read++
			text, err := os.ReadFile(path)
			for _, code := range verdicts {
				assert.NotContains(t, string(text), strconv.Quote(code), path)
			}
			return err
		}))
	}
	assert.Greater(t, read, 100)
}

func TestTheStylesKnowNoOtherVerdict(t *testing.T) {
	sheets, err := filepath.Glob("../../web/css/*.css")
	require.NoError(t, err)
	used := 0
	for _, sheet := range sheets {
		text, err := os.ReadFile(sheet)
		require.NoError(t, err)
		for _, match := range regexp.MustCompile(`data-verdict="([^"]*)"`).FindAllStringSubmatch(string(text), -1) {
			assert.Contains(t, verdicts, match[1], sheet)
			used++
		}
	}
	assert.Positive(t, used)
}
