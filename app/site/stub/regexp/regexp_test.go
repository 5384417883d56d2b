package regexp

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNothingCompilesAndNothingMatches(t *testing.T) {
	assert.PanicsWithValue(t, "this program contains no regular expressions", func() { MustCompile("x") })
	assert.False(t, (&Regexp{}).MatchString(""))
}
