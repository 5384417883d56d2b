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

// No page that the build renders lets a person act before the program runs, nor
// holds a secret.
func TestThePagesAsBuiltAreDisabled(t *testing.T) {
	live = false
	defer func() { live = true }()
	for name, page := range map[string]struct {
		page     app.Composer
		controls string
	}{
		"generator": {&generator{}, "generate size format count name keys alg-HS512"},
		"audit":     {&audit{}, "paste wordlist check clear"},
		"bulk":      {&bulk{}, "services environments name algorithm size format target make"},
		"rotate": {&rotate{}, "kind-rolling kind-leak algorithm reading previous previouskeyid new make-secret name " +
			"lifetime lifetime-unit skew rollout start days make clear"},
		"trust": {&trust{}, "leak start-over"},
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
		"bulk": func(t *testing.T) (app.Dismounter, func(func()), [][]byte) {
			b, act := mountedBulk(t)
			p := made(t, b, act)
			return b, act, [][]byte{p.single.Content, p.archive.Content}
		},
		"rotate": func(t *testing.T) (app.Dismounter, func(func()), [][]byte) {
			r, act := planned(t, asItIs)
			texts := r.deployments[0].texts
			return r, act, [][]byte{texts[0].text, texts[1].text}
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
