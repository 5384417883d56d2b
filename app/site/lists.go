package site

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// maxWord is the longest word that a list may hold, in bytes: the attack on a
// token tries no longer ones.
const maxWord = 4 << 10

// packLists joins the word lists in a folder into one: the words of all its files,
// one a line, each once, in the order of the files' names and of their lines, for
// lists begin with the likeliest. Line ends may be CRLF, and empty lines are left
// out; spaces at the edges belong to a word. Folders within and files whose name
// begins with a dot are no lists. Without a folder there is nothing to pack.
//
// The errors are [ErrLists] and those of the file system. None of them holds a
// word.
func packLists(dir string) ([]byte, error) {
	if dir == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrLists, err)
	}
	var all bytes.Buffer
	seen := map[string]bool{}
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if err := packList(&all, seen, filepath.Join(dir, e.Name())); err != nil {
			return nil, err
		}
	}
	if len(seen) == 0 {
		return nil, fmt.Errorf("%w: %s holds no list", ErrLists, dir)
	}
	return all.Bytes(), nil
}

// packList adds the words of one file that were not seen before.
func packList(all *bytes.Buffer, seen map[string]bool, name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrLists, err)
	}
	words, number := 0, 0
	for line := range bytes.Lines(text) {
		number++
		word := bytes.TrimRight(line, "\r\n")
		switch {
		case len(word) == 0:
			continue
		case len(word) > maxWord:
			return fmt.Errorf("%w: line %d of %s is longer than %d bytes", ErrLists, number, name, maxWord)
		}
		words++
		if !seen[string(word)] {
			seen[string(word)] = true
			all.Write(word)
			all.WriteByte('\n')
		}
	}
	if words == 0 {
		return fmt.Errorf("%w: %s holds no word", ErrLists, name)
	}
	return nil
}
