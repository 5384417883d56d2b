package export_test

import (
	"archive/zip"
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/internal/heap"
)

// zipped returns the archive of the files.
func zipped(t *testing.T, files []export.File) []byte {
	t.Helper()
	archive := export.NewArchive(files)
	for _, f := range files {
		require.NoError(t, archive.Add(f))
	}
	whole, err := archive.Close()
	require.NoError(t, err)
	return whole
}

// unzipped returns the files of an archive in their order, without the folders.
func unzipped(t *testing.T, archive []byte) (files []export.File) {
	t.Helper()
	reader, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	require.NoError(t, err)
	for _, m := range reader.File {
		if m.FileInfo().IsDir() {
			continue
		}
		file, err := m.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(file) // also compares the checksum
		require.NoError(t, err)
		files = append(files, export.File{Name: m.Name, Content: content})
	}
	return files
}

// randomFiles have all lengths from nothing on, three of them in each folder.
func randomFiles(count int) []export.File {
	files := make([]export.File, count)
	for i := range files {
		content := make([]byte, i*i)
		_, _ = rand.Read(content)
		files[i] = export.File{Name: "folder-" + strconv.Itoa(i/3) + "/" + strconv.Itoa(i) + ".env", Content: content}
	}
	return files
}

func TestArchiveHasEachFolderOnceBeforeItsFilesThatOnlyTheirOwnerReads(t *testing.T) {
	files := randomFiles(5)
	archive := zipped(t, files)
	reader, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	require.NoError(t, err)
	var names []string
	for _, m := range reader.File {
		names = append(names, m.Name)
		assert.True(t, m.Modified.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)), "the time tells nothing")
		assert.Equal(t, zip.Store, m.Method)
		assert.Zero(t, m.Flags, "the sizes are known beforehand")
		want := fs.FileMode(0o600)
		if strings.HasSuffix(m.Name, "/") {
			want = fs.ModeDir | 0o700
		}
		assert.Equal(t, want, m.Mode(), m.Name)
	}
	assert.Equal(t, []string{"folder-0/", "folder-0/0.env", "folder-0/1.env", "folder-0/2.env", "folder-1/", "folder-1/3.env", "folder-1/4.env"}, names)
	assert.Equal(t, files, unzipped(t, archive))
}

// A buffer that grew would have another capacity, and leave its old memory behind.
func TestArchiveIsOneBufferOfItsFullSize(t *testing.T) {
	for _, count := range []int{0, 1, 2, 3, 50} {
		archive := zipped(t, randomFiles(count))
		assert.Equal(t, len(archive), cap(archive), count)
	}
}

func TestArchiveTakesTheFilesThatItWasMadeForAndNoMore(t *testing.T) {
	files := randomFiles(3)
	archive := export.NewArchive(files[:2])
	require.NoError(t, archive.Add(files[0]))
	_, err := archive.Close()
	assert.ErrorIs(t, err, export.ErrArchive, "a file is missing")
	assert.ErrorIs(t, archive.Add(files[2]), export.ErrArchive, "larger than the one it was made for")
	require.NoError(t, archive.Add(files[1]))
	assert.ErrorIs(t, archive.Add(export.File{}), export.ErrArchive)
	whole, err := archive.Close()
	require.NoError(t, err)
	assert.Equal(t, files[:2], unzipped(t, whole))

	archive.Wipe()
	assert.Equal(t, make([]byte, len(whole)), whole)
}

// A checksum tells something of a secret, and who has the archive wipes that alone.
func TestAClosedArchiveLeavesNoChecksumBesideIt(t *testing.T) {
	file := export.File{Name: "a", Content: []byte("what is in it")}
	archive := export.NewArchive([]export.File{file})
	require.NoError(t, archive.Add(file))
	whole, err := archive.Close()
	require.NoError(t, err)
	record := func() []byte { // as it stands before each file, and in the directory
		size := uint32(len(file.Content))
		return slices.Concat(le(crc32.ChecksumIEEE(file.Content)), le(size), le(size))
	}
	require.True(t, heap.Holds(t, record), "the search finds it while it is there")
	clear(whole)
	assert.False(t, heap.Holds(t, record))
	runtime.KeepAlive(archive)
}

func le(n uint32) []byte { return binary.LittleEndian.AppendUint32(nil, n) }

func TestFilesWithoutAFolderAreAtTheTopOfTheArchive(t *testing.T) {
	files := []export.File{{Name: "a", Content: []byte("1")}, {Name: "b/c", Content: []byte("2")}, {Name: "d", Content: []byte("3")}}
	assert.Equal(t, files, unzipped(t, zipped(t, files)))
}

// The readers share nothing with this package nor with Go's: each unpacks the
// archive into the folder in which it runs.
var unpackers = map[string][]string{
	"unzip":   {"unzip", "-q", "FILE"},
	"bsdtar":  {"bsdtar", "-xf", "FILE"},
	"7z":      {"7z", "x", "FILE"},
	"Java":    {"jar", "xf", "FILE"},
	"Python":  {"python3", "-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall()", "FILE"},
	"busybox": {"busybox", "unzip", "-q", "FILE"},
}

func TestOtherProgramsUnpackTheArchive(t *testing.T) {
	t.Parallel()
	files := randomFiles(20)
	path := writeFile(t, "secrets.zip", zipped(t, files))
	for name, command := range unpackers {
		t.Run(name, func(t *testing.T) {
			unpacker, folder := program(t, command[0]), t.TempDir()
			arguments := append([]string{"-c", `cd "$0" && exec "$@"`, folder, unpacker}, command[1:]...)
			arguments[len(arguments)-1] = path
			output(t, nil, nil, "sh", arguments...)
			for _, f := range files {
				content, err := os.ReadFile(filepath.Join(folder, f.Name))
				require.NoError(t, err)
				assert.Equal(t, f.Content, content, f.Name)
				info, err := os.Stat(filepath.Join(folder, f.Name))
				require.NoError(t, err)
				if name == "unzip" || name == "bsdtar" { // the others keep no permissions
					assert.Equal(t, fs.FileMode(0o600), info.Mode())
				}
			}
		})
	}
}

// A reader of a stream sees each file before the directory at the end.
func TestArchiveIsReadAsAStream(t *testing.T) {
	t.Parallel()
	files := randomFiles(20)
	const script = `import java.io.*; import java.util.*; import java.util.zip.*;
public class Stream {
	public static void main(String[] none) throws IOException {
		ZipInputStream zip = new ZipInputStream(System.in);
		List<String> found = new ArrayList<>();
		for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
			byte[] content = zip.readAllBytes();
			if (!e.isDirectory()) found.add("\"" + e.getName() + "\":\"" + Base64.getEncoder().encodeToString(content) + "\"");
		}
		System.out.println("{" + String.join(",", found) + "}");
	}
}`
	printed := output(t, zipped(t, files), []string{quickJava}, program(t, "java"), writeFile(t, "Stream.java", []byte(script)))
	found := map[string][]byte{}
	require.NoError(t, json.Unmarshal(printed, &found))
	require.Len(t, found, len(files))
	for _, f := range files {
		assert.Equal(t, f.Content, found[f.Name], f.Name)
	}
}
