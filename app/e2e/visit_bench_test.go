package e2e

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/serviceworker"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/report"
)

// networks are those that visits are measured over.
var networks = []speed{
	{name: "unthrottled"},
	{name: "Fast 4G", rate: 9e6 / 8, roundTrip: 60 * time.Millisecond},
	{name: "Slow 4G", rate: 1.6e6 / 8, roundTrip: 150 * time.Millisecond},
}

// visitsEach is how many times each visit is measured, with a profile of its own each time.
const visitsEach = 9

// untilSecret notes when a secret is painted that a click on Generate has made: in
// milliseconds since the visit began, in the task after the next animation frame. It clicks
// as soon as the button can be clicked.
const untilSecret = `{
	let clicked;
	const look = () => {
		if (document.querySelector("#secret-0")?.textContent) {
			observer.disconnect();
			clearInterval(timer);
			requestAnimationFrame(() => {
				const channel = new MessageChannel();
				channel.port1.onmessage = () => { window.shownAt = performance.now(); };
				channel.port2.postMessage(0);
			});
			return;
		}
		const button = document.querySelector("#generate:not(:disabled)");
		if (!button || button === clicked) return;
		clicked = button;
		button.click();
	};
	const observer = new MutationObserver(look);
	observer.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
	const timer = setInterval(() => { clicked = undefined; look(); }, 100); // a page may have been shown before it could hear
}`

// untilEmpty notes the same of a page with nothing on it.
const untilEmpty = `document.addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => {
	const channel = new MessageChannel();
	channel.port1.onmessage = () => { window.shownAt = performance.now(); };
	channel.port2.postMessage(0);
}))`

// visited is a page that is visited twice, and when it was shown, in milliseconds.
type visited struct {
	name  string
	link  *link
	path  string
	until string // a script that sets window.shownAt
	store bool   // the first visit stores the page for offline use

	first, again []float64
}

// visits compares visits of ours with those of others. Whatever is not the same on every
// machine hits all of them, one after the other.
func visits(b *testing.B, part *report.Part) {
	ours, peer := startServer(b).url, startPeer(b)
	for _, n := range networks {
		if n.rate != 0 {
			n.check(b, part)
		}
		link := n.to(b, ours)
		all := []*visited{
			{name: "ours", link: link, until: untilSecret, store: true},
			{name: "empty page", link: link, path: "healthz", until: untilEmpty},
			{name: peerName, link: n.to(b, peer), until: untilSecret},
		}
		for range visitsEach {
			for _, v := range all {
				v.visit(b)
			}
		}
		for i, goal := range []report.Goal{{}, n.firstGoal()} {
			part.Add(report.Row{Name: n.name + ", first visit", Value: report.Median(all[0].first), Unit: "ms",
				Peer: all[i+1].name, PeerValue: report.Median(all[i+1].first), Goal: goal})
		}
		for i, goal := range []report.Goal{n.returnGoal(), {}} {
			part.Add(report.Row{Name: n.name + ", return visit, its worker asleep", Value: report.Median(all[0].again), Unit: "ms",
				Peer: all[i+1].name, PeerValue: report.Median(all[i+1].again), Goal: goal})
		}
	}
}

// firstGoal is what a first visit is held to, beside a page of it-tools' size.
func (n speed) firstGoal() report.Goal {
	if n.name == "Fast 4G" {
		return report.RatioAtMost(1)
	}
	return report.Goal{}
}

// returnGoal is what a return visit is held to, beside an empty page.
func (n speed) returnGoal() report.Goal {
	if n.rate == 0 {
		return report.OverPeerAtMost(150)
	}
	return report.Goal{}
}

// check downloads as much as two seconds need, and compares the time with that of the
// arithmetic: two round trips, for the connection and for the request, and the bytes.
func (n speed) check(b *testing.B, part *report.Part) {
	b.Helper()
	const seconds = 2
	took := n.download(b, int(seconds*n.rate))
	part.Add(report.Row{Name: n.name + ", checked with a file", Value: 1000 * took, Unit: "ms",
		Peer: "worked out", PeerValue: 1000 * (seconds + 2*n.roundTrip.Seconds()), Goal: report.RatioAtMost(1.05)})
	require.Greater(b, took, seconds*0.98, "the link is not faster than it says")
}

// visit visits the page twice, in a browser and a profile that have seen nothing before.
func (v *visited) visit(b *testing.B) {
	b.Helper()
	program, err := findChrome()
	require.NoError(b, err)
	dir, err := os.MkdirTemp("", "e2e-visit-")
	require.NoError(b, err)
	defer os.RemoveAll(dir)
	ctx, stop := startChrome(program, filepath.Join(dir, "profile"))
	defer stop()
	require.NoError(b, chromedp.Do(ctx))

	p := setUp(b, ctx)
	v.first = append(v.first, v.shown(p))
	if v.store {
		v.link.open.Store(true) // this is not measured
		p.waitFor(`document.querySelector("#offline-state").textContent.startsWith("Ready offline")`)
		v.link.open.Store(false)
	}
	p.do(chromedp.Navigate("about:blank"))
	call(p, serviceworker.Enable, cdp.Empty{})
	call(p, serviceworker.StopAllWorkers, cdp.Empty{})
	again, closeTab := chromedp.NewContext(ctx)
	defer closeTab()
	v.again = append(v.again, v.shown(setUp(b, again)))
}

// shown opens the page in a tab and returns when what it is visited for was painted.
func (v *visited) shown(p *page) float64 {
	p.t.Helper()
	p.before(v.until)
	p.load(v.link.url + v.path)
	p.waitFor(`window.shownAt > 0`)
	return eval[float64](p, `window.shownAt`)
}
