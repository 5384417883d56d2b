package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// untilPainted resolves to the milliseconds from an action until a condition holds
// and the frame that shows it is painted: until the task after the next animation
// frame.
const untilPainted = `const untilPainted = async (act, holds) => {
	const start = performance.now();
	act();
	while (!holds()) {
		if (performance.now() - start > 60000) throw new Error("waited in vain");
		await new Promise((changed) => {
			const end = () => { observer.disconnect(); clearTimeout(timer); changed(); };
			const observer = new MutationObserver(end);
			observer.observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
			const timer = setTimeout(end, 1000);
		});
	}
	await new Promise((done) => requestAnimationFrame(() => {
		const channel = new MessageChannel();
		channel.port1.onmessage = done;
		channel.port2.postMessage(0);
	}));
	return performance.now() - start;
};`

// panel opens "Put it to use" for ten new secrets, and then changes its target ten
// times, and measures both until the text is painted.
const panel = `(async () => {
	` + untilPainted + `
	const text = () => document.querySelector("#target-text")?.textContent ?? "";
	const summary = document.querySelector("#where > summary");
	const rest = () => new Promise((r) => setTimeout(r, 500));
	const times = {opened: [], changed: []};
	let last = "";
	for (let i = 0; i < 10; i++) {
		document.querySelector("#generate").click();
		await rest();
		times.opened.push(await untilPainted(() => summary.click(), () => text() && text() !== last));
		last = text();
		await rest();
		if (i < 9) summary.click(); // closed again
		await rest();
	}
	for (let i = 0; i < 10; i++) {
		const target = document.querySelector("#target");
		times.changed.push(await untilPainted(() => {
			target.value = i % 2 ? "dotenv" : "json";
			target.dispatchEvent(new Event("change", {bubbles: true}));
		}, () => text() && text() !== last));
		last = text();
		await rest();
	}
	return times;
})()`

func BenchmarkPutToUse(b *testing.B) {
	url := startServer(b).url
	for b.Loop() {
		p := newPage(b)
		p.open(url)
		p.readyOffline()
		times := eval[struct{ Opened, Changed []float64 }](p, panel)
		b.ReportMetric(median(times.Opened), "open-median-ms")
		b.ReportMetric(median(times.Changed), "change-median-ms")
	}
}

// check pastes a secret as a person does, who needs a second for it, clicks Check
// and measures until the verdict is painted.
const check = `(async (secret) => {
	` + untilPainted + `
	const verdict = () => document.querySelector("#verdict-HS256")?.textContent ?? "";
	const field = document.querySelector("#paste");
	field.focus();
	field.value = secret;
	field.dispatchEvent(new Event("input", {bubbles: true}));
	await new Promise((r) => setTimeout(r, 1000));
	const before = verdict();
	return untilPainted(() => document.querySelector("#check").click(), () => verdict() && verdict() !== before);
})(%s)`

// checkedInTurn are secrets whose verdicts differ, each from the one before, so
// that a new verdict is seen to be new.
var checkedInTurn = []string{
	"9f86d08cc84e1f1d04b7a3e5e2a90f3a17c5be6c2ffb24cd3e8b6d90715fa4e3",
	"super-secret-password-123",
	unlisted,
	"correct horse battery staple, and a Tr0ub4dor",
	"your-256-bit-secret",
	"kQ8mZr2xV5tJ9wLc4nYb7sHd1fGp6aEu3oTiKqMzRxB",
}

func BenchmarkAudit(b *testing.B) {
	url := startServer(b).url
	for b.Loop() {
		p := newPage(b)
		p.openAudit(url)
		p.readyOffline()
		var times []float64
		for _, secret := range checkedInTurn {
			times = append(times, eval[float64](p, fmt.Sprintf(check, literal(b, secret))))
		}
		b.ReportMetric(times[0], "first-ms")
		b.ReportMetric(median(times[1:]), "further-median-ms")
	}
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// keystrokes types into the claims of a token of 8 KiB, and measures until the page that
// shows the new token is painted. A person rests between two keys.
const keystrokes = `(async (claims) => {
	` + untilPainted + `
	const token = document.querySelector("#bench-token");
	const field = document.querySelector("#bench-claims");
	const times = [];
	for (let i = 0; i < 30; i++) {
		const last = token.value;
		times.push(await untilPainted(() => {
			field.value = claims.replace("9", String(i));
			field.dispatchEvent(new Event("input", {bubbles: true}));
		}, () => token.value !== last && document.querySelector(".bench.changed") === null));
		await new Promise((r) => setTimeout(r, 150));
	}
	return times;
})(%s)`

func BenchmarkTokenBench(b *testing.B) {
	url := startServer(b).url
	for b.Loop() {
		p := newPage(b)
		p.openBench(url)
		p.readyOffline()
		p.sample()
		claims := `{"n": 9, "long": "` + strings.Repeat("x", 6<<10-30) + `"}` // 8 KiB in base64url
		times := eval[[]float64](p, fmt.Sprintf(keystrokes, literal(b, claims)))
		b.ReportMetric(median(times), "key-median-ms")
		b.ReportMetric(slices.Max(times[1:]), "key-max-ms")
	}
}
