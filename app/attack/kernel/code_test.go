package kernel

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// DWARF 5, appendix C, has these examples of LEB128.
func TestNumbersAreWrittenInLEB128(t *testing.T) {
	for n, want := range map[int]code{2: {2}, 127: {0x7f}, 128: {0x80, 1}, 129: {0x81, 1}, 12857: {0xb9, 0x64}} {
		assert.Equal(t, want, leb(n))
	}
}

// A constant has a sign, so that the highest bit of its last seven is none.
func TestConstantsAreWrittenWithASign(t *testing.T) {
	for n, want := range map[int]code{0: {0x41, 0}, 2: {0x41, 2}, 63: {0x41, 0x3f}, 64: {0x41, 0xc0, 0}, 127: {0x41, 0xff, 0}, 128: {0x41, 0x80, 1}} {
		var c code
		c.constant(n)
		assert.Equal(t, want, c)
	}
}

// FIPS 180-4 §4.2.2 and §5.3.3 to §5.3.5.
func TestTheTablesOfTheTestsAreThoseOfTheStandard(t *testing.T) {
	assert.Equal(t, []uint32{0x428a2f98, 0x71374491}, fractions[uint32](2, 3))
	assert.Equal(t, uint32(0x6a09e667), sha256.initial[0])
	assert.Equal(t, uint64(0xcbbb9d5dc1059ed8), sha384.initial[0])
	assert.Equal(t, uint64(0x6a09e667f3bcc908), sha512.initial[0])
}
