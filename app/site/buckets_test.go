package site

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// bucketsOf returns the table of buckets in a memory.
func bucketsOf(t *testing.T, memory []byte) []byte {
	t.Helper()
	p, err := findPclntab(memory)
	require.NoError(t, err)
	from, addresses := p.described.at(19), p.described.at(21)-p.described.at(20) // as in runtime.moduledata
	parts := (addresses + 255) / 256                                             // of 256 addresses each, with a byte each; sixteen have four bytes, too
	return memory[from : from+parts+4*((parts+15)/16)]
}

// The writer is run in a module that has nothing but its memory, of three pages of 64 KiB.
func TestTheTableOfBucketsIsWrittenAgainAsItWas(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed")
	}
	raw := rawProgram(t)
	shrunk, err := shrink(raw)
	require.NoError(t, err)
	assert.Greater(t, len(raw), len(shrunk)+len(bucketsOf(t, rawMemory(t)))/2, "it is no part of the file")
	sections, err := splitModule(shrunk)
	require.NoError(t, err)
	for _, s := range sections {
		if s.id == dataSection {
			memory, err := readMemory(s.body)
			require.NoError(t, err)
			assert.Empty(t, bytes.Trim(bucketsOf(t, memory), "\x00"))
		}
	}

	module := joinModule([]moduleSection{
		{typeSection, []byte{0}}, {functionSection, []byte{0}},
		{5, []byte{1, 0, 3}}, {7, []byte("\x01\x01m\x02\x00")}, {codeSection, []byte{0}},
	})
	empty, err := splitModule(module)
	require.NoError(t, err)
	started, err := addStart(empty, bucketWriter(1000, 5000))
	require.NoError(t, err)
	out, err := exec.Command("node", "-e", `const module = new WebAssembly.Module(Buffer.from(process.argv[1], "hex"));
		const { m } = new WebAssembly.Instance(module).exports;
		process.stdout.write(Buffer.from(m.buffer, 1000, 5000 * 20 + 4));`, hex.EncodeToString(joinModule(started))).Output()
	require.NoError(t, err)
	for i := range 5000 {
		bucket := out[20*i : 20*i+20]
		require.Equal(t, uint32(i/16), binary.LittleEndian.Uint32(bucket), i)
		require.Empty(t, bytes.Trim(bucket[4:], "\x00"), i)
	}
	assert.Equal(t, make([]byte, 4), out[5000*20:], "it ends where the table does")
}

// With functions that are closer together the table says more than a number that counts.
func TestATableOfBucketsThatDoesNotCountIsRefused(t *testing.T) {
	memory := rawMemory(t)
	table := bucketsOf(t, memory)
	for _, at := range []int{0, 4, 20*17 + 1, len(table) - 1} {
		damaged := bytes.Clone(memory)
		bucketsOf(t, damaged)[at]++
		_, err := dropBuckets(damaged)
		assert.ErrorIs(t, err, ErrProgram, at)
	}
	table[len(table)-1]++ // nothing stays of what was tried
	_, err := dropBuckets(memory)
	assert.ErrorIs(t, err, ErrProgram)
}

func TestAModuleThatHasNoRoomForAStartFunctionIsRefused(t *testing.T) {
	sections := []moduleSection{{typeSection, []byte{0}}, {functionSection, []byte{0}}, {codeSection, []byte{0}}}
	started, err := addStart(sections, []byte{0, 0x0b})
	require.NoError(t, err)
	assert.Equal(t, "\x00asm\x01\x00\x00\x00"+"\x01\x04\x01\x60\x00\x00"+"\x03\x02\x01\x00"+"\x08\x01\x00"+"\x0a\x04\x01\x02\x00\x0b", string(joinModule(started)))
	_, err = addStart(started, []byte{0, 0x0b})
	assert.ErrorIs(t, err, ErrProgram, "it has one")
	for i := range sections {
		_, err := addStart(append(sections[:i:i], sections[i+1:]...), []byte{0, 0x0b})
		assert.ErrorIs(t, err, ErrProgram, "without section %d", sections[i].id)
	}
	memory := moduleSection{importSection, []byte("\x01\x01a\x01b\x02\x00\x01")}
	_, err = addStart(append(sections, memory), []byte{0, 0x0b})
	assert.ErrorIs(t, err, ErrProgram, "an import that is no function")
	function := moduleSection{importSection, []byte("\x01\x01a\x01b\x00\x00")}
	started, err = addStart(append([]moduleSection{sections[0], function}, sections[1:]...), []byte{0, 0x0b})
	require.NoError(t, err)
	assert.Contains(t, string(joinModule(started)), "\x08\x01\x01", "the functions that are imported have the first numbers")
}
