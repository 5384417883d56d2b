package attack

import (
	"bytes"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// cut returns the text in pieces of n bytes, each of which is overwritten once
// the next one is asked for.
func cut(text string, n int) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for piece := range slices.Chunk([]byte(text), n) {
			if !yield(piece) {
				return
			}
			for i := range piece {
				piece[i] = '#'
			}
		}
	}
}

func linesOf(text string, n int) []string {
	var all []string
	for line := range Lines(cut(text, n)) {
		all = append(all, string(line))
	}
	return all
}

func TestAWordListHasOneCandidateALine(t *testing.T) {
	full := strings.Repeat("x", MaxLine)
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"LF":                     {"one\ntwo\n", []string{"one", "two"}},
		"CRLF":                   {"one\r\ntwo\r\n", []string{"one", "two"}},
		"no end of the last":     {"one\ntwo", []string{"one", "two"}},
		"CR at the end of file":  {"one\ntwo\r", []string{"one", "two"}},
		"CR within a line":       {"o\rne\n", []string{"o\rne"}},
		"empty lines":            {"\n\r\none\n\n\ntwo\n\n", []string{"one", "two"}},
		"spaces at the edges":    {" one \n\ttwo\t\n", []string{" one ", "\ttwo\t"}},
		"bytes that are no text": {"\xff\x00\n\xfe", []string{"\xff\x00", "\xfe"}},
		"a line of full length":  {full + "\n" + full + "\r\nend", []string{full, full, "end"}},
		"lines too long":         {"one\n" + full + "y\ntwo\n" + full + full + "\r\nthree", []string{"one", "two", "three"}},
		"a last line too long":   {"one\n" + full + "y", []string{"one"}},
		"nothing":                {"", nil},
	} {
		t.Run(name, func(t *testing.T) {
			for _, n := range []int{1, 2, 3, 5, 4096, 1 << 20} {
				assert.Equal(t, c.want, linesOf(c.text, n), "in pieces of %d", n)
			}
		})
	}
}

// 64 MiB of one line, and of short ones, take no more memory than some lines of
// full length.
func TestAWordListOfAnySizeTakesTheSameMemory(t *testing.T) {
	for name, piece := range map[string][]byte{
		"one line":    bytes.Repeat([]byte("x"), 1<<20),
		"short lines": bytes.Repeat([]byte("password123\n"), 1<<16),
	} {
		chunks := func(yield func([]byte) bool) {
			for range 64 {
				if !yield(piece) {
					return
				}
			}
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range Lines(chunks) { // what arrives is of no interest here
		}
		runtime.ReadMemStats(&after)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(256<<10), name)
	}
}

func TestReadingStopsWithTheReader(t *testing.T) {
	asked := 0
	chunks := func(yield func([]byte) bool) {
		for asked = 1; yield([]byte("one\ntwo\n")); asked++ {
		}
	}
	for range Lines(chunks) {
		break
	}
	assert.Equal(t, 1, asked)
}
