package server

import (
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestARangeIsAPartOfTheChosenEncoding(t *testing.T) {
	ask := serve(t, load(t))
	for _, encoding := range []string{"br", "gzip", ""} {
		whole := ask(request("GET", wasmPath, "Accept-Encoding: "+encoding))
		size := len(whole.body)
		require.Greater(t, size, 20)
		last := strconv.Itoa(size - 1)
		for ranges, want := range map[string][2]int{
			"bytes=0-0":       {0, 1},
			"bytes=3-11":      {3, 12},
			"bytes=10-":       {10, size},
			"bytes=-7":        {size - 7, size},
			"bytes=5-999999":  {5, size},
			"bytes=-999999":   {0, size},
			"bytes=0-" + last: {0, size},
		} {
			a := ask(request("GET", wasmPath, "Accept-Encoding: "+encoding, "Range: "+ranges))
			require.Equal(t, http.StatusPartialContent, a.StatusCode, ranges)
			assert.Equal(t, whole.body[want[0]:want[1]], a.body, ranges)
			assert.Equal(t, "bytes "+strconv.Itoa(want[0])+"-"+strconv.Itoa(want[1]-1)+"/"+strconv.Itoa(size), a.Header.Get("Content-Range"), ranges)
			assert.Equal(t, strconv.Itoa(want[1]-want[0]), a.Header.Get("Content-Length"), ranges)
			for _, name := range []string{"Content-Encoding", "Content-Type", "ETag", "Vary", "Cache-Control"} {
				assert.Equal(t, whole.Header.Values(name), a.Header.Values(name), name)
			}
			assertPolicies(t, a)
		}
	}
}

func TestSeveralRangesComeInOneAnswer(t *testing.T) {
	a := serve(t, load(t))(request("GET", wasmPath, "Range: bytes=0-3, 16-19,-2"))
	require.Equal(t, http.StatusPartialContent, a.StatusCode)
	kind, parameters, err := mime.ParseMediaType(a.Header.Get("Content-Type"))
	require.NoError(t, err)
	require.Equal(t, "multipart/byteranges", kind)
	parts := multipart.NewReader(strings.NewReader(a.body), parameters["boundary"])
	// The file repeats 0123456789abcdef 4,096 times: 65,536 bytes.
	for _, want := range [][2]string{{"0123", "bytes 0-3/65536"}, {"0123", "bytes 16-19/65536"}, {"ef", "bytes 65534-65535/65536"}} {
		part, err := parts.NextPart()
		require.NoError(t, err)
		body, err := io.ReadAll(part)
		require.NoError(t, err)
		assert.Equal(t, want[0], string(body))
		assert.Equal(t, want[1], part.Header.Get("Content-Range"))
		assert.Equal(t, "application/wasm", part.Header.Get("Content-Type"))
	}
	_, err = parts.NextPart()
	assert.ErrorIs(t, err, io.EOF)
}

func TestWhereARangeDoesNotApplyTheWholeFileIsSent(t *testing.T) {
	ask := serve(t, load(t))
	plain := ask(request("GET", wasmPath)).Header.Get("ETag")
	br := ask(request("GET", wasmPath, "Accept-Encoding: br")).Header.Get("ETag")
	for _, headers := range [][]string{
		{"Range: lines=0-1"}, // RFC 9110 §14.2: an unknown unit is ignored
		{"Range: bytes="},
		{"Range:"},
		{"Range: bytes=0-1", `If-Range: "other"`},
		{"Range: bytes=0-1", "If-Range: " + br},
		{"Range: bytes=0-1", "If-Range: " + plain + "x"},
		{"Range: bytes=0-1", "If-Range: W/" + plain},
		{"Range: bytes=0-1", "If-Range: Fri, 01 Jan 2100 00:00:00 GMT"},
		{"Range: bytes=0-65535,0-65535"},                           // more than the file itself
		{"Range: bytes=0-1,4-5", "Accept-Encoding: br"},            // several, of compressed bytes
		{"Range: bytes=", "Accept-Encoding: br"},                   // length known though none was asked for
		{"Range: bytes=0-1", "If-Range: *", "Accept-Encoding: br"}, // not a tag
	} {
		a := ask(request("GET", wasmPath, headers...))
		assert.Equal(t, http.StatusOK, a.StatusCode, headers)
		assert.Equal(t, content[wasmPath], decompress(t, a.Header.Get("Content-Encoding"), []byte(a.body)), headers)
		assert.Equal(t, strconv.Itoa(len(a.body)), a.Header.Get("Content-Length"), headers)
		assert.Empty(t, a.Header.Get("Content-Range"), headers)
	}
	// GET is the only method with ranges.
	head := ask(request("HEAD", wasmPath, "Range: bytes=0-1"))
	assert.Equal(t, http.StatusOK, head.StatusCode)
	assert.Equal(t, "65536", head.Header.Get("Content-Length"))
}

func TestARangeOfTheSameBytesIsResumed(t *testing.T) {
	ask := serve(t, load(t))
	for _, encoding := range []string{"br", "gzip", ""} {
		whole := ask(request("GET", wasmPath, "Accept-Encoding: "+encoding))
		rest := ask(request("GET", wasmPath, "Accept-Encoding: "+encoding, "Range: bytes=9-", "If-Range: "+whole.Header.Get("ETag")))
		require.Equal(t, http.StatusPartialContent, rest.StatusCode)
		assert.Equal(t, content[wasmPath], decompress(t, encoding, []byte(whole.body[:9]+rest.body)))
	}
}

func TestARangeOutsideTheFileIsRefused(t *testing.T) {
	ask := serve(t, load(t))
	for _, headers := range [][]string{
		{"Range: bytes=65536-"},
		{"Range: bytes=9-3"},
		{"Range: bytes=x"},
		{"Range: bytes=65535-", "Accept-Encoding: br"}, // beyond the compressed bytes
	} {
		a := ask(request("GET", wasmPath, headers...))
		assert.Equal(t, http.StatusRequestedRangeNotSatisfiable, a.StatusCode, headers)
		assert.Empty(t, a.Header.Get("Content-Encoding"), headers)
		assert.Empty(t, a.Header.Get("ETag"), headers)
		assert.Equal(t, strconv.Itoa(len(a.body)), a.Header.Get("Content-Length"), headers)
		assert.Equal(t, "Accept-Encoding", a.Header.Get("Vary"), headers) // other bytes have other ranges
		assertPolicies(t, a)
	}
	assert.Equal(t, "bytes */65536", ask(request("GET", wasmPath, "Range: bytes=65536-")).Header.Get("Content-Range"))
}
