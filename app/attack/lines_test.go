package attack

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAWordListHasOneCandidateALineAndOneMoreWhereSpacesAreAtItsEdges(t *testing.T) {
	full := strings.Repeat("x", MaxLine)
	list := List{Name: "mine", Chunks: slices.Values([][]byte{[]byte("\xef\xbb\xbfone\r\n two\n\r"), []byte(full + "y\n" + full)})}
	source := list.Source(0, 1)
	assert.Negative(t, source.Size(), "nobody has read it yet")
	var all []string
	for place, line := range source.Candidates {
		all = append(all, string(line))
		assert.Len(t, all, place)
	}
	assert.Equal(t, []string{"one", " two", "two", full}, all)
	assert.True(t, list.Read())
	assert.Equal(t, 4, source.Size())
	assert.Equal(t, 5, list.Lines())
}

func TestAListThatIsLeftIsNotRead(t *testing.T) {
	list := List{Chunks: slices.Values([][]byte{[]byte("one\ntwo\n")})}
	source := list.Source(0, 1)
	for range source.Candidates {
		break
	}
	assert.False(t, list.Read())
	assert.Negative(t, source.Size())
}
