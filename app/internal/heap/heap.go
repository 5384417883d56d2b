// Package heap looks into the memory of a test for secrets that should be gone.
package heap

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/require"
)

// Holds reports whether a text lies in the memory of this program: the heap, with
// what nothing uses any more but was not collected yet, the variables and the
// stacks. A test that wants to see every copy keeps the collector from running. The
// text is made when all of that has been written down, so that the question is not
// its own answer; no constant may hold it. Go under WebAssembly cannot write its
// heap down: there the test is skipped.
func Holds(t testing.TB, text func() []byte) bool {
	t.Helper()
	if runtime.GOOS == "js" {
		t.Skip("no heap can be written down here")
	}
	path := filepath.Join(t.TempDir(), "heap")
	file, err := os.Create(path)
	require.NoError(t, err)
	debug.WriteHeapDump(file.Fd())
	require.NoError(t, file.Close())
	dump, err := os.ReadFile(path)
	require.NoError(t, err)
	defer clear(dump) // the next question has to be answered, too
	asked := text()
	defer clear(asked)
	return bytes.Contains(dump, asked)
}
