package kernel

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The first words of FIPS 180-4, §5.3.3 to §5.3.5 and §4.2.2 to §4.2.3, and the sum of the
// constant and the first word of the padded message: 0x61626380 + 0x428a2f98, and with the
// lower halves 0 + 0xd728ae22 for words of 64 bits.
func TestWhatKeysHaveInCommonIsInWordsOf32Bits(t *testing.T) {
	for size, want := range map[int]struct {
		wide                         bool
		initial, constant, scheduled []uint32
		all                          int // words of a block's schedule
	}{
		32: {false, []uint32{0x6a09e667}, []uint32{0x428a2f98}, []uint32{0xa3ec9318}, 64},
		48: {true, []uint32{0xcbbb9d5d, 0xc1059ed8}, []uint32{0x428a2f98, 0xd728ae22}, []uint32{0xa3ec9318, 0xd728ae22}, 160},
		64: {true, []uint32{0x6a09e667, 0xf3bcc908}, []uint32{0x428a2f98, 0xd728ae22}, []uint32{0xa3ec9318, 0xd728ae22}, 160},
	} {
		got := Prepare([]byte("abc"), size)
		n := len(want.initial)
		assert.Equal(t, want.wide, got.Wide)
		assert.Equal(t, want.initial, got.Initial[:n])
		assert.Equal(t, want.constant, got.Constants[:n])
		assert.Equal(t, want.scheduled, got.Message[:n])
		assert.Len(t, got.Initial, 8*n)
		assert.Len(t, got.Constants, want.all)
		assert.Len(t, got.Message, want.all)
	}
}
