package site

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A rule that is not closed takes all that follow it with it, in the files after it, too.
func TestEveryStyleSheetClosesWhatItOpens(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(root, "web", "css", "*.css"))
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Empty(t, unclosed(string(text)), name)
	}
	for text, want := range map[string]string{
		"a { b: c }\n": "", "a { b { c: d } }": "", "/* { */ a { b: \"}\" }": "",
		"a { b: c\n": "at the end", "a { b: c } }": "line 1", "a {\n\n/* New. */\nb { c: d }\n}": "line 3",
	} {
		assert.Equal(t, want, unclosed(text), text)
	}
}

// unclosed says where a style sheet has a rule open that should not be, or nothing. A comment
// at the beginning of a line stands between rules.
func unclosed(text string) string {
	text = regexp.MustCompile(`"[^"\n]*"`).ReplaceAllString(text, `""`)
	number, depth := 0, 0
	for line := range strings.Lines(text) {
		number++
		if strings.HasPrefix(line, "/*") && depth != 0 {
			return "line " + strconv.Itoa(number)
		}
		line = regexp.MustCompile(`/\*.*?\*/`).ReplaceAllString(line, "")
		for _, c := range line {
			switch c {
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth < 0 {
				return "line " + strconv.Itoa(number)
			}
		}
	}
	if depth != 0 {
		return "at the end"
	}
	return ""
}
