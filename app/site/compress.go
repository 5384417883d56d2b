package site

import (
	"errors"
	"io"
	"path"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"

	"jwtsecret/app/meta"
)

// coding is a content coding at its strongest: a build runs once, its files are
// sent many times.
type coding struct {
	name string
	open func(io.Writer) (io.WriteCloser, error)
	read func(io.Reader) (io.Reader, error)
}

var codings = []coding{
	{
		name: "br",
		open: func(w io.Writer) (io.WriteCloser, error) {
			return brotli.NewWriterLevel(w, brotli.BestCompression), nil
		},
		read: func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
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
		if f.Path == meta.SinglePath && each.name == "br" { // no smaller than gzip here, after a quarter of a minute
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
