package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"path"
	"time"

	"jwtsecret/app/export"
)

// epoch is the time of every file in an archive, the earliest that the format
// knows: when a secret was made is nobody's business.
var epoch = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// memberRoom is more than a file or folder takes in an archive besides its
// content and its name, which stands there twice.
const memberRoom = 256

// room is enough for an archive in which each file has a folder of its own and
// none gets smaller.
func room(files []export.File) int {
	size := memberRoom
	for _, f := range files {
		size += 2*(memberRoom+2*len(f.Name)) + len(f.Content)
	}
	return size
}

// zipped returns an archive of the files in their order, each folder before its
// first file. Unpacked, nobody but their owner can read them. Its buffer never
// grows: that would leave a copy of secrets behind.
func zipped(files []export.File) ([]byte, error) {
	buffer := bytes.NewBuffer(make([]byte, 0, room(files)))
	archive := zip.NewWriter(buffer)
	folder := ""
	for _, f := range files {
		if d := path.Dir(f.Name) + "/"; d != folder {
			folder = d
			if err := add(archive, d, fs.ModeDir|0o700, nil); err != nil {
				return nil, err
			}
		}
		if err := add(archive, f.Name, 0o600, f.Content); err != nil {
			return nil, err
		}
	}
	if err := archive.Close(); err != nil {
		return nil, err
	}
	return buffer.Bytes(), nil
}

// add compresses a file, little as that does to a secret: not every reader takes
// one that is stored while its size is still unknown.
func add(archive *zip.Writer, name string, mode fs.FileMode, content []byte) error {
	header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: epoch}
	header.SetMode(mode)
	member, err := archive.CreateHeader(header)
	if err == nil && len(content) > 0 {
		_, err = member.Write(content)
	}
	return err
}
