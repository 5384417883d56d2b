package site

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSegmentsWithFewZerosBetweenThemBecomeOne(t *testing.T) {
	few, enough := strings.Repeat("\x00", zeroRun-1), strings.Repeat("\x00", zeroRun)
	for name, c := range map[string]struct {
		memory   string
		segments int
	}{
		"one":                {"a", 1},
		"zeros at the edges": {few + enough + "a" + few, 1},
		"few zeros":          {"a" + few + "b", 1},
		"enough zeros":       {"a" + enough + "b" + few + "c" + enough + enough + "d", 3},
		"only zeros":         {enough, 0},
	} {
		t.Run(name, func(t *testing.T) {
			data, segments := writeMemory([]byte(c.memory))
			assert.Equal(t, c.segments, segments)
			memory, err := readMemory(data)
			require.NoError(t, err)
			assert.Equal(t, strings.TrimRight(c.memory, "\x00"), string(memory))
		})
	}
}

func TestSegmentsMayStandInAnyOrder(t *testing.T) {
	memory, err := readMemory([]byte("\x02" + "\x00\x41\x03\x0b\x02de" + "\x00\x41\x01\x0b\x01b"))
	require.NoError(t, err)
	assert.Equal(t, "\x00b\x00de", string(memory))
}

func TestAnotherKindOfDataIsRefused(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":                         "",
		"fewer segments than said":        "\x02\x00\x41\x00\x0b\x01a",
		"more than said":                  "\x01\x00\x41\x00\x0b\x01ab",
		"a passive segment":               "\x01\x01\x01a",
		"a segment of another memory":     "\x01\x02\x00\x41\x00\x0b\x01a",
		"an address that is not constant": "\x01\x00\x23\x00\x0b\x01a",
		"an address that is computed":     "\x01\x00\x41\x00\x41\x00\x6a\x0b\x01a",
		"segments that overlap":           "\x02\x00\x41\x00\x0b\x02ab\x00\x41\x01\x0b\x01c",
		"a segment far away":              "\x01\x00\x41\xff\xff\xff\xff\x07\x0b\x01a",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readMemory([]byte(data))
			assert.ErrorIs(t, err, ErrProgram)
		})
	}
}
