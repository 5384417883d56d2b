package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var engines = map[string]func(t *testing.T) engine{
	"Chromium":  func(t *testing.T) engine { return chromium(newPage(t)) },
	"Firefox":   func(t *testing.T) engine { return gecko(newFirefox(t, nil)) },
	"WebKitGTK": func(t *testing.T) engine { return webkitGTK(newWebKit(t)) },
}

// generate clicks the button of the page that is open, and returns the new secret.
func (e engine) generate() string {
	e.waitFor(`document.querySelector("#generate:not(:disabled)") !== null`)
	e.press("#generate")
	e.waitFor(`document.querySelector("#secret-0").textContent !== ""`)
	return e.text(`document.querySelector("#secret-0").textContent`)
}

// links are what a page or a script in it may hold, each with what go-app must not be
// given, or can take.
var links = []string{
	`{href: "https://leak.invalid/", target: "_blank"}`,
	`{href: "https://leak.invalid/"}`,
	`{href: "https://leak.invalid/", download: "x"}`,
	`{href: "mailto:nobody@leak.invalid"}`,
	`{href: "tel:1"}`,
	`{href: "javascript:void 0"}`,
	`{href: "data:text/plain,x"}`,
	`{href: "http://["}`,
	`{href: location.protocol + "//user:password@" + location.host + "/"}`,
	`{href: "blob:" + location.origin + "/x"}`,
	`{href: "//leak.invalid/%zz"}`,
	`{href: "/trust", target: "_blank"}`,
	`{href: ""}`,
	`{}`,
	`{href: "#"}`,
	`{href: "#nothing"}`,
	`{href: "?x=%zz"}`,
}

func TestInEveryEngineNoClickOnALinkEndsTheProgram(t *testing.T) {
	t.Parallel()
	for name, start := range engines {
		t.Run(name, func(t *testing.T) {
			e, url := start(t), startServer(t).url
			e.visit(url)
			e.generate()
			for _, link := range links {
				// What the browser itself would do is not wanted here: it may leave the page.
				e.text(`(() => {
					const link = Object.assign(document.createElement("a"), ` + link + `);
					link.addEventListener("click", (event) => event.preventDefault());
					link.append(document.createElement("b"));
					document.body.append(link);
					link.firstChild.click();
					link.remove();
					return "";
				})()`)
				require.Equal(t, "", e.text(`document.querySelector(".boot-notice")?.textContent ?? ""`), link)
			}
			e.press(`nav a[href="/trust"]`)
			e.waitFor(`document.querySelector("#leak") !== null`)
			e.press(`nav a[href="/"]`)
			assert.Len(t, e.generate(), 43, "the program lives on")
		})
	}
}

func TestInEveryEngineNoAddressOfThePageEndsTheProgram(t *testing.T) {
	t.Parallel()
	for name, start := range engines {
		t.Run(name, func(t *testing.T) {
			e, url := start(t), startServer(t).url
			e.visit(url + "bulk#%zz") // no escape: Go cannot read this address
			e.waitFor(`document.querySelector("#make:not(:disabled)") !== null`)
			e.press(`nav a[href="/"]`)
			assert.Len(t, e.generate(), 43)
			e.visit(url + "#%") // the fragment of the same page: nothing is loaded
			e.press(`nav a[href="/trust"]`)
			e.waitFor(`document.querySelector("#leak:not(:disabled)") !== null`)

			// WebKit and Firefox throw at some number of changes in ten seconds.
			e.press(`nav a[href="/"]`)
			e.generate()
			e.text(`[...Array(300)].map((_, i) => {
				const link = Object.assign(document.createElement("a"), { href: "/?size=" + (100 + i) });
				document.body.append(link);
				link.click();
				link.remove();
				return "";
			})[0]`)
			e.press(`nav a[href="/bulk"]`)
			e.waitFor(`document.querySelector("#make:not(:disabled)") !== null`)
			e.press(`nav a[href="/"]`)
			e.waitFor(`document.querySelector("#generate:not(:disabled)") !== null`)
			e.text(`document.querySelector("#secret-0").textContent = ""`)
			assert.NotEmpty(t, e.generate())
		})
	}
}
