package e2e

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// link is a way through a network between browsers and a server. What developers' tools
// slow down is the traffic of a tab; what a service worker or a worker fetches goes past
// them. A link delays the bytes themselves, whoever asked for them. It has neither TLS nor
// the slow start of TCP, which would make every visit longer, ours and others'.
type link struct {
	url       string // of its own end, with a slash at the end
	roundTrip time.Duration
	up, down  lane

	// open lets everything through at once, while it is true.
	open atomic.Bool
}

// speed is that of a link.
type speed struct {
	name      string
	rate      float64 // bytes a second, in each direction; 0 for no link at all
	roundTrip time.Duration
}

// to starts a link to a server until the test ends.
func (n speed) to(t testing.TB, server string) *link {
	t.Helper()
	if n.rate == 0 {
		return &link{url: server}
	}
	target, err := url.Parse(server)
	require.NoError(t, err)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { listener.Close() })
	l := &link{url: "http://" + listener.Addr().String() + "/", roundTrip: n.roundTrip, up: lane{rate: n.rate}, down: lane{rate: n.rate}}
	go func() {
		for {
			browser, err := listener.Accept()
			if err != nil {
				return
			}
			go l.connect(browser, target.Host)
		}
	}()
	return l
}

// lane is one direction of a link, which all connections share.
type lane struct {
	rate float64 // bytes a second

	mu   sync.Mutex
	free time.Time // when the last of what was sent has left
}

// slack is how late a sender may wake up without losing its share.
const slack = 5 * time.Millisecond

// leave returns when n bytes have left that want to leave now.
func (l *lane) leave(now time.Time, n int) time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	if earliest := now.Add(-slack); l.free.Before(earliest) {
		l.free = earliest
	}
	l.free = l.free.Add(time.Duration(float64(n) / l.rate * float64(time.Second)))
	return l.free
}

// connect carries one connection. Opening it takes a round trip, as the handshake of TCP does.
func (l *link) connect(browser net.Conn, address string) {
	defer browser.Close()
	server, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer server.Close()
	l.wait(time.Now().Add(l.roundTrip))
	var both sync.WaitGroup
	both.Go(func() { l.carry(server, browser, &l.up) })
	both.Go(func() { l.carry(browser, server, &l.down) })
	both.Wait()
}

// wait sleeps until a time, if the link is not open.
func (l *link) wait(until time.Time) {
	if !l.open.Load() {
		time.Sleep(time.Until(until))
	}
}

// packet is how many bytes travel together: few enough that the connections of a link do
// not wait for each other.
const packet = 4096

// carry carries what one end sends to the other end. Bytes leave one after the other and
// are then on the way for half of a round trip, side by side with those that follow.
func (l *link) carry(to, from net.Conn, lane *lane) {
	type parcel struct {
		bytes []byte
		due   time.Time
	}
	way := make(chan parcel, 1024)
	go func() {
		defer close(way)
		for {
			some := make([]byte, packet)
			n, err := from.Read(some)
			if n > 0 {
				left := time.Now()
				if !l.open.Load() { // what passes an open link leaves no debt to those who come later
					left = lane.leave(left, n)
				}
				l.wait(left)
				way <- parcel{some[:n], left.Add(l.roundTrip / 2)}
			}
			if err != nil {
				return
			}
		}
	}()
	var failed error
	for p := range way { // to the end, whether anybody wants it or not
		if failed == nil {
			l.wait(p.due)
			_, failed = to.Write(p.bytes)
		}
	}
	_ = to.(*net.TCPConn).CloseWrite() // the other direction may still be used
}

// download returns the seconds that a file of so many bytes takes over a link, from the
// moment when its first byte is wanted.
func (n speed) download(t testing.TB, size int) float64 {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write(make([]byte, size))
	}))
	defer server.Close()
	began := time.Now()
	response, err := (&http.Client{Transport: &http.Transport{}}).Get(n.to(t, server.URL).url)
	require.NoError(t, err)
	defer response.Body.Close()
	got, err := io.Copy(io.Discard, response.Body)
	require.NoError(t, err)
	require.EqualValues(t, size, got)
	return time.Since(began).Seconds()
}

// A lane of 1,000 bytes a second takes 100 ms for 100 bytes. One that was idle may begin
// so much earlier as a sender may be late.
func TestBytesLeaveALinkOneAfterTheOther(t *testing.T) {
	t.Parallel()
	l, now := lane{rate: 1000}, time.Now()
	assert.Equal(t, now.Add(100*time.Millisecond-slack), l.leave(now, 100))
	assert.Equal(t, now.Add(300*time.Millisecond-slack), l.leave(now, 200))
	late := now.Add(298 * time.Millisecond)
	assert.Equal(t, now.Add(400*time.Millisecond-slack), l.leave(late, 100), "3 ms after the last have left")
	idle := now.Add(time.Minute)
	assert.Equal(t, idle.Add(100*time.Millisecond-slack), l.leave(idle, 100))
}

// echo sends bytes through a link to a server that answers with what it heard, once it has
// heard the end, and returns what comes back.
func echo(t *testing.T, n speed, open bool, sent []byte) (*link, []byte) {
	t.Helper()
	server, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { server.Close() })
	go func() {
		conn, err := server.Accept()
		if err == nil {
			heard, _ := io.ReadAll(conn)
			_, _ = conn.Write(heard)
			conn.Close()
		}
	}()
	l := n.to(t, "http://"+server.Addr().String())
	l.open.Store(open)
	conn, err := net.Dial("tcp", strings.Trim(l.url, "htp:/"))
	require.NoError(t, err)
	defer conn.Close()
	_, err = conn.Write(sent)
	require.NoError(t, err)
	require.NoError(t, conn.(*net.TCPConn).CloseWrite())
	got, err := io.ReadAll(conn)
	require.NoError(t, err)
	return l, got
}

func TestALinkCarriesEveryByteBothWays(t *testing.T) {
	t.Parallel()
	sent := make([]byte, 100_000)
	for i := range sent {
		sent[i] = byte(i * i >> 3)
	}
	_, got := echo(t, speed{rate: 1e9, roundTrip: time.Microsecond}, false, sent)
	assert.True(t, bytes.Equal(sent, got), "%d bytes came back", len(got))
}

// Or a visit would wait for what another one has stored before it.
func TestWhatPassesAnOpenLinkLeavesNoDebt(t *testing.T) {
	t.Parallel()
	l, got := echo(t, speed{rate: 1000, roundTrip: time.Minute}, true, make([]byte, 100_000))
	assert.Len(t, got, 100_000)
	for _, lane := range []*lane{&l.up, &l.down} {
		lane.mu.Lock()
		assert.Zero(t, lane.free)
		lane.mu.Unlock()
	}
}
