package e2e

import (
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/assert"
)

// mozLZ4 decompresses a file of Firefox's: eight bytes of name, the size in four
// bytes, little endian, and one block of LZ4.
func mozLZ4(file []byte) ([]byte, bool) {
	const name = "mozLz40\x00"
	if len(file) < len(name)+4 || string(file[:len(name)]) != name {
		return nil, false
	}
	size := binary.LittleEndian.Uint32(file[len(name):])
	text, ok := lz4Block(file[len(name)+4:])
	return text, ok && len(text) == int(size)
}

// lz4Block decompresses a block: sequences of literals and a copy of what came
// before. The last sequence has no copy.
func lz4Block(in []byte) (out []byte, ok bool) {
	for len(in) > 0 {
		token := in[0]
		literals, rest, ok := lz4Length(int(token>>4), in[1:])
		if !ok || literals > len(rest) {
			return nil, false
		}
		out, in = append(out, rest[:literals]...), rest[literals:]
		if len(in) == 0 {
			return out, true
		}
		if len(in) < 2 {
			return nil, false
		}
		offset := int(binary.LittleEndian.Uint16(in))
		length, rest, ok := lz4Length(int(token&15), in[2:])
		if !ok || offset == 0 || offset > len(out) {
			return nil, false
		}
		for range length + 4 { // byte by byte: a copy may overlap itself
			out = append(out, out[len(out)-offset])
		}
		in = rest
	}
	return out, true
}

// lz4Length reads a length that begins in four bits: 15 means that bytes follow
// to be added, up to the first that is not 255.
func lz4Length(length int, in []byte) (int, []byte, bool) {
	if length < 15 {
		return length, in, true
	}
	for i, b := range in {
		length += int(b)
		if b != 255 {
			return length, in[i+1:], true
		}
	}
	return 0, nil, false
}

func TestTheSessionFilesFormatIsReadAsItsAuthorsDescribeIt(t *testing.T) {
	t.Parallel()
	// "abc", then 4+5 bytes from 3 back, then "de" as the last literals.
	block := "\x35abc\x03\x00\x20de"
	text, ok := mozLZ4([]byte("mozLz40\x00\x0e\x00\x00\x00" + block))
	assert.True(t, ok)
	assert.Equal(t, "abcabcabcabcde", string(text))

	// 15 + 1 literals: the length goes on in a byte of its own.
	text, ok = lz4Block([]byte("\xf0\x010123456789abcdef"))
	assert.True(t, ok)
	assert.Equal(t, "0123456789abcdef", string(text))

	for _, wrong := range []string{"\x10", "\x10a\x01", "\x10a\x02\x00", "\x10a\x00\x00", "\xf0\xff"} {
		_, ok = lz4Block([]byte(wrong))
		assert.False(t, ok, "%q", wrong)
	}
	_, ok = mozLZ4([]byte("SQLite format 3\x00"))
	assert.False(t, ok)
}
