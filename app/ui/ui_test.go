package ui

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

func TestMain(m *testing.M) {
	live = true
	os.Exit(m.Run())
}

// mounted shows a component without a browser, as if a person could act. act runs
// what a person does and draws the outcome.
func mounted(t *testing.T, c app.Composer) (act func(func())) {
	t.Helper()
	d := app.NewClientTester(c)
	t.Cleanup(d.Close)
	act = func(what func()) {
		d.Dispatch(app.Dispatch{Mode: app.Update, Source: c, Function: func(app.Context) { what() }})
		d.Consume()
	}
	act(func() {})
	return act
}

// eventually waits until what happens in steps or after a while has happened.
func eventually(t *testing.T, act func(func()), happened func() bool) {
	t.Helper()
	require.Eventually(t, func() (now bool) { act(func() { now = happened() }); return now }, 10*time.Second, time.Millisecond)
}

// drawn is the component as it is on the screen.
func drawn(c app.Composer) string { return app.HTMLString(c) }

// tag returns the opening tag of the element with this id.
func tag(t *testing.T, html, id string) string {
	t.Helper()
	i := strings.Index(html, `id="`+id+`"`)
	require.Positive(t, i, id)
	return html[strings.LastIndex(html[:i], "<") : i+strings.Index(html[i:], ">")]
}

func TestAnotherSpellingOfAnAddressIsForItsPage(t *testing.T) {
	for path, want := range map[string]string{
		"/": "/", "/audit": "/audit", "/audit/": "/audit", "/AUDIT": "/audit", "/Audit/": "/audit", "/audit.html": "/audit", "/AUDIT.HTML": "/audit",
		"/index.html": "/", "/Index.html": "/",
	} {
		page, found := pageOf(path)
		assert.True(t, found, path)
		assert.Equal(t, want, page, path)
	}
	for _, path := range []string{"", "//", "/audit//", "/audit.html/", "/audits", "/index", "/404", "/404/", "/404.html", "//audit", "/assets/"} {
		_, found := pageOf(path)
		assert.False(t, found, path)
	}
}

func TestAPageSaysWhatItDoesNotTakeFromItsAddress(t *testing.T) {
	for address, want := range map[string]string{
		"/?alg=none&x=1":                         "", // it speaks of that beside the field
		"/audit?alg=HS512&keys=off":              "alg",
		"/bulk?alg=hs512&size=1,024&format=hex":  "",
		"/bulk?alg=HS1&size=8&format=x&count=3":  "alg size format count",
		"/bulk?alg=HS512&size=63":                "size",
		"/rotate?alg=HS384":                      "",
		"/rotate?alg=none":                       "alg",
		"/rotate?size=64&utm_source=x&alg=HS384": "size",
		"/keys?alg=ES384":                        "",
		"/keys?alg=HS256&bits=1":                 "alg bits",
		"/trust?format=hex":                      "format",
		"/trust":                                 "",
	} {
		path, query, _ := strings.Cut(address, "?")
		assert.Equal(t, want, strings.Join(leftOut(path, query), " "), address)
	}
}

func TestWhatIsWrongInAnAddressIsLeftAtItsDefault(t *testing.T) {
	s := soundSettings("alg=HS512&size=63&format=x&count=7")
	assert.Equal(t, settings{algorithm: "HS512", size: "64", format: "base64url", count: "1", name: defaultName}, s)
	s = soundSettings("alg=x&size=40&format=HEX")
	assert.Equal(t, settings{algorithm: "HS256", size: "40", format: "hex", count: "1", name: defaultName}, s)
}

// No page that the build renders lets a person act before the program runs, nor
// holds a secret.
func TestThePagesAsBuiltAreDisabled(t *testing.T) {
	live = false
	defer func() { live = true }()
	for name, page := range map[string]struct {
		page     app.Composer
		controls string
	}{
		"generator": {&generator{}, "generate preset size format count name alg-HS512"},
		"audit":     {&audit{}, "paste wordlist check clear"},
		"bench": {&bench{}, "bench-token bench-header bench-claims bench-secret bench-mask bench-algorithm bench-reading " +
			"copy-token do-sample clear do-900 do-3600 do-86400"},
		"keys": {&pairPage{}, "need-one need-quantum pair-algorithm pair-kid pair-lock pair-certificate generate clear pair-text pair-open convert"},
		"bulk": {&bulk{}, "services environments name algorithm size format target make"},
		"rotate": {&rotate{}, "kind-rolling kind-leak algorithm reading previous previouskeyid new make-secret name " +
			"lifetime lifetime-unit skew rollout start days make clear"},
		"trust": {&trust{}, "leak start-over search sought close-palette show-keys keys close-shortcuts"},
	} {
		t.Run(name, func(t *testing.T) {
			d := app.NewServerTester(page.page)
			defer d.Close()
			html := drawn(page.page)
			for _, control := range strings.Fields(page.controls) {
				assert.Contains(t, tag(t, html, control), " disabled", control)
			}
		})
	}
}

// Who follows a link of the site leaves a page and stays in the document.
func TestAPageThatIsLeftByALinkWipesWhatItHolds(t *testing.T) {
	for name, show := range map[string]func(*testing.T) (page app.Dismounter, act func(func()), held [][]byte){
		"generator": func(t *testing.T) (app.Dismounter, func(func()), [][]byte) {
			g, w, act := mountedGenerator(t)
			act(w.generate)
			act(w.copyAll)
			copied := w.result[0].Text()
			act(w.generate)
			return g, act, [][]byte{copied, w.result[0].Text()}
		},
		"audit": func(t *testing.T) (app.Dismounter, func(func()), [][]byte) {
			a, act, _ := mountedAudit(t)
			a.pasted, a.hit = []byte("a.b.c"), &job.Hit{Secret: []byte("x")}
			return a, act, [][]byte{a.pasted, a.hit.Secret}
		},
		"keys": func(t *testing.T) (app.Dismounter, func(func()), [][]byte) {
			p, act, answers := mountedPair(t)
			answers(madePair())
			former := p.made.files[0].Text
			act(func() { p.asked = job.Keys{Text: []byte("a key"), Passphrase: []byte("of the key")} })
			answers(madePair())
			return p, act, [][]byte{former, p.made.files[0].Text, p.made.files[3].Text, p.made.asked.Text, p.made.asked.Passphrase}
		},
		"bulk": func(t *testing.T) (app.Dismounter, func(func()), [][]byte) {
			b, act := mountedBulk(t)
			p := made(t, b, act)
			return b, act, [][]byte{p.single.Content, p.archive.Content}
		},
		"rotate": func(t *testing.T) (app.Dismounter, func(func()), [][]byte) {
			r, act := planned(t, asItIs)
			files := r.plan.Deployments[0].Files
			return r, act, [][]byte{files[0].Text, files[1].Text}
		},
	} {
		t.Run(name, func(t *testing.T) {
			page, act, held := show(t)
			for _, text := range held {
				require.NotEmpty(t, bytes.Trim(text, "\x00"))
			}
			act(page.OnDismount)
			for _, text := range held {
				assert.Empty(t, bytes.Trim(text, "\x00"))
			}
		})
	}
}
