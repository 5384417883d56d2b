package strength

import (
	"os"
	"strings"
	"testing"

	"github.com/ccojocar/zxcvbn-go/frequency"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// With GENERAL=write the file is written anew: see go generate.
func TestTheGeneralWordsAreThoseOfZxcvbn(t *testing.T) {
	var text strings.Builder
	for _, name := range []string{"Passwords", "English", "MaleNames", "FemaleNames", "Surname"} {
		list := frequency.Lists[name].List
		require.NotEmpty(t, list, name)
		text.WriteString("# " + name + "\n" + strings.Join(list, "\n") + "\n")
	}
	if os.Getenv("GENERAL") == "write" {
		require.NoError(t, os.WriteFile("general.txt", []byte(text.String()), 0o644))
		return
	}
	assert.True(t, text.String() == generalText, "run go generate in this folder")
}

func TestEachListIsReadWhole(t *testing.T) {
	var sizes []int
	for _, list := range generalLists() {
		sizes = append(sizes, len(list))
	}
	assert.Equal(t, []int{7141, 32545, 1004, 3815, 40583}, sizes)
}
