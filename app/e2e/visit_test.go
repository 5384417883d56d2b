package e2e

import (
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// visit is what a tab has fetched over the network.
type visit struct {
	mu       sync.Mutex
	requests int
	bytes    float64
}

// watchNetwork counts what the tab fetches from now on, headers included.
func (p *page) watchNetwork() *visit {
	p.t.Helper()
	v := &visit{}
	require.NoError(p.t, chromedp.Listen(p.ctx, func(event any) {
		v.mu.Lock()
		defer v.mu.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			v.requests++
		case *network.EventLoadingFinished:
			v.bytes += e.EncodedDataLength
		}
	}))
	call(p, network.Enable, network.EnableParams{})
	return v
}

func (v *visit) soFar() (requests int, bytes float64) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.requests, v.bytes
}

func TestTheFirstVisitIsSmall(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.install() // it must not compete with the visit
	v := p.watchNetwork()
	p.open(startServer(t).url)
	requests, bytes := v.soFar()
	assert.LessOrEqual(t, requests, 12)
	assert.LessOrEqual(t, bytes, 1.2e6)
	assert.Greater(t, bytes, 0.5e6, "the count has seen the program arrive")
}
