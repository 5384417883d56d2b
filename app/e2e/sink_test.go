package e2e

import (
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// channels are the ways out of a page that the hostile script tries. The last
// one leaves the page, so it is tried in a page of its own.
var channels = []string{
	"fetch", "xhr", "beacon", "websocket", "eventsource", "img", "css-image", "font", "media", "iframe",
	"object", "script", "stylesheet", "prefetch", "preload", "icon", "manifest", "preconnect", "form",
	"window-open", "ping", "target-blank", "svg-image", "worker", "blob-worker", "speculation-rules", "webrtc",
	"navigation",
}

// sink is what an attacker runs elsewhere. Every channel has an origin of its
// own there, TCP and UDP, and whatever reaches it counts: a request, a bare
// connection, a packet.
type sink struct {
	names []string          // of the channels
	urls  map[string]string // by channel, with a trailing slash

	mu   sync.Mutex
	hits map[string]int
	ways []string // for requests
}

// startSink listens for every channel until the test ends.
func startSink(t *testing.T) *sink {
	t.Helper()
	return startSinkFor(t, channels)
}

// startSinkFor listens for channels of these names until the test ends.
func startSinkFor(t *testing.T, names []string) *sink {
	t.Helper()
	s := &sink{names: names, urls: map[string]string{}, hits: map[string]int{}}
	server := &http.Server{Handler: http.HandlerFunc(s.welcome)}
	t.Cleanup(func() { _ = server.Close() })
	for _, channel := range names {
		stream, packets := listenTwice(t)
		s.urls[channel] = "http://" + stream.Addr().String() + "/"
		go func() { _ = server.Serve(countingListener{stream, func() { s.hit(channel) }}) }()
		go func() {
			for buffer := make([]byte, 2048); ; s.hit(channel) {
				if _, _, err := packets.ReadFrom(buffer); err != nil {
					return
				}
			}
		}()
	}
	return s
}

// listenTwice takes the same free port for TCP and for UDP.
func listenTwice(t *testing.T) (net.Listener, net.PacketConn) {
	t.Helper()
	for range 100 {
		stream, err := net.Listen("tcp", "127.0.0.1:0")
		require.NoError(t, err)
		packets, err := net.ListenPacket("udp", stream.Addr().String())
		if err == nil {
			t.Cleanup(func() { _ = packets.Close() })
			return stream, packets
		}
		_ = stream.Close()
	}
	require.Fail(t, "no port is free for both TCP and UDP")
	return nil, nil
}

// welcome lets browsers read the answer from every origin, so that no channel
// ends at a preflight or at what the answer lacks.
func (s *sink) welcome(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.ways = append(s.ways, s.channel(r.Host)+" "+r.Method+" "+r.URL.RawQuery)
	s.mu.Unlock()
	for _, name := range []string{"Origin", "Headers", "Methods"} {
		w.Header().Set("Access-Control-Allow-"+name, "*")
	}
	w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
	w.Header().Set("Content-Type", "text/plain")
}

// countingListener tells of every connection before a byte of it is read.
type countingListener struct {
	net.Listener
	accepted func()
}

func (l countingListener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err == nil {
		l.accepted()
	}
	return c, err
}

// channel returns whose address this is.
func (s *sink) channel(address string) string {
	for channel, url := range s.urls {
		if strings.Contains(url, address) {
			return channel
		}
	}
	return ""
}

func (s *sink) hit(channel string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hits[channel]++
}

// arrived returns the channels that anything has come through, in the order of
// their names.
func (s *sink) arrived() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var names []string
	for _, c := range s.names {
		if s.hits[c] > 0 {
			names = append(names, c)
		}
	}
	return names
}

// requests returns every request, each with the attempt that it came from.
func (s *sink) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.ways)
}

// missing returns the other channels.
func (s *sink) missing() []string {
	arrived := s.arrived()
	return slices.DeleteFunc(slices.Clone(s.names), func(c string) bool { return slices.Contains(arrived, c) })
}

// waitFor waits until something has come through this many channels, or the
// patience ends.
func (s *sink) waitFor(count int) {
	for end := time.Now().Add(patience / 4); len(s.arrived()) < count && time.Now().Before(end); {
		time.Sleep(50 * time.Millisecond)
	}
}
