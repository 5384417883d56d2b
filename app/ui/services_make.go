package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// How the page has a worker make the files, and hands them out.

// onKey lets Enter in a field of one line make them.
func (s *services) onKey(_ app.Context, e app.Event) {
	if e.Get("key").String() != "Enter" || e.Get("isComposing").Bool() {
		return
	}
	if e.Get("target").Get("tagName").String() == "INPUT" {
		e.PreventDefault()
		s.make()
	}
}

func (s *services) onMake(app.Context, app.Event) { s.make() }

// make lets a worker make what the form asks for, or moves to the first mistake.
func (s *services) make() {
	if s.packing != nil {
		return
	}
	order, wrong := s.check()
	if s.refuse(wrong) {
		return
	}
	message, err := job.Encode(job.Request{Services: &order})
	if err != nil {
		s.say("Nothing was made: " + err.Error() + ".")
		return
	}
	run := &packing{order: order}
	s.packing = run
	s.say("Making " + pairs(len(order.Services), len(order.Environments)) + ".")
	run.worker = browser.StartJob(message, "",
		func(message []byte) { s.redraw(func() { s.onAnswer(run, message) }) },
		func() { s.redraw(func() { s.onCrashed(run) }) })
}

// onAnswer takes in the files. What was made before is kept until then.
func (s *services) onAnswer(run *packing, message []byte) {
	if run != s.packing { // stopped meanwhile
		clear(message)
		return
	}
	s.packing = nil
	event, err := job.Decode[job.Event](message)
	switch {
	case err == nil && event.Files != nil && event.Files.Problem != nil:
		s.refuse(problems{field(event.Files.Problem.Field): event.Files.Problem.Sentence})
	case err != nil || event.Files == nil || !s.show(&packed{order: run.order, files: *event.Files}):
		clear(message)
		s.say("Nothing was made. " + noAnswer)
	}
}

// show makes a result the current one, wipes the one before, and reports whether
// it is whole.
func (s *services) show(p *packed) (whole bool) {
	p.single, p.archive, whole = p.files.Split()
	if !whole {
		return false
	}
	replaced := s.packed != nil
	s.wipe()
	s.packed = p
	s.say(p.announcement(replaced))
	s.ctx.Defer(func(app.Context) { browser.Reveal("result") }) // on a phone it is below the form
	return true
}

// refuse shows what is wrong, moves to the first of it and reports whether there
// is anything.
func (s *services) refuse(wrong problems) (refused bool) {
	s.problems = wrong
	f, refused := wrong.firstOf(servicesFields)
	if refused {
		s.say("Nothing was made. " + wrong[f])
		browser.Focus(string(f))
	}
	return refused
}

func (s *services) onCrashed(run *packing) {
	if run != s.packing {
		return
	}
	s.packing = nil
	s.say("Nothing was made: the browser did not let a worker start, or ended it. What you typed is still here; try again, or reload the page.")
}

func (s *services) onStop(app.Context, app.Event) {
	s.stop()
	s.say("Stopped. Nothing was made.")
	browser.Focus("make")
}

func (s *services) onClear(app.Context, app.Event) {
	s.wipe()
	s.say("Cleared. What you did not download is gone.")
	browser.Focus("make")
}

func (s *services) onSingle(app.Context, app.Event) {
	s.hand(s.packed.files.Single, "text/plain", s.packed.single)
}

func (s *services) onArchive(app.Context, app.Event) {
	s.hand(s.packed.files.Archive, "application/zip", s.packed.archive)
}

func (s *services) hand(name, mimeType string, content []byte) {
	browser.Download(name, mimeType, content)
	s.say("Downloading " + name + ".")
}
