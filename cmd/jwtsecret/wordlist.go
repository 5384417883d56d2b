package main

import (
	"bytes"
	"errors"
	"io"
	"os"

	"jwtsecret/app/judge"
)

// wordList is a file of words that is read piece by piece, as often as is asked for.
type wordList struct {
	text io.ReaderAt
	size int // bytes
}

// Size returns how many bytes the list has.
func (l *wordList) Size() int { return l.size }

// Slice returns a piece of the list.
func (l *wordList) Slice(from, to int) ([]byte, error) {
	piece := make([]byte, min(to, l.size)-from)
	_, err := l.text.ReadAt(piece, int64(from))
	return piece, err
}

// listsOf opens the word list of this name, if there is one. Close it after use. What is no
// file that can be read twice, such as the output of another program, is kept in memory.
func listsOf(name string) (lists judge.Lists, closed func(), err error) {
	if name == "" {
		return judge.Lists{}, func() {}, nil
	}
	f, err := open(name)
	if err != nil {
		return lists, nil, err
	}
	list, err := listOf(f)
	if err != nil {
		_ = f.Close()
		return lists, nil, err
	}
	return judge.Lists{Own: list}, func() { _ = f.Close() }, nil
}

func listOf(f *os.File) (*wordList, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, errors.New("the word list cannot be read: " + reason(err))
	}
	list := &wordList{f, int(info.Size())}
	if !info.Mode().IsRegular() {
		text, err := io.ReadAll(f)
		if err != nil {
			return nil, errors.New("the word list cannot be read: " + reason(err))
		}
		list = &wordList{bytes.NewReader(text), len(text)}
	}
	if list.size == 0 { // as what a program that failed has written
		return nil, errors.New("the word list holds nothing")
	}
	return list, nil
}
