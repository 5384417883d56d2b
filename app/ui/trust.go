package ui

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/meta"
)

// nowhere is where the page tries to leak to. The name is reserved: it never
// belongs to anybody (RFC 6761, section 6.4).
const nowhere = "https://leak.invalid"

// trust is the page that explains the promise and lets a person test it.
type trust struct {
	app.Compo
	titled
	part

	sandboxed bool
	requests  int
	build     string // the hash of the list of hashes

	attacking bool
	attempts  []attempt
}

// attempt is one way out of the page, what became of it, in words, and whether the browser
// said that it had blocked it.
type attempt struct {
	way, verdict string
	blocked      bool
}

// OnInit finds out how the page is protected.
func (t *trust) OnInit() {
	t.sandboxed = browser.Sandboxed()
}

// OnMount starts the counters, and looks up which build this is.
func (t *trust) OnMount(ctx app.Context) {
	t.ctx = ctx
	if browser.Removed() && browser.HasFocus("") { // the button that was clicked is gone
		t.focusDrawn("started-over")
	}
	browser.CountRequests(func(n int) { t.redraw(func() { t.requests = n }) })
	if inFile {
		return
	}
	browser.Fetch(meta.SumsPath, func(sums []byte) {
		if sums == nil {
			return
		}
		hash := sha256.Sum256(sums)
		t.redraw(func() { t.build = hex.EncodeToString(hash[:]) })
	})
}

// Render draws the page.
func (t *trust) Render() app.UI {
	return shell(
		elem("div", "class", "intro").Body(
			elem("h1").Text("Nothing leaves this page. Check it."),
			elem("p").Text("A website that makes keys asks for trust. This one asks you to look instead: "+
				"here is what it promises, how the browser enforces it, and how to test both in five minutes."),
		),
		t.renderTest(),
		elem("div", "class", "notes trust-notes").Body(
			promised(),
			enforced(t.sandboxed),
			howToCheck(),
			notPromised(),
		),
		renderSingle(),
		app.If(!inFile, t.renderBuild()),
	)
}

// renderTest draws the page's attack on itself.
func (t *trust) renderTest() app.UI {
	return section("card", "test-title", "Let the page attack itself",
		elem("p").Text("The button makes this page try 27 ways out that a hostile script could use, towards "+nowhere+
			", a name that belongs to nobody. Only navigation is left out: it would end the test. It counts a way as blocked only where the browser says so. "+
			"Your browser's console will fill with refusals: that is the test at work."),
		elem("div", "class", "actions").Body(button("leak", "Try to leak", t.onLeak).Class("primary").Aria("disabled", t.attacking)),
		t.renderStatus("leak-status"),
		t.renderAttempts(),
		elem("dl", "class", "counters").Body(
			elem("dt").Text(either(inFile, "Files that this one has asked for, itself included", "This site's own files that the page has asked for: itself, its program, styles, icons and the list of its files")),
			elem("dd", "id", "requests").Text(t.requested()),
			elem("dt").Text("Protection by the host's headers"),
			elem("dd", "id", "level").Text(t.level()),
		),
	)
}

// requested writes the counter, which runs only in a browser.
func (t *trust) requested() string {
	if !live {
		return "–"
	}
	return strconv.Itoa(t.requests)
}

func (t *trust) level() string {
	switch {
	case !live:
		return "–"
	case inFile:
		return "None: a file has no host. The policy in it still holds, but WebRTC, windows and framing may stay open."
	case t.sandboxed:
		return "Full: this host sends the page's headers, sandbox included."
	default:
		return "Reduced: this host does not send the page's headers, or not over HTTPS. The policy in the page itself still holds, but WebRTC, windows and framing may stay open."
	}
}

func (t *trust) renderAttempts() app.UI {
	return elem("div").Body(
		app.If(len(t.attempts) > 0,
			elem("ul", "class", "attempts").Body(
				each(t.attempts, func(a attempt) app.UI {
					return elem("li").DataSet("way", a.way).DataSet("blocked", a.blocked).Body(
						elem("span").Text(a.way),
						elem("span", "class", "verdict").Body(app.If(a.blocked, icon(signGood)), app.Text(a.verdict)),
					)
				}),
			),
		),
	)
}

// onLeak starts the attack. The button keeps the focus while it goes on.
func (t *trust) onLeak(app.Context, app.Event) {
	if t.attacking {
		return
	}
	t.attacking, t.attempts = true, nil
	t.say("Trying…")
	browser.Leak(nowhere,
		func(way, verdict string, blocked bool) {
			t.redraw(func() { t.attempts = append(t.attempts, attempt{way, verdict, blocked}) })
		},
		func(sentence string) {
			t.redraw(func() { t.finish(sentence) })
		})
}

// finish shows what an attack that has ended says of itself.
func (t *trust) finish(sentence string) {
	t.attacking = false
	if sentence == "" {
		sentence = "The test could not be started. Reload the page and try again."
	}
	t.say(sentence)
}

func (t *trust) renderBuild() app.UI {
	build := t.build
	if build == "" {
		build = "not known yet"
	}
	return section("note", "build-title", "This build",
		elem("p").Text("Version "+meta.Version+". SHA-256 over the list of all its files, "+meta.SumsPath+":"),
		elem("p").Body(elem("code", "id", "build", "class", "hash").Text(build)),
		t.renderStartOver(),
	)
}

// renderStartOver offers to begin again as on the first visit.
func (t *trust) renderStartOver() app.UI {
	if browser.Removed() {
		return elem("div", "class", "start-over").Body(elem("p", "id", "started-over").TabIndex(-1).Text(
			"You have removed this site's files from your device. They are stored again the next time you load a page of it."))
	}
	return elem("div", "class", "start-over").Body(
		elem("p").Text("This site stores its own files on your device, and nothing else. You can remove them: the page then loads again from its host."),
		button("start-over", "Remove the offline copy", t.onStartOver),
	)
}

func (t *trust) onStartOver(app.Context, app.Event) { browser.StartOver() }
