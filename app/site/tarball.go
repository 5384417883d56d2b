package site

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"time"
)

// packedAt is when every file of an archive was changed last, as it says: a real time
// would make each archive another one, and readers warn of the beginning of 1970.
var packedAt = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// writeTarball packs the files of a folder, compressed with gzip, below a folder of this
// name. The same files give the same bytes, whatever the system, the user and the day:
// their order, their owner and what they allow are fixed. Files whose name begins with a
// dot are left out.
func writeTarball(w io.Writer, folder fs.FS, name string) error {
	compressed, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	archive := tar.NewWriter(compressed)
	err = fs.WalkDir(folder, ".", func(path string, entry fs.DirEntry, err error) error { // in the order of names
		if err != nil || entry.IsDir() || entry.Name()[0] == '.' {
			return err
		}
		body, err := fs.ReadFile(folder, path)
		if err != nil {
			return err
		}
		header := &tar.Header{
			Typeflag: tar.TypeReg, Name: name + "/" + path, Size: int64(len(body)), Mode: 0o644, ModTime: packedAt, Format: tar.FormatUSTAR,
		}
		if err := archive.WriteHeader(header); err != nil {
			return err
		}
		_, err = archive.Write(body)
		return err
	})
	return errors.Join(err, archive.Close(), compressed.Close())
}
