package attack

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAWordListHasOneCandidateALineAndOneMoreWhereSpacesAreAtItsEdges(t *testing.T) {
	full := strings.Repeat("x", MaxLine)
	var all []string
	for line := range Lines(slices.Values([][]byte{[]byte("\xef\xbb\xbfone\r\n two\n"), []byte(full + "y\n" + full)})) {
		all = append(all, string(line))
	}
	assert.Equal(t, []string{"one", " two", "two", full}, all)
}
