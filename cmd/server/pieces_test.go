package main

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// served answers every request with the big file, each of whose pieces may wait, and so may
// the first, which WriteTimeout limits.
func served(t *testing.T, wait time.Duration) net.Conn {
	t.Helper()
	ts := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := io.Copy(&pieces{ResponseWriter: w, wait: wait, left: piece}, strings.NewReader(bigFile))
		_ = err // whoever hung up knows
	}))
	ts.Config.WriteTimeout = wait
	ts.Start()
	t.Cleanup(ts.Close)
	conn, err := net.Dial("tcp", ts.Listener.Addr().String())
	require.NoError(t, err)
	t.Cleanup(func() { conn.Close() })
	_, err = io.WriteString(conn, "GET / HTTP/1.0\r\n\r\n")
	require.NoError(t, err)
	return conn
}

// The big file has 128 pieces. Between 32 parts of it the reader rests, 3.2 s in all: longer
// than any one piece may wait.
func TestWhoReadsSlowlyGetsTheWhole(t *testing.T) {
	conn := served(t, 2*time.Second)
	total := 0
	for range 32 {
		time.Sleep(100 * time.Millisecond)
		n, err := io.CopyN(io.Discard, conn, int64(len(bigFile)/32))
		require.NoError(t, err, "after %d bytes", total)
		total += int(n)
	}
	rest, err := io.Copy(io.Discard, conn)
	require.NoError(t, err)
	assert.Greater(t, total+int(rest), len(bigFile), "headers included")
}

func TestWhoReadsNothingIsCutOff(t *testing.T) {
	conn := served(t, 300*time.Millisecond)
	time.Sleep(1500 * time.Millisecond)
	n, err := io.Copy(io.Discard, conn)
	assert.NoError(t, err)
	assert.Less(t, int(n), len(bigFile))
}

func TestPiecesAddUpToWhatIsWritten(t *testing.T) {
	w := httptest.NewRecorder()
	n, err := io.WriteString(&pieces{ResponseWriter: w, left: piece}, bigFile)
	require.NoError(t, err)
	assert.Equal(t, len(bigFile), n)
	assert.True(t, bigFile == w.Body.String())
}
