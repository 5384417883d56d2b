package site

import (
	"fmt"
	"strings"
)

// edit replaces one passage of a script: from the text first to the end of the
// text last, or first alone when last is empty. Each must occur exactly once: an
// edit that silently did nothing would ship a page that breaks its promises. Ours
// have marks for what the build fills in; go-app offers no other way at all to
// change its script.
type edit struct{ first, last, with string }

// appEdits turn go-app's script into the page's own.
func appEdits(wasm File) []edit {
	return []edit{
		// The program registers the service worker, and only when the page can
		// be used: a precache must not compete with the first visit.
		{first: "goappInitServiceWorker();\n"},
		{first: "let goappServiceWorkerRegistration;\n"},
		{first: section("Service Worker"), last: "registration failed\", err);\n    }\n  }\n}\n\n"},
		{first: "function goappSetupNotifyUpdate(", last: "  }, autoUpdateInterval);\n}\n\n"},

		// The page sends no notifications, and no library adds to its body.
		{first: section("Notifications"), last: "  return () => mutationObserver.disconnect();\n}\n\n"},

		// Loading shows no percentage: go-app divides a number of decoded bytes
		// by a number of compressed ones.
		{first: "const goappLoadingLabel", last: "WasmContentLengthHeader = \"\";\n"},

		// go-app's loader leaves the page dead for whoever it takes for a robot
		// and under ?wasm=false, wraps the response so that no browser can keep
		// the compiled program, and tells errors to the console alone.
		{first: section("Web Assembly"), last: "  return res;\n}\n", with: section("Web Assembly") + loader(wasm)},
	}
}

// section returns the heading that go-app puts above a part of its script.
func section(title string) string {
	const rule = "// -----------------------------------------------------------------------------\n"
	return rule + "// " + title + "\n" + rule
}

// loader returns the function that starts the page's program.
func loader(wasm File) string {
	return "async function goappInitWebAssembly() {\n  await " + startOf(wasm) + "}\n"
}

// startOf returns the call that starts a program: see web/load.js.
func startOf(program File) string {
	return fmt.Sprintf("startProgram(%q, %q, %d);\n", program.At(), program.integrity(), program.Size)
}

// appScript returns the page's version of go-app's script.
func appScript(wasm File) ([]byte, error) {
	script, err := request("/app.js")
	if err != nil {
		return nil, err
	}
	edits := appEdits(wasm)
	if wasm.base != "" { // the library takes it off again before it looks for a page
		edits = append(edits, edit{first: `"GOAPP_ROOT_PREFIX":""`, with: fmt.Sprintf(`"GOAPP_ROOT_PREFIX":%q`, wasm.base)})
	}
	return baseEdits(script, edits...)
}

func (e edit) apply(text string) (string, error) {
	for _, passage := range []string{e.first, e.last} {
		if passage != "" && strings.Count(text, passage) != 1 {
			return "", fmt.Errorf("%w: %q", ErrPatch, passage)
		}
	}
	before, after, _ := strings.Cut(text, e.first)
	if e.last == "" {
		return before + e.with + after, nil
	}
	_, after, found := strings.Cut(after, e.last)
	if !found {
		return "", fmt.Errorf("%w: %q comes before %q", ErrPatch, e.last, e.first)
	}
	return before + e.with + after, nil
}
