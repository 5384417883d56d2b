//go:build linux

package soak

import (
	"bufio"
	"math/rand/v2"
	"net"
	"os"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// duration returns for how long to soak.
func duration(t *testing.T) time.Duration {
	t.Helper()
	text := os.Getenv("SOAK")
	if text == "" {
		return 6 * time.Second
	}
	d, err := time.ParseDuration(text)
	require.NoError(t, err, "SOAK is a duration, such as 30m")
	return d
}

// group is a part of the two hundred connections.
type group struct {
	size   int
	behave func(*client)
}

func crowd(whole time.Duration) []group {
	return []group{
		{95, (*client).polite},
		{30, (*client).pipelining},
		{20, func(c *client) { c.slow(min(whole, 90*time.Second)) }},
		{5, (*client).idle},
		{16, (*client).half},
		{4, (*client).drip},
		{10, (*client).mad},
		{8, (*client).deaf},
		{12, (*client).leaver},
	}
}

func TestTheServerBearsACrowd(t *testing.T) {
	whole := duration(t)
	seed := rand.Uint64()
	t.Logf("%s, seed %d", whole, seed)
	s := readSite(t)
	p := startProgram(t)
	s.learn(t, p.addr)
	before := p.settled(t)
	t.Logf("before: %d goroutines, %.1f MB live, %.1f MB resident", before.goroutines, mega(before.heap), mega(p.resident(t)))

	done := make(chan struct{})
	seen := &tally{counts: map[string]int{}}
	var all sync.WaitGroup
	number := 0
	for _, g := range crowd(whole) {
		for range g.size {
			number++
			c := &client{t, &dice{rand.New(rand.NewPCG(seed, uint64(number))), s}, p.addr, done, seen}
			all.Go(func() {
				for !c.over() && !c.Failed() {
					g.behave(c)
				}
			})
		}
	}
	require.Equal(t, 200, number)
	memory := p.watch(t, whole, seen)
	close(done)
	all.Wait()
	for _, what := range slices.Sorted(keys(seen.counts)) {
		t.Logf("%9d × %s", seen.counts[what], what)
	}
	assertAllHappened(t, whole, seen)
	assertFlat(t, memory)

	after := p.settled(t)
	t.Logf("after: %d goroutines, %.1f MB live, %.1f MB resident", after.goroutines, mega(after.heap), mega(p.resident(t)))
	assert.LessOrEqual(t, after.goroutines, before.goroutines, "goroutines are left behind")
	assert.InDelta(t, mega(before.heap), mega(after.heap), 1, "memory is left behind")
	stopInTheMiddle(t, p, s)
}

// assertAllHappened refuses a soak in which something was never tried.
func assertAllHappened(t *testing.T, whole time.Duration, seen *tally) {
	t.Helper()
	for _, what := range []string{
		"status 200", "status 206", "status 304", "status 308", "status 404", "status 405", "status 412", "status 416",
		"asked for at once", "read slowly", "hung up on half a request", "hung up on a header that drips",
		"told what is wrong with nonsense", "left in the middle",
	} {
		assert.NotZero(t, seen.of(what), what)
	}
	if whole > 3*time.Minute {
		assert.NotZero(t, seen.of("given up for deaf"))
		assert.NotZero(t, seen.of("hung up on an idle connection"))
	}
}

// stopInTheMiddle signals the program while forty clients are in the middle of a large
// file, forty never read theirs, forty are silent, forty have sent half a request, and
// forty have their answer and stay. The first forty get the rest, and the program ends.
func stopInTheMiddle(t *testing.T, p *program, s site) {
	t.Helper()
	c := &client{t, &dice{rand.New(rand.NewPCG(1, 2)), s}, p.addr, nil, nil}
	type download struct {
		exchange
		conn net.Conn
		r    *bufio.Reader
	}
	var downloads []download
	for range 40 {
		for _, text := range []string{"", "GET / HTTP/1.1\r\nHo"} {
			conn := dial(t, p.addr)
			defer conn.Close()
			require.NoError(t, send(conn, text))
		}
		deaf, stays, reads := dial(t, p.addr), dial(t, p.addr), dial(t, p.addr)
		defer deaf.Close()
		defer stays.Close()
		defer reads.Close()
		require.NoError(t, send(deaf, c.large().bytes()))
		e := exchange{method: "HEAD", target: "/healthz"}
		require.NoError(t, send(stays, e.bytes()))
		_, err := bufio.NewReader(stays).ReadString('\n')
		require.NoError(t, err)
		e = c.large()
		require.NoError(t, send(reads, e.bytes()))
		r := bufio.NewReader(reads)
		_, err = r.Peek(1)
		require.NoError(t, err)
		downloads = append(downloads, download{e, reads, r})
	}
	require.NoError(t, p.Process.Signal(syscall.SIGTERM))
	begun := time.Now()
	var all sync.WaitGroup
	for _, d := range downloads {
		all.Go(func() { assert.NoError(t, d.read(d.r), "a request in flight is finished") })
	}
	all.Wait()
	finished := time.Since(begun)
	for range p.told { // until its standard error ends
	}
	assert.NoError(t, p.Wait())
	stopped := time.Since(begun)
	t.Logf("stopped after %.1f s; %d downloads were finished after %.1f s", stopped.Seconds(), len(downloads), finished.Seconds())
	assert.Less(t, stopped, 5*time.Second)
	_, err := net.Dial("tcp", p.addr)
	assert.Error(t, err)
}
