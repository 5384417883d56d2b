package site

import (
	"errors"
	"os"
	"path/filepath"
)

// sourceFolder reads files, and remembers in err all that could not be read.
type sourceFolder struct {
	dir string
	err error
}

// read returns what is in these files of a folder within, one after the other.
func (f *sourceFolder) read(within string, names ...string) []byte {
	var all []byte
	for _, name := range names {
		one, err := os.ReadFile(filepath.Join(f.dir, within, name))
		f.err = errors.Join(f.err, err)
		all = append(all, one...)
	}
	return all
}
