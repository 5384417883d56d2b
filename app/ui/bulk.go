package ui

import (
	"errors"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

// bulk is the page that makes a secret for each of many services, in each of
// their environments. It shows what was made, and hands out the secrets as files.
type bulk struct {
	app.Compo
	titled
	part

	settings     settings // algorithm, size and format of each secret, and the variable
	began        settings // with which the fields were drawn
	names        string   // of the services, as typed: one a line
	environments string   // likewise
	target       export.Target
	problems     problems

	packing *packing
	packed  *packed
}

// packing is an order that is being carried out, a step in each of the browser's
// turns.
type packing struct {
	steps   *steps
	order   export.Order
	secrets batch // made so far
	entries []export.Entry
	result  packed

	members []export.File // of the archive
	archive *export.Archive
	added   int // of the members
}

// packed is what an order came to. Both contents hold secrets.
type packed struct {
	order           export.Order
	bits            float64 // the entropy of each secret
	single, archive export.File
	listed          []listed // the first of the secrets
}

// listed says where a secret is in the files: its name in the single one, where there
// is such, and the path of its own in the archive.
type listed struct{ name, path string }

const defaultEnvironments = "development\nstaging\nproduction"

// OnInit begins with what most people want.
func (b *bulk) OnInit() {
	b.settings = soundSettings(browser.Query())
	b.began = b.settings
	b.environments = defaultEnvironments
	b.target, _ = export.TargetByID(defaultTarget)
}

// OnMount forgets everything when the page is left.
func (b *bulk) OnMount(ctx app.Context) { b.enter(ctx, b.forget) }

// forget ends the work and wipes the files.
func (b *bulk) forget() {
	b.stop()
	b.wipe()
	b.status = ""
}

func (b *bulk) stop() {
	if b.packing != nil {
		b.packing.steps.stop()
		b.packing.wipe()
		b.packing.result.wipe()
		if a := b.packing.archive; a != nil { // whose content is no file yet
			a.Wipe()
		}
	}
	b.packing = nil
}

func (b *bulk) wipe() {
	if b.packed != nil {
		b.packed.wipe()
	}
	b.packed = nil
}

// wipe overwrites what the files were made of.
func (p *packing) wipe() {
	for i := range p.entries {
		p.entries[i].Wipe()
	}
	p.secrets.wipe()
	for i := range p.members {
		clear(p.members[i].Content)
	}
}

func (p *packed) wipe() {
	clear(p.single.Content)
	clear(p.archive.Content)
}

// Render draws the page.
func (b *bulk) Render() app.UI {
	return shell(
		elem("div", "class", "intro").Body(
			elem("h1").Text("Secrets for many services at once"),
			elem("p").Text("One secret for each service in each environment, so that a leak in one place opens no other. "+
				"They are made on this device and come as files."),
		),
		elem("div", "class", "generator services").Body(
			b.renderForm(),
			b.renderMade(),
		),
	)
}

func (b *bulk) onMake(app.Context, app.Event) { b.make() }

// make begins to make what the form asks for, or moves to the first mistake.
func (b *bulk) make() {
	if b.packing != nil {
		return
	}
	order, wrong := b.check()
	if b.refuse(wrong) {
		return
	}
	run := &packing{order: order}
	b.packing = run
	b.say("Making " + pairs(len(order.Services), len(order.Environments)) + ".")
	run.steps = b.inSteps(func() (done bool) { return b.step(run) })
}

// step makes some secrets, then the files, then packs some of them. What was made
// before is kept until the end.
func (b *bulk) step(run *packing) (done bool) {
	var err error
	switch {
	case len(run.secrets) < run.order.Count():
		err = run.generate()
	case run.archive == nil:
		err = run.write()
	case run.added < len(run.members):
		err = run.pack()
	default:
		if run.result.archive.Content, err = run.archive.Close(); err == nil {
			b.passFocus("stop", "make")
			b.show(&run.result)
			run.wipe()
			b.packing = nil
			return true
		}
	}
	if err != nil {
		b.passFocus("stop", "make")
	}
	switch {
	case errors.Is(err, secret.ErrGenerator):
		b.stop()
		b.say("Nothing was made. " + failedSentence(err))
	case err != nil:
		b.stop()
		b.refuse(targetProblems(err))
	}
	return err != nil
}

func (p *packing) generate() error {
	step := p.order.Secret
	step.Count = min(makeStep, p.order.Count()-len(p.secrets))
	secrets, err := secret.Generate(step)
	p.secrets = append(p.secrets, secrets...)
	return err
}

// write writes the single file, where the target has such, and the members of the
// archive.
func (p *packing) write() (err error) {
	target := p.order.Target
	if p.entries, err = p.order.Entries(p.secrets); err != nil {
		return err
	}
	p.result.order, p.result.bits = p.order, p.secrets[0].Bits()
	switch single, err := target.Write(p.entries...); {
	case err == nil:
		p.result.single = export.File{Name: target.FileName(p.entries...), Content: single}
	case !errors.Is(err, export.ErrSingle): // a file of this target is one secret
		return err
	}
	if p.members, err = p.order.Members(p.entries); err != nil {
		return err
	}
	p.result.list(p.entries, p.members)
	p.result.archive.Name = "jwt-secrets-" + strconv.Itoa(len(p.entries)) + ".zip"
	p.archive = export.NewArchive(p.members)
	return nil
}

// list notes where the first of the secrets are.
func (p *packed) list(entries []export.Entry, members []export.File) {
	var names []string
	if p.single.Name != "" {
		names, _ = p.order.Target.Names(entries...) // which has just written them
	}
	if p.keySet() {
		for i := range names {
			names[i] = entries[i].KeyID
		}
	}
	for i := range members[:min(len(members), maxListedFiles)] {
		one := listed{path: members[i].Name}
		if len(names) > 0 {
			one.name = names[i]
		}
		p.listed = append(p.listed, one)
	}
}

// keySet reports whether the files hold keys with ids in the place of names.
func (p *packed) keySet() bool { return p.order.Target.Group == export.GroupKey }

func (p *packing) pack() error {
	for end := min(p.added+makeStep, len(p.members)); p.added < end; p.added++ {
		if err := p.archive.Add(p.members[p.added]); err != nil {
			return err
		}
	}
	return nil
}

// show makes a result the current one and wipes the one before.
func (b *bulk) show(p *packed) {
	replaced := b.packed != nil
	b.wipe()
	b.packed = p
	b.say(p.announcement(replaced))
	b.ctx.Defer(func(app.Context) { browser.Reveal("result") }) // on a phone it is below the form
}

// refuse shows what is wrong, moves to the first of it and reports whether there
// is anything.
func (b *bulk) refuse(wrong problems) (refused bool) {
	b.problems = wrong
	f, refused := wrong.first(bulkFields...)
	if refused {
		b.say("Nothing was made. " + wrong[f])
		browser.Focus(string(f))
	}
	return refused
}

func (b *bulk) onStop(app.Context, app.Event) {
	b.stop()
	b.say("Stopped. Nothing was made.")
	browser.Focus("make")
}

func (b *bulk) onClear(app.Context, app.Event) {
	b.wipe()
	b.say("Cleared. What you did not download is gone.")
	browser.Focus("make")
}

func (b *bulk) onSingle(app.Context, app.Event) {
	if b.packed != nil {
		b.hand(b.packed.single, "text/plain")
	}
}

func (b *bulk) onArchive(app.Context, app.Event) {
	if b.packed != nil {
		b.hand(b.packed.archive, "application/zip")
	}
}

// hand hands out a file, which stays for the next click.
func (b *bulk) hand(f export.File, mimeType string) {
	browser.Download(f.Name, mimeType, f.Content)
	b.say("Downloading " + f.Name + ".")
}
