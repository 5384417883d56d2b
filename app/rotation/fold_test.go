package rotation

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// The texts of today's checklists are ASCII and have no backslash; those of
// tomorrow may not.

func TestFoldCutsNoCharacterInTwo(t *testing.T) {
	for before := range 80 {
		for after := range 80 {
			line := strings.Repeat("a", before) + strings.Repeat("é€😀", 30) + strings.Repeat("z", after)
			var file strings.Builder
			fold(&file, line)
			for part := range strings.SplitSeq(strings.TrimSuffix(file.String(), "\r\n"), "\r\n") {
				assert.True(t, utf8.ValidString(part))
				assert.LessOrEqual(t, len(part), 75)
			}
			assert.Equal(t, line+"\r\n", strings.ReplaceAll(file.String(), "\r\n ", ""))
		}
	}
}

func TestFoldLeavesALineOf75Octets(t *testing.T) {
	var file strings.Builder
	fold(&file, strings.Repeat("a", 75))
	assert.Equal(t, strings.Repeat("a", 75)+"\r\n", file.String())
}

func TestTextOfACalendarIsEscaped(t *testing.T) {
	assert.Equal(t, `a\\b\;c\,d\ne:f"g`, icsText("a\\b;c,d\ne:f\"g")) // RFC 5545 §3.3.11
}
