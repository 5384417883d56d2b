//go:build linux

package soak

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/server"
)

// patience is how long a client waits for anything before it says that the server hangs.
const patience = 3 * time.Minute

// client is one of the connections, again and again, in one way.
type client struct {
	*testing.T
	*dice
	addr string
	done <-chan struct{} // closed when the time is up
	seen *tally
}

// tally counts what happened, by a few words.
type tally struct {
	mu     sync.Mutex
	counts map[string]int
}

func (c *tally) add(what string, n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.counts[what] += n
}

// of returns how often what happened.
func (c *tally) of(what string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.counts[what]
}

// over reports whether the time is up.
func (c *client) over() bool {
	select {
	case <-c.done:
		return true
	default:
		return false
	}
}

// rest waits for d, or until the time is up.
func (c *client) rest(d time.Duration) {
	select {
	case <-c.done:
	case <-time.After(d):
	}
}

// dial connects, with small buffers, so that what a client does not read waits in the
// server.
func dial(t *testing.T, addr string) *net.TCPConn {
	t.Helper()
	conn, err := net.Dial("tcp", addr)
	require.NoError(t, err)
	require.NoError(t, conn.(*net.TCPConn).SetReadBuffer(64<<10))
	require.NoError(t, conn.SetDeadline(time.Now().Add(patience)))
	return conn.(*net.TCPConn)
}

// send writes text, which a server that has hung up may refuse.
func send(conn net.Conn, text string) error {
	_, err := io.WriteString(conn, text)
	return err
}

// report fails the test for a wrong answer.
func (c *client) report(kind string, e exchange, err error) {
	c.Errorf("%s: %s %s %q: want %d: %v", kind, e.method, e.target, e.lines, e.want.status, err)
}

// learn asks for every form of every file once, and remembers the entity tags.
func (s site) learn(t *testing.T, addr string) {
	t.Helper()
	conn := dial(t, addr)
	defer conn.Close()
	r := bufio.NewReader(conn)
	tags := map[string]string{}
	for _, f := range s.files {
		for coding, form := range f.forms {
			e := exchange{method: http.MethodHead, target: f.Path, lines: []string{"Accept-Encoding: " + coding}}
			require.NoError(t, send(conn, e.bytes()))
			response, err := http.ReadResponse(r, &http.Request{Method: http.MethodHead})
			require.NoError(t, err)
			form.tag = response.Header.Get("ETag")
			require.Equal(t, f.tagless(), form.tag == "", f.Path)
			require.Empty(t, tags[form.tag], "two forms have the same tag: %s", f.Path)
			if form.tag != "" {
				tags[form.tag] = f.Path
			}
		}
	}
}

// polite asks for one thing after the other, and reads each answer.
func (c *client) polite() {
	conn := dial(c.T, c.addr)
	defer conn.Close()
	r := bufio.NewReader(conn)
	for range 1 + c.IntN(40) {
		e := c.throw()
		assert.NoError(c, send(conn, e.bytes()))
		if err := e.read(r); err != nil {
			c.report("polite", e, err)
			return
		}
		c.seen.add(fmt.Sprintf("status %d", e.want.status), 1)
		c.rest(time.Duration(c.IntN(400)) * time.Millisecond)
		if c.over() {
			return
		}
		assert.NoError(c, conn.SetDeadline(time.Now().Add(patience)))
	}
}

// pipelining asks for several things before it reads the first answer. They come in order.
func (c *client) pipelining() {
	conn := dial(c.T, c.addr)
	defer conn.Close()
	var all []exchange
	text := ""
	for range 2 + c.IntN(8) {
		all = append(all, c.throw())
		text += all[len(all)-1].bytes()
	}
	assert.NoError(c, send(conn, text))
	r := bufio.NewReader(conn)
	for i, e := range all {
		if err := e.read(r); err != nil {
			c.report(fmt.Sprintf("number %d of %d at once", i+1, len(all)), e, err)
			return
		}
		c.seen.add("asked for at once", 1)
	}
	c.rest(time.Duration(c.IntN(1000)) * time.Millisecond)
}

// large returns a request for a whole large file as it is.
func (c *client) large() exchange {
	f := c.site.files[c.IntN(3)]
	return exchange{method: http.MethodGet, target: f.Path, want: f.answer(http.StatusOK, f.forms[identity])}
}

// slow reads a large file as a bad line lets it, for longer than the server waits for any
// one piece if the time is there: up to a minute and a half.
func (c *client) slow(whole time.Duration) {
	conn := dial(c.T, c.addr)
	defer conn.Close()
	e := c.large()
	assert.NoError(c, send(conn, e.bytes()))
	pace := time.Duration(rand.Int64N(int64(whole))) / time.Duration(len(e.want.body)>>14+1)
	if err := e.read(bufio.NewReaderSize(paced{conn, pace}, 16<<10)); err != nil {
		c.report("slow", e, err)
		return
	}
	c.seen.add("read slowly", 1)
}

// paced is a line that lets 16 KiB pass, and then none for a while.
type paced struct {
	net.Conn
	pause time.Duration
}

func (p paced) Read(b []byte) (int, error) {
	time.Sleep(p.pause)
	return p.Conn.Read(b[:min(len(b), 16<<10)])
}

// idle asks once and stays. After two minutes the server hangs up.
func (c *client) idle() {
	conn := dial(c.T, c.addr)
	defer conn.Close()
	e := exchange{method: http.MethodGet, target: server.HealthPath, want: c.site.text(http.StatusOK, []byte(server.Healthy))}
	assert.NoError(c, send(conn, e.bytes()))
	r := bufio.NewReader(conn)
	if err := e.read(r); err != nil {
		c.report("idle", e, err)
		return
	}
	begun := time.Now()
	for !c.over() {
		assert.NoError(c, conn.SetReadDeadline(time.Now().Add(time.Second)))
		switch _, err := r.ReadByte(); {
		case errors.Is(err, os.ErrDeadlineExceeded):
		case err == io.EOF:
			waited := time.Since(begun)
			assert.True(c, waited > 110*time.Second && waited < 150*time.Second, "the server hung up after %s", waited)
			c.seen.add("hung up on an idle connection", 1)
			return
		default:
			assert.Fail(c, "an answer that nobody asked for", "%v", err)
			return
		}
	}
}
