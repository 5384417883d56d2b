package main

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// health runs the program with -health, as it is before any build: it needs no site.
func health(t *testing.T, addr string) (code int, stdout, stderr string) {
	t.Helper()
	var out, complaints bytes.Buffer
	code = run(t.Context(), fstest.MapFS{}, []string{"-health", "-addr", addr}, &out, &complaints)
	return code, out.String(), complaints.String()
}

// addrOf returns host:port of an address as the first line has it.
func addrOf(url string) string {
	return strings.TrimSuffix(strings.TrimPrefix(url, "http://"), "/")
}

func TestAServerThatServesIsWellHoweverItListens(t *testing.T) {
	for _, listen := range []string{"127.0.0.1:0", "0.0.0.0:0", ":0"} {
		p := start(t, "-addr", listen)
		_, port, err := net.SplitHostPort(addrOf(p.url))
		require.NoError(t, err)
		// Asked with the words with which the server was started, but for the port.
		addr := strings.TrimSuffix(listen, "0") + port
		code, stdout, stderr := health(t, addr)
		assert.Equal(t, exitOK, code, stderr)
		assert.Equal(t, "jwtsecret is well on "+addr+"\n", stdout)
		p.stop(t)
		code, stdout, stderr = health(t, addr)
		assert.Equal(t, exitFailed, code)
		assert.Contains(t, stderr, "refused")
		assert.Empty(t, stdout)
	}
}

func TestWhatIsNotOursIsNotWell(t *testing.T) {
	for name, answer := range map[string]http.HandlerFunc{
		"another program": func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "<h1>welcome</h1>") },
		"a failing one":   func(w http.ResponseWriter, r *http.Request) { http.Error(w, "ok", http.StatusServiceUnavailable) },
		"one that leads elsewhere": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/other", http.StatusFound)
		},
		"one that breaks off": func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) },
		"one that says more":  func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "ok\nand more") },
	} {
		ts := httptest.NewServer(answer)
		code, stdout, stderr := health(t, ts.Listener.Addr().String())
		assert.Equal(t, exitFailed, code, name)
		assert.Empty(t, stdout, name)
		assert.Regexp(t, `^jwtsecret: [^\n]+\n$`, stderr, name)
		ts.Close()
	}
}

// A listener that accepts and is silent, as a process does that was stopped.
func TestAServerThatHangsIsNotWell(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer silent.Close()
	begun := time.Now()
	code, _, stderr := health(t, silent.Addr().String())
	assert.Equal(t, exitFailed, code)
	assert.Contains(t, stderr, "no answer")
	assert.Less(t, time.Since(begun), 10*time.Second)
}

func TestAnAddressThatNobodyCanAskIsSaidSo(t *testing.T) {
	for addr, want := range map[string]string{
		"127.0.0.1:0": "give the port",
		"127.0.0.1":   "missing port",
	} {
		code, _, stderr := health(t, addr)
		assert.Equal(t, exitFailed, code, addr)
		assert.Contains(t, stderr, want)
	}
}
