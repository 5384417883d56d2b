package e2e

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readyOffline waits until the page says that it needs no network any more.
func (p *page) readyOffline() {
	p.t.Helper()
	p.install()
	p.waitFor(`document.querySelector("#offline-state").textContent.startsWith("Ready offline")`)
	require.True(p.t, eval[bool](p, `navigator.serviceWorker.controller !== null`))
}

func TestOnceReadyOfflineThePageAsksTheNetworkForNothing(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	p := newPage(t)
	p.open(s.url)
	p.readyOffline()
	before := s.seen()

	for _, format := range []string{"base64url", "hex", "jwk", "raw"} {
		p.choose("#format", format)
		p.generate()
		p.click("#copy")
		p.waitFor(`document.querySelector("#status").textContent.startsWith("Copied")`)
	}
	p.choose("#format", "base64url")
	p.fill("#count", "300")
	p.exec(`document.querySelector("#generate").click()`)
	p.waitFor(`document.querySelectorAll(".secrets li").length === 100`)
	p.download("#download-csv")
	p.click("#clear")
	time.Sleep(500 * time.Millisecond) // time for a request that should not be

	assert.Equal(t, before, s.seen(), "no request reached the server")
}

func TestThePageWorksWithTheServerGone(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	url := func() string {
		var url string
		t.Run("first visit", func(t *testing.T) { // the server stops when this part ends
			s := startServer(t)
			url = s.url
			p.open(url)
			p.readyOffline()
		})
		return url
	}()

	for _, query := range []string{"", "?alg=HS512", "?utm_source=x&format=hex", "?x"} {
		p.open(url + query)
		assert.NotEmpty(t, p.generate(), query)
	}
	p.visit(url + "no/such/page")
	assert.Contains(t, p.text("h1"), "no page at this address")
}
