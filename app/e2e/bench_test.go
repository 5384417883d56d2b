package e2e

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// The benchmarks print what the page costs a person. They judge nothing: the
// machines they run on are shared. Each figure stands beside one of the same run
// to compare it with.

func BenchmarkFirstVisit(b *testing.B) {
	url := startServer(b).url
	for b.Loop() {
		p := newPage(b)
		p.install()
		v := p.watchNetwork()
		p.open(url)
		requests, bytes := v.soFar()
		b.ReportMetric(float64(requests), "requests")
		b.ReportMetric(bytes/1e6, "MB")
	}
}

// clicks clicks Generate and a plain JavaScript button in turn, at moments spread
// over the frame, and measures until the task after the next animation frame.
const clicks = `(async () => {
	const plain = document.createElement("button");
	const out = document.createElement("code");
	document.body.append(plain, out);
	plain.addEventListener("click", () => {
		out.textContent = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
	});
	const painted = () => new Promise((done) => requestAnimationFrame(() => {
		const channel = new MessageChannel();
		channel.port1.onmessage = done;
		channel.port2.postMessage(0);
	}));
	const measure = async (button, shown) => {
		await new Promise((r) => setTimeout(r, Math.random() * 17));
		const before = shown.textContent;
		const start = performance.now();
		button.click();
		await painted();
		const took = performance.now() - start;
		if (shown.textContent === before) throw new Error("nothing new was painted");
		return took;
	};
	const times = {ours: [], plain: []};
	for (let i = 0; i < 1000; i++) {
		times.ours.push(await measure(document.querySelector("#generate"), document.querySelector("#secret-0")));
		times.plain.push(await measure(plain, out));
	}
	return times;
})()`

func BenchmarkClickToPaintedSecret(b *testing.B) {
	p := newPage(b)
	p.open(startServer(b).url)
	for b.Loop() {
		times := eval[struct{ Ours, Plain []float64 }](p, clicks)
		slices.Sort(times.Ours)
		slices.Sort(times.Plain)
		b.ReportMetric(times.Ours[500], "median-ms")
		b.ReportMetric(times.Plain[500], "plain-median-ms")
		b.ReportMetric(times.Ours[990], "p99-ms")
		b.ReportMetric(times.Plain[990], "plain-p99-ms")
		b.ReportMetric(times.Ours[990]/times.Plain[990], "p99-ratio")
	}
}

// bulk generates 10,000 secrets and downloads them, and watches for tasks that
// block the page.
const bulk = `(async () => {
	let longest = 0;
	const observer = new PerformanceObserver((list) => {
		for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
	});
	observer.observe({type: "longtask"});
	const start = performance.now();
	document.querySelector("#generate").click();
	let button;
	while (!(button = document.querySelector("#download-txt"))) await new Promise((r) => setTimeout(r, 1));
	button.click();
	const took = performance.now() - start;
	await new Promise((r) => setTimeout(r, 200));
	observer.disconnect();
	document.querySelector("#clear").click();
	return {took, longest};
})()`

func BenchmarkTenThousandSecretsToAFile(b *testing.B) {
	url := startServer(b).url
	for b.Loop() {
		p := newPage(b)
		p.open(url + "?alg=HS512&count=10000")
		result := eval[struct{ Took, Longest float64 }](p, bulk)
		b.ReportMetric(result.Took, "ms")
		b.ReportMetric(result.Longest, "longest-task-ms")
	}
}

func BenchmarkReturnVisit(b *testing.B) {
	url := startServer(b).url
	p, empty := newPage(b), newPage(b)
	p.before(`new MutationObserver(() => {
		if (!window.workedAt && document.querySelector("#generate:not(:disabled)")) window.workedAt = performance.now();
	}).observe(document, {subtree: true, childList: true, attributes: true})`)
	p.open(url)
	p.readyOffline()
	for b.Loop() {
		p.open(url)
		b.ReportMetric(eval[float64](p, `window.workedAt`), "ms")
		empty.do(chromedp.Navigate(url + "healthz"))
		b.ReportMetric(eval[float64](empty, `performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd`), "empty-page-ms")
	}
}
