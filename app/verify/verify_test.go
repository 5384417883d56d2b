package verify

import (
	"context"
	"io"
	"log"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/server"
)

func TestOurServerDeliversTheBuild(t *testing.T) {
	assert.Empty(t, check(t, smallServer(t)))
}

func TestWithHSTSItIsStillTheBuild(t *testing.T) {
	h := smallServer(t).(*server.Handler)
	h.HSTS = true
	assert.Empty(t, check(t, h))
}

func TestEveryPathIsAskedForInEveryCodingOverOneConnection(t *testing.T) {
	var mu sync.Mutex
	asked := map[string][]string{}
	from := map[string]bool{}
	h := smallServer(t)
	check(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked[r.URL.Path] = append(asked[r.URL.Path], r.Header.Get("Accept-Encoding"))
		from[r.RemoteAddr] = true
		mu.Unlock()
		h.ServeHTTP(w, r)
	}))
	assert.Len(t, asked, len(content)+1, "every file, and a path that is none")
	for path := range content {
		assert.Equal(t, []string{"br", "gzip", "identity"}, asked[path], path)
	}
	assert.Len(t, from, 1)
}

// 200 places, drawn anew in each run; each is one byte of one file.
func TestAFlippedBitAnywhereIsFoundAndTheFileNamed(t *testing.T) {
	fsys, want := small(t)
	h, err := server.Load(fsys)
	require.NoError(t, err)
	var path string
	var at int
	var mask byte
	ts := httptest.NewServer(changed(plainly(h), func(r *http.Request, a *httptest.ResponseRecorder) {
		if r.URL.Path == path {
			a.Body.Bytes()[at] ^= mask
		}
	}))
	defer ts.Close()
	for range 200 {
		f := want.Files[rand.IntN(len(want.Files))]
		path, at, mask = f.Path, rand.IntN(f.Size), 1<<rand.IntN(8)
		found, err := Site(t.Context(), ts.URL, want)
		require.NoError(t, err)
		require.Len(t, found, 1, "%s byte %d mask %#x", path, at, mask)
		assert.Equal(t, path, found[0].Path)
		assert.Equal(t, "sha256", found[0].What)
		assert.Equal(t, f.SHA256, found[0].Want)
		assert.Regexp(t, `^[0-9a-f]{64}$`, found[0].Got)
	}
}

func TestAStaleFileBesideTheRightOneIsFound(t *testing.T) {
	for _, coding := range []string{"br", "gzip"} {
		found := check(t, changed(smallServer(t), func(r *http.Request, a *httptest.ResponseRecorder) {
			if r.URL.Path == "/trust" && a.Header().Get("Content-Encoding") == coding {
				stale := encode(t, coding, "<h1>the version before</h1>")
				a.Header().Del("Content-Length")
				a.Body.Reset()
				a.Body.Write(stale)
			}
		}))
		require.Len(t, found, 1)
		assert.Equal(t, []string{coding}, found[0].Codings)
		assert.True(t, strings.HasSuffix(found[0].String(), "(when asked for "+coding+")"), found[0])
	}
}

func TestAMissingFileIsADifference(t *testing.T) {
	h := smallServer(t)
	found := check(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/trust" {
			r.URL.Path = "/gone"
		}
		h.ServeHTTP(w, r)
	}))
	require.Len(t, found, 1)
	assert.Equal(t, "/trust: status: expected 200, got 404", found[0].String())
}

func TestAPageThatIsShownForUnknownPathsMustHaveTheStatus404(t *testing.T) {
	found := check(t, changed(smallServer(t), func(_ *http.Request, a *httptest.ResponseRecorder) { a.Code = http.StatusOK }))
	require.Len(t, found, 1)
	assert.Regexp(t, `^/no-such-page-\w{26}: status: expected 404, got 200$`, found[0].String())
}

func TestAnotherPageForUnknownPathsIsADifference(t *testing.T) {
	found := check(t, changed(plainly(smallServer(t)), func(r *http.Request, a *httptest.ResponseRecorder) {
		if _, known := content[r.URL.Path]; !known {
			a.Body.Bytes()[0] = '?'
		}
	}))
	require.Len(t, found, 1)
	assert.Equal(t, "sha256", found[0].What)
}

func TestARedirectIsADifferenceAndIsNotFollowed(t *testing.T) {
	for _, path := range []string{"/", "/trust"} {
		h, elsewhere := smallServer(t), false
		found := check(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch r.URL.Path {
			case path:
				http.Redirect(w, r, "/elsewhere", http.StatusFound)
			case "/elsewhere":
				elsewhere = true
			default:
				h.ServeHTTP(w, r)
			}
		}))
		require.Len(t, found, 1)
		assert.Equal(t, path+`: status: expected 200, got 302 (a redirect to "/elsewhere")`, found[0].String())
		assert.False(t, elsewhere)
	}
}

func TestAHostThatDoesNotListenIsUnreachable(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address := "http://" + listener.Addr().String()
	require.NoError(t, listener.Close())
	_, want := small(t)
	_, err = Site(t.Context(), address, want)
	assert.ErrorIs(t, err, ErrUnreachable)
	assert.NotContains(t, err.Error(), `Get "`, "the person knows what was asked for")
}

func TestAHostThatStopsAnsweringIsUnreachable(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	ts := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	}))
	defer ts.Close()
	_, want := small(t)
	_, err := Site(ctx, ts.URL, want)
	assert.ErrorIs(t, err, ErrUnreachable)
}

func TestACertificateThatNobodyTrustsIsUnreachable(t *testing.T) {
	ts := httptest.NewUnstartedServer(smallServer(t))
	ts.Config.ErrorLog = log.New(io.Discard, "", 0)
	ts.StartTLS()
	defer ts.Close()
	_, want := small(t)
	_, err := Site(t.Context(), ts.URL, want)
	assert.ErrorIs(t, err, ErrUnreachable)
	assert.ErrorContains(t, err, "certificate")
}

func TestOnlyAWholeOriginIsAnAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org":        "https://example.org",
		"https://example.org/":       "https://example.org",
		"http://127.0.0.1:8080/":     "http://127.0.0.1:8080",
		"http://[::1]:8080":          "http://[::1]:8080",
		"":                           "",
		"example.org":                "",
		"example.org:8080":           "",
		"ftp://example.org":          "",
		"https://":                   "",
		"https://:443":               "",
		"https://example.org/trust":  "",
		"https://example.org//":      "",
		"https://example.org/?alg=x": "",
		"https://example.org?":       "",
		"https://example.org/#x":     "",
		"https://a:b@example.org":    "",
		"https://exa mple.org":       "",
		"https://example.org:port":   "",
	} {
		got, err := parseAddress(address, "")
		assert.Equal(t, want, got, address)
		if want == "" {
			assert.ErrorIs(t, err, ErrAddress, address)
		} else {
			assert.NoError(t, err, address)
		}
	}
}
