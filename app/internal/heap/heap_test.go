package heap

import (
	"bytes"
	"runtime"
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/assert"
)

// marked is in no constant of the program.
func marked() []byte { return bytes.Repeat([]byte("zq7"), 20) }

func TestWhatIsNotOverwrittenIsFound(t *testing.T) {
	kept := marked()
	assert.True(t, Holds(t, marked))
	clear(kept)
	runtime.GC() // and what Holds itself has left
	assert.False(t, Holds(t, marked))
}

func TestWhatNothingUsesIsFoundUntilItIsCollected(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	runtime.GC()
	lost := string(marked())
	runtime.KeepAlive(lost)
	assert.True(t, Holds(t, marked))
	runtime.GC()
	assert.False(t, Holds(t, marked))
}
