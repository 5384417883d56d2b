package site

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// smallModule has a custom section, a count of two data segments, and those two:
// "ab" at address 1, "c" at address 70, which takes two bytes as a signed number.
const smallModule = moduleHead + "\x00\x03\x01xy" + "\x0c\x01\x02" + "\x0b\x0f\x02" +
	"\x00\x41\x01\x0b\x02ab" + "\x00\x41\xc6\x00\x0b\x01c"

func TestAModuleIsItsSectionsInOrder(t *testing.T) {
	sections, err := splitModule([]byte(smallModule))
	require.NoError(t, err)
	var ids []byte
	for _, s := range sections {
		ids = append(ids, s.id)
	}
	assert.Equal(t, []byte{0, dataCountSection, dataSection}, ids)
	assert.Equal(t, smallModule, string(joinModule(sections)))
}

func TestWhatIsNoModuleIsRefused(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":                     "",
		"another format":              "\x7fELF\x01\x00\x00\x00",
		"another version":             "\x00asm\x02\x00\x00\x00",
		"a section without a size":    moduleHead + "\x00",
		"a section that breaks off":   moduleHead + "\x00\x02x",
		"a size of more than 32 bits": moduleHead + "\x00\xff\xff\xff\xff\x1f",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := splitModule([]byte(text))
			assert.ErrorIs(t, err, ErrProgram)
		})
	}
}

// The examples are of the rule: seven bits a byte, the lowest first; bit 6 of the
// last byte is the sign.
func TestAnAddressIsASignedNumber(t *testing.T) {
	for address, text := range map[uint32]string{
		0: "\x00", 63: "\x3f", 64: "\xc0\x00", 8191: "\xff\x3f", 8192: "\x80\xc0\x00",
		math.MaxInt32: "\xff\xff\xff\xff\x07", 1 << 31: "\x80\x80\x80\x80\x78", math.MaxUint32: "\x7f",
	} {
		assert.Equal(t, text, string(appendAddress(nil, address)))
		r := reader{rest: []byte(text + "x")}
		assert.Equal(t, address, r.address())
		assert.Equal(t, "x", string(r.rest))
	}
	r := reader{rest: []byte("\xff\xff\xff\xff\xff\x00")}
	r.address()
	assert.True(t, r.short, "no number of 32 bits is that long")
}
