package site

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheSameFilesGiveTheSameTarball(t *testing.T) {
	pack := func(mode os.FileMode, changed time.Time) (packed []byte) {
		dir := t.TempDir()
		for name, body := range map[string]string{"b.html": "<p>", "a/c.js": "1", "a/c.js.br": "\x00", "z": "", ".gitkeep": ""} {
			require.NoError(t, writeFile(filepath.Join(dir, name), []byte(body)))
			require.NoError(t, os.Chmod(filepath.Join(dir, name), mode))
			require.NoError(t, os.Chtimes(filepath.Join(dir, name), changed, changed))
		}
		var out bytes.Buffer
		require.NoError(t, writeTarball(&out, os.DirFS(dir), "site-1"))
		return out.Bytes()
	}
	one, other := pack(0o644, time.Unix(1e9, 0)), pack(0o600, time.Now())
	assert.Equal(t, sha256.Sum256(one), sha256.Sum256(other))

	plain, err := gzip.NewReader(bytes.NewReader(one))
	require.NoError(t, err)
	archive := tar.NewReader(plain)
	bodies := map[string]string{}
	var order []string
	for h, err := archive.Next(); err != io.EOF; h, err = archive.Next() {
		require.NoError(t, err)
		body, err := io.ReadAll(archive)
		require.NoError(t, err)
		order, bodies[h.Name] = append(order, h.Name), string(body)
		assert.Equal(t, "2000-01-01 0 0  -rw-r--r--", h.ModTime.UTC().Format(time.DateOnly)+" "+string(rune('0'+h.Uid))+" "+string(rune('0'+h.Gid))+" "+h.Uname+h.Gname+" "+h.FileInfo().Mode().String())
	}
	assert.Equal(t, []string{"site-1/a/c.js", "site-1/a/c.js.br", "site-1/b.html", "site-1/z"}, order)
	assert.Equal(t, map[string]string{"site-1/b.html": "<p>", "site-1/a/c.js": "1", "site-1/a/c.js.br": "\x00", "site-1/z": ""}, bodies)
}

func TestTarReadsTheTarball(t *testing.T) {
	program, err := exec.LookPath("tar")
	if err != nil {
		t.Skip("tar is not installed")
	}
	file := filepath.Join(t.TempDir(), "site.tar.gz")
	var out bytes.Buffer
	require.NoError(t, writeTarball(&out, fstest.MapFS{"site/index.html": {Data: []byte("<p>")}}, "x"))
	require.NoError(t, os.WriteFile(file, out.Bytes(), 0o600))
	into := t.TempDir()
	said, err := exec.Command(program, "-xzf", file, "-C", into).CombinedOutput()
	require.NoError(t, err)
	assert.Empty(t, string(said), "not even a warning")
	body, err := os.ReadFile(filepath.Join(into, "x/site/index.html"))
	require.NoError(t, err)
	assert.Equal(t, "<p>", string(body))
}
