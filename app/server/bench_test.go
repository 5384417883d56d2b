package server

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// BenchmarkBesideFileServer sends the same request for the same plain file to
// our handler and to http.FileServer over a folder, by turns over loopback, and
// reports the ratio of the times: below 1, ours is faster.
func BenchmarkBesideFileServer(b *testing.B) {
	folder := b.TempDir()
	for path, text := range content {
		name := filepath.Join(folder, nameOf(path))
		require.NoError(b, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(b, os.WriteFile(name, []byte(text), 0o644))
	}
	ours := httptest.NewServer(load(b))
	defer ours.Close()
	theirs := httptest.NewServer(http.FileServer(http.Dir(folder)))
	defer theirs.Close()
	for _, path := range []string{"/", wasmPath} {
		b.Run(nameOf(path), func(b *testing.B) {
			var our, their time.Duration
			for b.Loop() {
				our += fetch(b, ours.URL+path, len(content[path]))
				their += fetch(b, theirs.URL+path, len(content[path]))
			}
			b.ReportMetric(float64(our)/float64(their), "ours/theirs")
		})
	}
}

func fetch(b *testing.B, url string, size int) time.Duration {
	start := time.Now()
	r, err := http.NewRequest(http.MethodGet, url, nil)
	require.NoError(b, err)
	r.Header.Set("Accept-Encoding", identity)
	response, err := http.DefaultClient.Do(r)
	require.NoError(b, err)
	n, err := io.Copy(io.Discard, response.Body)
	require.NoError(b, err)
	require.NoError(b, response.Body.Close())
	require.EqualValues(b, size, n)
	return time.Since(start)
}

// discard is a ResponseWriter that keeps nothing, to see what the handler alone
// costs.
type discard struct{ header http.Header }

func (d discard) Header() http.Header         { return d.header }
func (d discard) Write(p []byte) (int, error) { return len(p), nil }
func (d discard) WriteHeader(int)             {}

func BenchmarkHandler(b *testing.B) {
	h := load(b)
	r := httptest.NewRequest("GET", wasmPath, nil)
	r.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
	w := discard{http.Header{}}
	b.ReportAllocs()
	for b.Loop() {
		clear(w.header)
		h.ServeHTTP(w, r)
	}
}
