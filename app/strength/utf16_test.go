package strength_test

import (
	"bytes"
	"encoding/binary"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/strength"
)

// inUTF16 writes a text in UTF-16 by the standard library, with or without a mark.
func inUTF16(order binary.AppendByteOrder, mark, text string) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(mark + text)) {
		b = order.AppendUint16(b, unit)
	}
	return string(b)
}

func TestAListInAnyUnicodeIsRead(t *testing.T) {
	const mark = "\ufeff"
	long := strings.Repeat("password\r\n", 300) // beyond what tells the encoding
	text := "tiger\r\ncontraseña\n\U0001F511key\n" + long + "\U0001F512\rlast"
	want := linesOf(text, 1<<20)
	require.Len(t, want, 305)
	for name, list := range map[string]string{
		"UTF-8 with a mark":                  mark + text,
		"UTF-16, little endian, with a mark": inUTF16(binary.LittleEndian, mark, text),
		"UTF-16, big endian, with a mark":    inUTF16(binary.BigEndian, mark, text),
		"with half a unit at its end":        inUTF16(binary.LittleEndian, mark, text) + "x",
	} {
		t.Run(name, func(t *testing.T) {
			for _, n := range []int{1, 2, 3, 5, 1023, 1024, 1025, 1 << 20} {
				assert.Equal(t, want, linesOf(list, n), "in pieces of %d", n)
			}
		})
	}
}

// Zeros at every second place say as much as a mark.
func TestUTF16WithoutAMarkIsRead(t *testing.T) {
	for _, text := range []string{"ab", "tiger\r\nlion\r\n", strings.Repeat("password\n", 300)} {
		want := linesOf(text, 1<<20)
		assert.Equal(t, want, linesOf(inUTF16(binary.LittleEndian, "", text), 7))
		assert.Equal(t, want, linesOf(inUTF16(binary.BigEndian, "", text), 7))
	}
}

func TestWhatIsNotUTF16KeepsItsBytes(t *testing.T) {
	for name, list := range map[string]string{
		"a zero after one character": "a\x00",
		"a zero too many":            "a\x00\x00\x00",
		"a zero too few":             "a\x00bc",
		"zeros alone":                "\x00\x00\x00\x00",
		"half a mark":                "\xff",
		"a mark that is not first":   "x\xef\xbb\xbf",
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, []string{"1 " + list}, linesOf(list, 1))
		})
	}
}

func TestHalfOfAPairBecomesTheReplacementCharacter(t *testing.T) {
	units := func(all ...uint16) string {
		b := []byte("\xfe\xff")
		for _, unit := range all {
			b = binary.BigEndian.AppendUint16(b, unit)
		}
		return string(b)
	}
	const high, low = 0xD83D, 0xDD11 // of U+1F511
	for want, list := range map[string]string{
		"1 a\U0001F511":      units('a', high, low),
		"1 \ufffda":          units(high, 'a'),
		"1 \ufffdb":          units(low, 'b'),
		"1 \ufffd\U0001F511": units(high, high, low),
	} {
		assert.Equal(t, []string{want}, linesOf(list, 1))
	}
}

func TestAListInUTF16OfAnySizeTakesTheSameMemory(t *testing.T) {
	piece := []byte(inUTF16(binary.LittleEndian, "", strings.Repeat("password123\n", 1<<12)))
	chunks := func(yield func([]byte) bool) {
		for range 64 {
			if !yield(piece) {
				return
			}
		}
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	lines := 0
	for _, line := range strength.Lines(chunks, longest) {
		if bytes.Equal(line, []byte("password123")) {
			lines++
		}
	}
	runtime.ReadMemStats(&after)
	assert.Equal(t, 64<<12, lines)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(256<<10))
}
