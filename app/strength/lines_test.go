package strength_test

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/strength"
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

const longest = 4 << 10

// linesOf returns each line with its number before it: "2 two".
func linesOf(text string, n int) []string { return linesAfter(0, text, n) }

// linesAfter does so for a list that begins with so many empty lines, which do
// not count.
func linesAfter(empty int, text string, n int) (numbered []string) {
	for number, line := range strength.Lines(cut(strings.Repeat("\n", empty)+text, n), longest) {
		numbered = append(numbered, fmt.Sprintf("%d %s", number-empty, line))
	}
	return numbered
}

func TestAListIsReadLineByLine(t *testing.T) {
	full := strings.Repeat("x", longest)
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"LF":                     {"one\ntwo\n", []string{"1 one", "2 two"}},
		"CRLF":                   {"one\r\ntwo\r\n", []string{"1 one", "2 two"}},
		"CR":                     {"one\rtwo\r", []string{"1 one", "2 two"}},
		"all of them":            {"one\rtwo\nthree\r\nfour\n\r\n\rfive", []string{"1 one", "2 two", "3 three", "4 four", "7 five"}},
		"no end of the last":     {"one\ntwo", []string{"1 one", "2 two"}},
		"empty lines":            {"\n\r\none\n\n\ntwo\n\n", []string{"3 one", "6 two"}},
		"spaces at the edges":    {" one \n\ttwo\nthree \t\r\n \nf o u r", []string{"1  one ", "1 one", "2 \ttwo", "2 two", "3 three \t", "3 three", "4  ", "5 f o u r"}},
		"bytes that are no text": {"\xff\x00\n\xfe\n\u00a0x", []string{"1 \xff\x00", "2 \xfe", "3 \u00a0x"}},
		"a line of full length":  {full + "\n" + full + "\r\nend", []string{"1 " + full, "2 " + full, "3 end"}},
		"lines too long":         {"one\n" + full + "y\ntwo\n" + full + full + "\r\nthree", []string{"1 one", "3 two", "5 three"}},
		"a last line too long":   {"one\n" + full + "y", []string{"1 one"}},
		"nothing":                {"", nil},
	} {
		t.Run(name, func(t *testing.T) {
			for _, n := range []int{1, 2, 3, 5, 1023, 4096, 1 << 20} {
				assert.Equal(t, c.want, linesOf(c.text, n), "in pieces of %d", n)
				assert.Equal(t, c.want, linesAfter(1<<10, c.text, n), "behind what tells the encoding, in pieces of %d", n)
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
		for range strength.Lines(chunks, longest) { // what arrives is of no interest here
		}
		runtime.ReadMemStats(&after)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(256<<10), name)
	}
}

func TestReadingStopsWithTheReader(t *testing.T) {
	asked := 0
	chunks := func(yield func([]byte) bool) {
		for asked = 1; yield(bytes.Repeat([]byte("one\ntwo\n"), 128)); asked++ { // 1 KiB tells the encoding
		}
	}
	for range strength.Lines(chunks, longest) {
		break
	}
	assert.Equal(t, 1, asked)
}
