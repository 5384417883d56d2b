package site

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"path"
	"sync"

	"github.com/klauspost/compress/gzip"
	brrr "github.com/molecule-man/go-brrr"

	"jwtsecret/app/meta"
)

// coding is a content coding at its strongest: a build runs once, its files are
// sent many times. What compressors keep is of this file as it stands: see options.
type coding struct {
	name string
	open func(io.Writer) (io.WriteCloser, error)
	read func(io.Reader) (io.Reader, error)
}

// What brotli gets: its last level, and the binary logarithm of the widest window, in bytes,
// that every browser reads (RFC 7932 §9.1).
const (
	strongest = 11
	window    = 24
)

var codings = []coding{
	{
		name: "br",
		open: func(w io.Writer) (io.WriteCloser, error) {
			return brrr.NewWriterOptions(w, strongest, brrr.WriterOptions{LGWin: window})
		},
		read: func(r io.Reader) (io.Reader, error) { return brrr.NewReader(r), nil },
	},
	{
		name: "gzip",
		open: func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) },
		read: func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	},
}

// compressAll codes every file in every way, all at once.
func (c *compressor) compressAll(files []File) error {
	var work sync.WaitGroup
	errs := make([]error, len(files))
	for i := range files {
		work.Go(func() { errs[i] = c.compress(&files[i]) })
	}
	work.Wait()
	return errors.Join(errs...)
}

// compress codes the file, and keeps what became smaller. A PNG is compressed
// in itself.
func (c *compressor) compress(f *File) error {
	if path.Ext(f.Name) == ".png" {
		return nil
	}
	f.Coded = map[string][]byte{}
	for _, each := range codings {
		if f.Path == meta.SinglePath && each.name == "br" { // no smaller than gzip here
			continue
		}
		coded, err := c.encode(each, f.Body)
		if err != nil {
			return err
		}
		if len(coded) < len(f.Body) {
			f.Coded[each.name] = coded
			f.Encodings = append(f.Encodings, each.name)
		}
	}
	return nil
}

// dcb is the coding of brotli with old as its dictionary (RFC 9842 §4): four bytes of its own
// and the dictionary's hash, and then a stream as any other.
func dcb(old earlier, level int) coding {
	sum := sha256.Sum256(old.body)
	head := append([]byte("\xffDCB"), sum[:]...)
	return coding{
		name: fmt.Sprint("dcb ", level, " ", old.sum),
		open: func(w io.Writer) (io.WriteCloser, error) {
			dictionary, err := brrr.PrepareDictionary(old.body)
			if err != nil {
				return nil, err
			}
			if _, err := w.Write(head); err != nil {
				return nil, err
			}
			return brrr.NewWriterOptions(w, level, brrr.WriterOptions{LGWin: window, Dictionaries: []*brrr.PreparedDictionary{dictionary}})
		},
		read: func(r io.Reader) (io.Reader, error) {
			found := make([]byte, len(head))
			if _, err := io.ReadFull(r, found); err != nil {
				return nil, err
			}
			if !bytes.Equal(found, head) {
				return nil, errors.New("another dictionary")
			}
			return brrr.NewReaderOptions(r, brrr.ReaderOptions{Dictionaries: [][]byte{old.body}})
		},
	}
}
