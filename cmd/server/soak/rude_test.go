//go:build linux

package soak

import (
	"bufio"
	"errors"
	"io"
	"net/http"
	"strings"
	"syscall"
	"time"

	"github.com/stretchr/testify/assert"
)

// halves are beginnings of requests, after which nothing comes.
var halves = []string{
	"",
	"GE",
	"GET /trust HT",
	"GET / HTTP/1.1\r\n",
	"GET / HTTP/1.1\r\nHost: site.test\r\nAccept-Enc",
	"GET / HTTP/1.1\r\nHost: site.test\r\n\r",
}

// half sends the beginning of a request. The server hangs up, without a word or with the
// one that the request was bad, and soon: headers may take five seconds.
func (c *client) half() {
	conn := dial(c.T, c.addr)
	defer conn.Close()
	assert.NoError(c, send(conn, pick(c.dice, halves)))
	begun := time.Now()
	said, err := io.ReadAll(conn)
	assert.NoError(c, err)
	if !strings.HasPrefix(string(said), "HTTP/1.1 400 Bad Request\r\n") {
		assert.Empty(c, string(said))
	}
	waited := time.Since(begun)
	assert.True(c, waited > 4*time.Second && waited < 20*time.Second, "the server hung up after %s", waited)
	c.seen.add("hung up on half a request", 1)
}

// drip sends a header a byte at a time. That the bytes come does not lengthen the wait.
func (c *client) drip() {
	conn := dial(c.T, c.addr)
	defer conn.Close()
	begun := time.Now()
	assert.NoError(c, send(conn, "GET / HTTP/1.1\r\nHost: site.test\r\nX: "))
	for time.Since(begun) < 20*time.Second {
		time.Sleep(200 * time.Millisecond)
		if send(conn, "x") != nil {
			c.seen.add("hung up on a header that drips", 1)
			return
		}
	}
	c.Error("a header may drip for 20 seconds")
}

// nonsense are requests that the server refuses by a status of its own.
var nonsense = []struct {
	text   string
	status int
}{
	{"GET / HTTP/1.1\r\nHost: site.test\r\nX: " + strings.Repeat("x", 24<<10) + "\r\n\r\n", http.StatusRequestHeaderFieldsTooLarge},
	{"GET / HTTP/1.1\r\nHost: site.test\r\n" + strings.Repeat("X: y\r\n", 4<<10) + "\r\n", http.StatusRequestHeaderFieldsTooLarge},
	{"GET /" + strings.Repeat("x", 24<<10) + " HTTP/1.1\r\nHost: site.test\r\n\r\n", http.StatusRequestHeaderFieldsTooLarge},
	{"GET / HTTP/1.1\r\n\r\n", http.StatusBadRequest}, // no Host
	{"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", http.StatusBadRequest},
	{"GET / HTTP/1.1\r\nHost: site.test\r\nNo colon\r\n\r\n", http.StatusBadRequest},
	{"GET /%zz HTTP/1.1\r\nHost: site.test\r\n\r\n", http.StatusBadRequest},
	{"GET trust HTTP/1.1\r\nHost: site.test\r\n\r\n", http.StatusBadRequest},
	{"GET  / HTTP/1.1\r\nHost: site.test\r\n\r\n", http.StatusBadRequest},
	{"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", http.StatusBadRequest}, // somebody speaks TLS
	{"POST / HTTP/1.1\r\nHost: site.test\r\nContent-Length: x\r\n\r\n", http.StatusBadRequest},
	{"GET / HTTP/9.9\r\nHost: site.test\r\n\r\n", http.StatusHTTPVersionNotSupported},
}

// mad sends what no client sends. The server says what is wrong with it and hangs up.
func (c *client) mad() {
	conn := dial(c.T, c.addr)
	defer conn.Close()
	n := pick(c.dice, nonsense)
	if send(conn, n.text) != nil {
		c.seen.add("hung up on nonsense", 1) // while it was still being sent
		return
	}
	r := bufio.NewReader(conn)
	response, err := http.ReadResponse(r, nil)
	if errors.Is(err, syscall.ECONNRESET) {
		c.seen.add("hung up on nonsense", 1) // bytes that nobody has read make the end a reset
		return
	}
	if !assert.NoError(c, err, "%.60q", n.text) {
		return
	}
	assert.Equal(c, n.status, response.StatusCode, "%.60q", n.text)
	body, err := io.ReadAll(response.Body)
	assert.NoError(c, err)
	assert.Less(c, len(body), 100)
	assert.NotContains(c, string(body), "xx", "what was sent does not come back")
	c.seen.add("told what is wrong with nonsense", 1)
	c.rest(time.Second)
}

// deaf asks for a large file and never reads it. The server gives it up within a minute or
// so; until then it costs what it costs.
func (c *client) deaf() {
	conn := dial(c.T, c.addr)
	defer conn.Close()
	e := c.large()
	assert.NoError(c, send(conn, e.bytes()))
	c.rest(75 * time.Second)
	if c.over() {
		return
	}
	n, err := io.Copy(io.Discard, conn)
	assert.NoError(c, err)
	assert.Less(c, int(n), len(e.want.body), "nobody may sleep for 75 seconds and still get it all")
	c.seen.add("given up for deaf", 1)
}

// leaver hangs up in the middle, by a reset: before the end of a request, before the
// answer, or in it.
func (c *client) leaver() {
	conn := dial(c.T, c.addr)
	e := c.large()
	text := e.bytes()
	text = text[:len(text)-c.IntN(2)*c.IntN(len(text))]
	assert.NoError(c, send(conn, text))
	if c.IntN(2) == 0 && strings.HasSuffix(text, "\r\n\r\n") {
		_, err := io.CopyN(io.Discard, conn, int64(c.IntN(1<<20)))
		assert.NoError(c, err)
	}
	assert.NoError(c, conn.SetLinger(0))
	assert.NoError(c, conn.Close())
	c.seen.add("left in the middle", 1)
	c.rest(time.Duration(c.IntN(1000)) * time.Millisecond)
}
