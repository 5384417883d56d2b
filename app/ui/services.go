package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/meta"
	"jwtsecret/app/secret"
)

// services is the page that makes a secret for each of many services, in each
// of their environments. A worker makes them and packs the files; the page only
// hands those out.
type services struct {
	app.Compo
	spoken

	settings     settings // algorithm, size and format of each secret, and the variable
	names        string   // of the services, as typed: one a line
	environments string   // likewise
	target       string   // the ID of an export.Target
	problems     problems
	live         bool // a person can act: false in the page as built

	packing *packing
	packed  *packed

	// ctx is the component's own: what a handler is given dies with its button.
	ctx     app.Context
	release func() // the listener on the window; nil while the site is built
}

// packing is an order that a worker is carrying out.
type packing struct {
	order  job.Services
	worker *browser.Job
}

// packed is what an order came to.
type packed struct {
	order           job.Services
	files           job.Files
	single, archive []byte // secrets; in the memory of the files' content
}

const defaultEnvironments = "development\nstaging\nproduction"

var (
	_ app.Initializer = (*services)(nil)
	_ app.Mounter     = (*services)(nil)
	_ app.Navigator   = (*services)(nil)
	_ app.Dismounter  = (*services)(nil)
)

// OnInit begins with what most people want.
func (s *services) OnInit() {
	s.settings = readSettings("")
	s.environments = defaultEnvironments
	s.target = defaultTarget
	s.live = app.IsClient
}

// OnMount forgets everything when the page is left.
func (s *services) OnMount(ctx app.Context) {
	s.ctx = ctx
	s.release = app.Window().AddEventListener("pagehide", func(app.Context, app.Event) {
		s.forget()
		s.redraw(func() {})
	})
}

// OnNav names the page in the browser's tab.
func (s *services) OnNav(ctx app.Context) { entitle(ctx, meta.BulkPath) }

// OnDismount leaves no listener, no worker and no secret behind.
func (s *services) OnDismount() {
	if s.release != nil {
		s.release()
	}
	s.forget()
}

// redraw applies a change that comes from outside the page's own events.
func (s *services) redraw(change func()) {
	s.ctx.Dispatch(func(app.Context) { change() })
}

// forget stops the worker and wipes the files.
func (s *services) forget() {
	s.stop()
	s.wipe()
	s.status = ""
}

func (s *services) stop() {
	if s.packing != nil && s.packing.worker != nil {
		s.packing.worker.Stop()
	}
	s.packing = nil
}

func (s *services) wipe() {
	if s.packed != nil {
		clear(s.packed.files.Content)
	}
	s.packed = nil
}

// Render draws the page.
func (s *services) Render() app.UI {
	return shell(
		app.Div().Class("intro").Body(
			app.H1().Text("Secrets for many services at once"),
			app.P().Text("One secret for each service in each environment, so that a leak in one place opens no other. "+
				"They are made on this device and come as files."),
		),
		app.Div().Class("generator services").Body(
			s.renderForm(),
			s.renderMade(),
		),
	)
}

// change applies an edit of the form, and takes back what was said of mistakes
// that it has mended.
func (s *services) change(edit func()) {
	edit()
	if len(s.problems) > 0 {
		_, s.problems = s.check()
	}
}

func (s *services) onNames(ctx app.Context, _ app.Event) {
	s.change(func() { s.names = typed(ctx) })
}

func (s *services) onEnvironments(ctx app.Context, _ app.Event) {
	s.change(func() { s.environments = typed(ctx) })
}

func (s *services) onName(ctx app.Context, _ app.Event) {
	s.change(func() { s.settings.name = typed(ctx) })
}

func (s *services) onAlgorithm(ctx app.Context, _ app.Event) {
	s.change(func() { s.settings = s.settings.withAlgorithm(typed(ctx)) })
}

func (s *services) onSize(ctx app.Context, _ app.Event) {
	s.change(func() { s.settings.size = typed(ctx) })
}

func (s *services) onFormat(ctx app.Context, _ app.Event) {
	s.change(func() { s.settings.format = typed(ctx) })
}

func (s *services) onTarget(ctx app.Context, _ app.Event) {
	s.change(func() { s.target = typed(ctx) })
}

// algorithm returns the chosen algorithm: the list has no other.
func (s *services) algorithm() secret.Algorithm {
	a, _ := secret.ParseAlgorithm(s.settings.algorithm)
	return a
}
