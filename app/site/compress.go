package site

import (
	"bytes"
	"errors"
	"io"
	"path"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// coding is a content coding at its strongest: a build runs once, its files are
// sent many times.
type coding struct {
	name string
	open func(io.Writer) (io.WriteCloser, error)
}

var codings = []coding{
	{"br", func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterLevel(w, brotli.BestCompression), nil
	}},
	{"gzip", func(w io.Writer) (io.WriteCloser, error) {
		return gzip.NewWriterLevel(w, gzip.BestCompression)
	}},
}

// compressAll codes every file in every way, all at once.
func compressAll(files []File) error {
	var work sync.WaitGroup
	errs := make([]error, len(files))
	for i := range files {
		work.Go(func() { errs[i] = files[i].compress() })
	}
	work.Wait()
	return errors.Join(errs...)
}

// compress codes the file, and keeps what became smaller. A PNG is compressed
// in itself.
func (f *File) compress() error {
	if path.Ext(f.Name) == ".png" {
		return nil
	}
	f.Coded = map[string][]byte{}
	for _, c := range codings {
		coded, err := c.encode(f.Body)
		if err != nil {
			return err
		}
		if len(coded) < len(f.Body) {
			f.Coded[c.name] = coded
			f.Encodings = append(f.Encodings, c.name)
		}
	}
	return nil
}

func (c coding) encode(body []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := c.open(&out)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}
