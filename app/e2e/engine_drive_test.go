package e2e

import (
	"encoding/json"
	"fmt"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// engine is a browser of any make, with a tab. An expression is JavaScript.
type engine struct {
	version string
	visit   func(url string)
	waitFor func(expression string)
	text    func(expression string) string
	click   func(selector string) // as a person does: only then may a page write to the clipboard
	paste   func()                // by the keys, into what has the focus
	console func() []string       // what the page and the browser complain of; nil where it cannot be had
}

func chromium(p *page) engine {
	version, err := chromedp.CallBrowser(p.ctx, browser.GetVersion, cdp.Empty{})
	require.NoError(p.t, err)
	return engine{
		version: afterSlash(version.Product), visit: p.visit, waitFor: p.waitFor, click: p.click, console: p.complaints,
		text: func(expression string) string { return eval[string](p, expression) },
		paste: func() {
			call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kb.KeyDown, Key: "v", Commands: []string{"paste"}})
		},
	}
}

func gecko(f *firefox) engine {
	return engine{
		version: f.version, visit: f.visit, waitFor: f.waitFor, text: f.text, console: f.messages,
		click: func(selector string) { // its scripts run as if a person had just clicked
			f.exec(fmt.Sprintf(`document.querySelector(%q).click()`, selector))
		},
		paste: func() {
			f.command("input.performActions", map[string]any{"context": f.tab, "actions": pasting}, nil)
		},
	}
}

func webkitGTK(w *webkit) engine {
	return engine{
		version: w.version, visit: w.visit, waitFor: w.waitFor, text: w.text, click: w.click,
		paste: func() {
			require.NoError(w.t, w.send("POST", "/actions", map[string]any{"actions": pasting}, nil))
		},
	}
}

// pasting presses Ctrl and V, as both protocols of the W3C's describe it.
var pasting = []any{map[string]any{"type": "key", "id": "keyboard", "actions": []any{
	map[string]any{"type": "keyDown", "value": "\uE009"}, map[string]any{"type": "keyDown", "value": "v"},
	map[string]any{"type": "keyUp", "value": "v"}, map[string]any{"type": "keyUp", "value": "\uE009"},
}}}

// click clicks an element where it is, as a person does.
func (w *webkit) click(selector string) {
	w.t.Helper()
	var found map[string]string // the key is the standard's, and the same for every element
	require.NoError(w.t, w.send("POST", "/element", map[string]any{"using": "css selector", "value": selector}, &found))
	for _, id := range found {
		require.NoError(w.t, w.send("POST", "/element/"+id+"/click", map[string]any{}, nil))
	}
}

// press clicks an element as a script does, with the focus where a person's click
// leaves it.
func (e engine) press(selector string) {
	e.text(fmt.Sprintf(`(() => { const it = document.querySelector(%q); it.focus(); it.click(); return ""; })()`, selector))
}

// fill replaces what is in a field.
func (e engine) fill(selector, value string) {
	e.text(fmt.Sprintf(`(() => {
		const it = document.querySelector(%q);
		it.value = %s;
		for (const kind of ["input", "change"]) it.dispatchEvent(new Event(kind, { bubbles: true }));
		return "";
	})()`, selector, quoted(value)))
}

// value returns what is in a field, and shows what an element says.
func (e engine) value(selector string) string {
	return e.text(fmt.Sprintf(`document.querySelector(%q).value`, selector))
}

func (e engine) shows(selector string) string {
	return e.text(fmt.Sprintf(`document.querySelector(%q)?.textContent ?? ""`, selector))
}

// waitForText waits until an element says what begins so.
func (e engine) waitForText(selector, beginning string) {
	e.waitFor(fmt.Sprintf(`document.querySelector(%q)?.textContent.startsWith(%s)`, selector, quoted(beginning)))
}

// download clicks a button, and returns the text of the file that the page hands to the
// browser for it.
func (e engine) download(button string) string {
	e.text(`(() => {
		if (!window.handed) {
			const give = URL.createObjectURL.bind(URL);
			URL.createObjectURL = (blob) => { blob.text().then((text) => { window.handed = "=" + text; }); return give(blob); };
		}
		window.handed = "-";
		return "";
	})()`)
	e.click(button)
	e.waitFor(`window.handed.startsWith("=")`)
	return e.text(`window.handed`)[1:]
}

// quoted is a text as JavaScript writes it.
func quoted(text string) string {
	q, _ := json.Marshal(text) // of a string never fails
	return string(q)
}
