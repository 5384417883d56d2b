package strength_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/paste"
	"jwtsecret/app/strength"
)

// The page's worker lives as long as the page: what it was asked about must not
// stay in its memory. Each text is made anew of its complement, so that no other
// copy of it is in memory, and overwritten after the audit; 12 bytes of it, either
// way round, are looked for in all that is on the heap.
func TestAnAuditLeavesNoCopyOfTheTextInMemory(t *testing.T) {
	for name, complement := range map[string]string{
		"lower case and digits": "\x85\x90\x8d\x9d\x93\x9e\x8b\x8b\xce\x94\x8e\x98\x97\xc8\x90\x87\xcb\x96\x99\x9a\x88\xcf\x91\x9e\x92",                             // zorblatt1kqgh7ox4ifew0nam
		"a symbol":              "\xb4\x8e\x98\xb7\xc8\x90\xa7\xcb\x96\xb9\x9a\x88\xcf\xb1\x9e\x92\xa0\xcd\x8d\x8b\x86\xab",                                         // KqgH7oX4iFew0Nam_2rtyT
		"hexadecimal":           "\xc6\x9c\xcb\xce\x9a\xc8\x9d\xcf\xca\x9b\x9e\xc7\x99\xcc\xc9\xcd\xc8\x9d\x9a\xc6\xce\xcf\xcb\x99\x9b\xc7\x9e\xc9\x9c\xcc\xca\x9d", // 9c41e7b05da8f3627be9104fd8a6c35b
		"writing":               "\xac\x9a\x89\x9a\x91\xdf\x8e\x8a\x96\x9a\x8b\xdf\x9b\x8a\x92\x8f\x93\x96\x91\x98\x8c\xd3\xdf\x9e\x8b\xdf\x91\x96\x98\x97\x8b",     // Seven quiet dumplings, at night
	} {
		t.Run(name, func(t *testing.T) {
			examine([]byte("warm-up"))
			text := []byte(complement)
			for i := range text {
				text[i] = ^text[i]
			}
			e := examine(text)
			clear(text)
			heap := dumped(t)
			for from := 0; from+12 <= len(complement); from++ {
				needle := []byte(complement[from : from+12])
				for i := range needle {
					needle[i] = ^needle[i]
				}
				assert.False(t, bytes.Contains(heap, needle), "bytes %d to %d are in memory", from, from+12)
				slices.Reverse(needle)
				assert.False(t, bytes.Contains(heap, needle), "bytes %d to %d are in memory, backwards", from, from+12)
			}
			assert.NotNil(t, e)
		})
	}
}

// dumped returns what is on the heap, also what nothing refers to any more.
func dumped(t *testing.T) []byte {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "heap"))
	require.NoError(t, err)
	debug.WriteHeapDump(f.Fd())
	require.NoError(t, f.Close())
	heap, err := os.ReadFile(f.Name())
	require.NoError(t, err)
	return heap
}

// examine reads the text and wipes what was read.
func examine(text []byte) strength.Examination {
	p := paste.Read(text)
	defer p.Wipe()
	return strength.Examine(p, p.Used[0], strength.Context{})
}
