package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jwtsecret/app/internal/report"
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

// plainly adds a button of plain JavaScript to the page, which writes a token, and measures
// it in the same way: the floor for all that waits for a click and for a frame.
const plainly = untilPainted + `const plainly = async () => {
	const button = document.createElement("button"), out = document.createElement("code");
	document.body.append(button, out);
	button.addEventListener("click", () => {
		out.textContent = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
	});
	const times = [];
	for (let i = 0; i < 20; i++) {
		const last = out.textContent;
		times.push(await untilPainted(() => button.click(), () => out.textContent !== last));
		await new Promise((r) => setTimeout(r, 20 + Math.random() * 17));
	}
	button.remove();
	out.remove();
	return times;
};`

// plainButton names that floor in the report.
const plainButton = "plain JavaScript button"

// panel opens "Put it to use" for ten new secrets, and then changes its target ten
// times, and measures both until the text is painted.
const panel = `(async () => {
	` + plainly + `
	const text = () => document.querySelector("#target-text")?.textContent ?? "";
	const summary = document.querySelector("#where > summary");
	const rest = () => new Promise((r) => setTimeout(r, 500));
	const times = {opened: [], changed: [], plain: await plainly()};
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

func putToUse(b *testing.B, part *report.Part) {
	p := newPage(b)
	p.open(startServer(b).url)
	p.readyOffline()
	times := eval[struct{ Opened, Changed, Plain []float64 }](p, panel)
	floor := report.Median(times.Plain)
	part.Add(report.Row{Name: "“Where it goes” opened", Value: report.Median(times.Opened), Unit: "ms",
		Peer: plainButton, PeerValue: floor, Goal: report.AtMost(50)})
	part.Add(report.Row{Name: "written for another place", Value: report.Median(times.Changed), Unit: "ms",
		Peer: plainButton, PeerValue: floor, Goal: report.AtMost(50)})
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

func audits(b *testing.B, part *report.Part) {
	url := startServer(b).url
	var first, further, plain []float64
	for range 3 { // each page has a worker of its own, which is new to it
		p := newPage(b)
		p.openAudit(url)
		p.readyOffline()
		plain = append(plain, eval[[]float64](p, `(async () => {`+plainly+` return plainly(); })()`)...)
		for i, secret := range checkedInTurn {
			took := eval[float64](p, fmt.Sprintf(check, literal(b, secret)))
			if i == 0 {
				first = append(first, took)
			} else {
				further = append(further, took)
			}
		}
	}
	floor := report.Median(plain)
	part.Add(report.Row{Name: "first verdict after the click", Value: report.Median(first), Unit: "ms",
		Peer: plainButton, PeerValue: floor, Goal: report.AtMost(500)})
	part.Add(report.Row{Name: "further verdicts", Value: report.Median(further), Unit: "ms",
		Peer: plainButton, PeerValue: floor, Goal: report.AtMost(100)})
}

// keystrokes types into the claims of a token of 8 KiB, and measures until the page that
// shows the new token is painted. A person rests between two keys.
const keystrokes = `(async (claims) => {
	` + plainly + `
	const token = document.querySelector("#bench-token");
	const field = document.querySelector("#bench-claims");
	const plain = await plainly();
	const times = [];
	for (let i = 0; i < 30; i++) {
		const last = token.value;
		times.push(await untilPainted(() => {
			field.value = claims.replace("9", String(i));
			field.dispatchEvent(new Event("input", {bubbles: true}));
		}, () => token.value !== last && document.querySelector(".bench.changed") === null));
		await new Promise((r) => setTimeout(r, 150));
	}
	return {times, plain};
})(%s)`

func tokenBench(b *testing.B, part *report.Part) {
	p := newPage(b)
	p.openBench(startServer(b).url)
	p.readyOffline()
	p.sample()
	claims := `{"n": 9, "long": "` + strings.Repeat("x", 6<<10-30) + `"}` // 8 KiB in base64url
	keys := eval[struct{ Times, Plain []float64 }](p, fmt.Sprintf(keystrokes, literal(b, claims)))
	floor := report.Median(keys.Plain)
	part.Add(report.Row{Name: "verified and shown after a key", Value: report.Median(keys.Times), Unit: "ms",
		Peer: plainButton, PeerValue: floor, Goal: report.AtMost(50)})
	part.Add(report.Row{Name: "the slowest of 29 keys", Value: slices.Max(keys.Times[1:]), Unit: "ms", Peer: plainButton, PeerValue: floor})
}
