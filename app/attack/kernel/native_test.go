package kernel

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// openNative returns Native for a token, or skips the test where there is none.
func openNative(t testing.TB, message, tag []byte) func(keys []byte) bool {
	t.Helper()
	run := Native(message, tag)
	if run == nil {
		t.Skip("this processor has no vectors that are used")
	}
	return run
}

// changed returns a copy with one bit of the first byte changed, which is part of the word that
// is compared.
func changed(b []byte, bit int) []byte {
	b = bytes.Clone(b)
	b[0] ^= 1 << (bit % 8)
	return b
}

// There are from one key to those of two vectors and one more, of all sizes up to a block;
// the right one is the last, so that each lane has it; the message has up to 200 bytes.
func TestTheNativeKernelAgreesWithTheStandardLibraryOnRandomInputs(t *testing.T) {
	const mostKeys = 33
	for _, m := range macs {
		t.Run(m.name, func(t *testing.T) {
			for i := range 201 * mostKeys {
				message, key := random(t, i%201), m.key(t, i%(m.block()+1))
				tag := m.sum(key, message)
				keys := append(random(t, i%mostKeys*m.block()), key...)
				require.True(t, openNative(t, message, tag)(keys), "%d", i)
				require.False(t, openNative(t, message, changed(tag, i))(keys), "%d", i)
			}
		})
	}
}

func TestTheNativeKernelFindsItsKeyAtEveryPlace(t *testing.T) {
	const places = 1024
	for _, m := range macs {
		message, keys := random(t, 111), random(t, places*m.block())
		for place := range places {
			at := place * m.block()
			run := openNative(t, message, m.sum(keys[at:][:m.block()], message))
			require.False(t, run(keys[:at]), "%s, place %d", m.name, place)
			require.True(t, run(keys[:at+m.block()]), "%s, place %d", m.name, place)
			require.False(t, run(keys[:at]), "%s, place %d, which was there before", m.name, place)
			require.True(t, run(keys), "%s, place %d", m.name, place)
		}
	}
}

// The longest token has 64 KiB.
func TestTheNativeKernelTakesALongMessage(t *testing.T) {
	for _, m := range macs {
		message, key := random(t, 64<<10), m.key(t, 7)
		run := openNative(t, message, m.sum(key, message))
		assert.True(t, run(append(m.key(t, 3), key...)), m.name)
		assert.False(t, run(append(m.key(t, 3), m.key(t, 7)...)), m.name)
	}
}

// Each hash has its turn. A short key is filled up with zeros, a long one cut.
func FuzzTheNativeKernelAgreesWithTheStandardLibrary(f *testing.F) {
	f.Add(uint(0), []byte{}, []byte{}, []byte{})
	f.Add(uint(1), []byte("key"), []byte("message"), []byte("another key"))
	f.Add(uint(2), bytes.Repeat([]byte{0xff}, 128), bytes.Repeat([]byte{0x80}, 119), bytes.Repeat([]byte{1}, 64*17))
	f.Fuzz(func(t *testing.T, turn uint, key, message, others []byte) {
		m := macs[turn%uint(len(macs))]
		block := append(bytes.Clone(key), make([]byte, m.block())...)[:m.block()]
		tag := m.sum(block, message)
		keys := append(bytes.Clone(others[:len(others)/m.block()*m.block()]), block...)
		require.True(t, openNative(t, message, tag)(keys))
		require.False(t, openNative(t, message, changed(tag, len(keys)))(keys))
	})
}
