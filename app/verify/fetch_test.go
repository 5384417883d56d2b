package verify

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A proxy that compresses by itself: the bytes on the way are none of the
// build's, those that come out are.
func TestAHostMayCompressAgain(t *testing.T) {
	for _, coding := range []string{"br", "gzip"} {
		assert.Empty(t, check(t, changed(plainly(smallServer(t)), func(_ *http.Request, a *httptest.ResponseRecorder) {
			again := encode(t, coding, a.Body.String())
			a.Body.Reset()
			a.Body.Write(again)
			a.Header().Set("Content-Encoding", coding)
			a.Header().Set("Content-Length", strconv.Itoa(len(again)))
			a.Header().Del("Etag")
		})), coding)
	}
}

func TestAHostMayCompressNothing(t *testing.T) {
	assert.Empty(t, check(t, plainly(smallServer(t))))
}

// broken serves the small site with another body, in another coding, at /trust.
func broken(t *testing.T, coding, body string) []Difference {
	t.Helper()
	return check(t, changed(smallServer(t), func(r *http.Request, a *httptest.ResponseRecorder) {
		if r.URL.Path == "/trust" {
			a.Body = bytes.NewBufferString(body)
			a.Header().Del("Content-Length")
			a.Header().Set("Content-Encoding", coding)
		}
	}))
}

func TestABodyThatCannotBeReadIsADifference(t *testing.T) {
	whole := content["/trust"]
	cut := func(coding string) string {
		coded := encode(t, coding, whole)
		return string(coded[:len(coded)-1])
	}
	for _, c := range []struct{ coding, body, got string }{
		{"zstd", whole, `the content coding "zstd" is unknown`},
		{"gzip, br", whole, `the content coding "gzip, br" is unknown`},
		{"gzip", whole, "invalid header"},
		{"gzip", cut("gzip"), "unexpected EOF"},
		{"br", cut("br"), "unexpected EOF"},
		{"br", "\xff\xff\xff", "brotli"},
	} {
		found := broken(t, c.coding, c.body)
		require.Len(t, found, 1, c.coding)
		assert.Equal(t, "/trust", found[0].Path)
		assert.Contains(t, found[0].Got, c.got)
	}
}

func TestAnAnswerThatBreaksOffIsADifference(t *testing.T) {
	h := smallServer(t)
	found := check(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/trust" {
			recorded := httptest.NewRecorder()
			h.ServeHTTP(recorded, r)
			for name, lines := range recorded.Header() {
				w.Header()[name] = lines // the Content-Length of the whole
			}
			_, _ = w.Write(recorded.Body.Bytes()[:1])
			return
		}
		h.ServeHTTP(w, r)
	}))
	require.Len(t, found, 1)
	assert.Contains(t, found[0].Got, "unexpected EOF")
}

// A megabyte of one letter is a kilobyte on the way: only so much of it is
// unpacked as shows that it is too long.
func TestNoMoreIsReadThanIsNeeded(t *testing.T) {
	size := len(content["/trust"])
	tooLong := "more than " + strconv.Itoa(size) + " bytes"
	for _, body := range []string{content["/trust"] + "x", strings.Repeat("x", 1<<20)} {
		for _, coding := range []string{"identity", "gzip", "br"} {
			coded := body
			if coding != "identity" {
				coded = string(encode(t, coding, body))
			}
			found := broken(t, coding, coded)
			require.Len(t, found, 1)
			assert.Equal(t, tooLong, found[0].Got)
			plain, err := decode(coding, []byte(coded), size)
			require.NoError(t, err)
			assert.Len(t, plain, size+1)
		}
	}
}
