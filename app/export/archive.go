package export

import (
	"encoding/binary"
	"hash/crc32"
	"strings"
)

// Archive is a zip file in the making. Its files are stored as they are, with
// their size and checksum before them, so that every reader takes them: random
// text hardly gets smaller, and package archive/zip would bring its compressor
// into the page. The format is that of PKWARE's APPNOTE.TXT, without extensions:
// 65,535 files and 4 GiB would be too many.
//
// Unpacked, nobody but their owner can read the files. All have one time: when a
// secret was made is nobody's business. The buffer never grows, because that would
// leave copies of secrets behind.
//
//	archive := export.NewArchive(files)
//	defer archive.Wipe()
//	for _, f := range files {
//		if err := archive.Add(f); err != nil {
//			return err
//		}
//	}
//	zip, err := archive.Close()
type Archive struct {
	content   []byte // exactly as large as it will be
	directory []byte // what follows the files: one record for each file and folder
	records   int
	folder    string // of the file before
}

// The sizes of the records without their names (APPNOTE §4.3.7, §4.3.12 and
// §4.3.16), and their first four bytes.
const (
	zipHeader, zipHeaderMark = 30, "PK\x03\x04"
	zipRecord, zipRecordMark = 46, "PK\x01\x02"
	zipEnd, zipEndMark       = 22, "PK\x05\x06"
)

// What stands in the records: who can read them, whose permissions these are, and
// the earliest date that there is, 1 January 1980.
const (
	zipVersion = 20     // 2.0: folders
	zipUnix    = 3 << 8 // the permissions are those of Unix
	zipDate    = 1<<5 | 1
	zipFile    = 0o100600 << 16
	zipFolder  = 0o040700<<16 | 0x10 // and the mark of a folder in DOS
)

// NewArchive returns an empty archive with room for these files, which are to be
// added in this order.
func NewArchive(files []File) *Archive {
	size, directory, folder := 0, zipEnd, ""
	for _, f := range files {
		names := []string{f.Name}
		if d := folderOf(f.Name); d != folder {
			folder = d
			names = append(names, d)
		}
		for _, name := range names {
			size += zipHeader + len(name)
			directory += zipRecord + len(name)
		}
		size += len(f.Content)
	}
	return &Archive{content: make([]byte, 0, size+directory), directory: make([]byte, 0, directory)}
}

// folderOf returns the folder in a file's name, with its slash, or "".
func folderOf(name string) string { return name[:strings.LastIndexByte(name, '/')+1] }

// Add writes a file, and before the first of a folder the folder. The error is
// [ErrArchive] when there is no room for it.
func (a *Archive) Add(f File) error {
	if d := folderOf(f.Name); d != a.folder {
		a.folder = d
		if err := a.add(d, nil, zipFolder); err != nil {
			return err
		}
	}
	return a.add(f.Name, f.Content, zipFile)
}

func (a *Archive) add(name string, content []byte, mode uint32) error {
	size := len(a.content) + zipHeader + len(name) + len(content)
	if size+len(a.directory)+zipRecord+len(name)+zipEnd > cap(a.content) {
		return ErrArchive
	}
	offset := len(a.content)
	checksum := crc32.ChecksumIEEE(content)
	a.content = appendMeta(append(a.content, zipHeaderMark...), name, content, checksum)
	a.content = append(append(a.content, name...), content...)

	a.directory = binary.LittleEndian.AppendUint16(append(a.directory, zipRecordMark...), zipUnix|zipVersion)
	a.directory = appendMeta(a.directory, name, content, checksum)
	a.directory = append(a.directory, 0, 0, 0, 0, 0, 0) // no comment, on the first disk, no sort of text
	a.directory = binary.LittleEndian.AppendUint32(a.directory, mode)
	a.directory = binary.LittleEndian.AppendUint32(a.directory, uint32(offset))
	a.directory = append(a.directory, name...)
	a.records++
	return nil
}

// appendMeta appends what stands alike before a file and in the directory.
func appendMeta(dst []byte, name string, content []byte, checksum uint32) []byte {
	for _, v := range []uint16{zipVersion, 0, 0, 0, zipDate} { // no flag, stored, midnight
		dst = binary.LittleEndian.AppendUint16(dst, v)
	}
	for _, v := range []int{int(checksum), len(content), len(content)} {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(v))
	}
	dst = binary.LittleEndian.AppendUint16(dst, uint16(len(name)))
	return append(dst, 0, 0) // no extension
}

// Close returns the whole archive, in its own memory, to be wiped after use: nothing
// else is left of it. The error is [ErrArchive] when a file is missing.
func (a *Archive) Close() ([]byte, error) {
	offset, size := len(a.content), len(a.directory)
	if offset+size+zipEnd != cap(a.content) {
		return nil, ErrArchive
	}
	a.content = append(append(a.content, a.directory...), zipEndMark...)
	clear(a.directory)
	a.content = append(a.content, 0, 0, 0, 0) // one disk
	for range 2 {                             // on this disk, and in all
		a.content = binary.LittleEndian.AppendUint16(a.content, uint16(a.records))
	}
	a.content = binary.LittleEndian.AppendUint32(a.content, uint32(size))
	a.content = binary.LittleEndian.AppendUint32(a.content, uint32(offset))
	a.content = append(a.content, 0, 0) // no comment
	return a.content, nil
}

// Wipe overwrites everything with zeros, also what [Archive.Close] returned.
func (a *Archive) Wipe() {
	clear(a.content)
	clear(a.directory) // a checksum tells something of a secret
}
