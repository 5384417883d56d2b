package main

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAListenerOnAllAddressesIsShownAsThisMachine(t *testing.T) {
	for _, addr := range []string{":0", "0.0.0.0:0"} {
		p := start(t, "-addr", addr)
		_, body := get(t, p.url)
		assert.Equal(t, content["/"], body)
		p.stop(t)
	}
	assert.Equal(t, "http://[::1]:80/", siteURL(net.TCPAddr{IP: net.IPv6loopback, Port: 80}))
	assert.Equal(t, "http://192.0.2.1:80/", siteURL(net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 80}))
}

// ask sends a request in raw bytes, such as clients do not make.
func ask(t *testing.T, p *started, request string) *http.Response {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(p.url, "http://"), "/"))
	require.NoError(t, err)
	defer conn.Close()
	_, err = io.WriteString(conn, request)
	require.NoError(t, err)
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	require.NoError(t, err)
	return response
}

func TestWhatNetHTTPAnswersByItselfIsKeptSmall(t *testing.T) {
	p := start(t, "-addr", "127.0.0.1:0", "-log")
	assert.Equal(t, http.StatusMethodNotAllowed, ask(t, p, "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").StatusCode)
	// 16 KiB of headers, to which net/http adds 4 KiB of slack.
	tooLong := "GET / HTTP/1.1\r\nHost: a\r\nX: " + strings.Repeat("x", 20<<10)
	assert.Equal(t, http.StatusRequestHeaderFieldsTooLarge, ask(t, p, tooLong).StatusCode)
	assert.Equal(t, http.StatusOK, ask(t, p, "GET / HTTP/1.1\r\nHost: a\r\nX: "+strings.Repeat("x", 15<<10)+"\r\n\r\n").StatusCode)
	p.stop(t)
	assert.NotContains(t, p.stderr.String(), "xxx")
}

func TestEveryWaitHasALimit(t *testing.T) {
	s := newServer(nil)
	assert.EqualValues(t, 5e9, s.ReadHeaderTimeout) // nanoseconds
	assert.EqualValues(t, 10e9, s.ReadTimeout)
	assert.EqualValues(t, 60e9, s.WriteTimeout)
	assert.EqualValues(t, 120e9, s.IdleTimeout)
	assert.EqualValues(t, 4e9, grace)
	assert.Equal(t, io.Discard, s.ErrorLog.Writer())
}

func TestARequestThatOutlastsTheGracePeriodIsCutOff(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	running := make(chan bool)
	s := newServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		running <- true
		<-r.Context().Done()
	}))
	go s.Serve(listener)
	answered := make(chan error)
	go func() {
		_, err := http.Get("http://" + listener.Addr().String())
		answered <- err
	}()
	<-running
	assert.NoError(t, shutDown(s, time.Millisecond))
	assert.Error(t, <-answered)
}
