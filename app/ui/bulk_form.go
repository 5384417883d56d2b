package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

// The fields of the page that the generator does not have.
const (
	fieldServices     field = "services"
	fieldEnvironments field = "environments"
)

// bulkFields are the fields in the order in which they are read.
var bulkFields = []field{
	fieldServices, fieldEnvironments, fieldName, fieldAlgorithm, fieldSize, fieldFormat, fieldTarget,
}

func (b *bulk) renderForm() app.UI {
	p, s := b.problems, b.settings
	return section("form", "form-title", "Who needs a secret?",
		p.row(fieldServices, "Services, one on each line", "Such as billing or search-api.").area(4, "", b.sets(&b.names)),
		p.row(fieldEnvironments, "Environments, one on each line", b.countHint()).area(4, defaultEnvironments, b.sets(&b.environments)),
		p.row(fieldName, "Variable name", "In the one file for all, the service and the environment follow it, as in JWT_SECRET_BILLING_PRODUCTION.").
			text(defaultName, b.sets(&b.settings.name)),
		elem("div", "class", "pair").Body(
			p.row(fieldAlgorithm, "Algorithm", "").choice(options(secret.Algorithms(), s.algorithm, describeAlgorithm), b.onAlgorithm),
			p.row(fieldSize, "Size in bytes", "At least "+strconv.Itoa(s.minSize())+" for "+s.algorithm+".").number(b.began.size, b.sets(&b.settings.size)),
		),
		p.row(fieldFormat, "Format", s.formatHint()).choice(options(secret.Formats(), s.format, describeFormat), b.sets(&b.settings.format)),
		p.row(fieldTarget, "Write them for", "The commands for secret stores and hosts take one secret at a time: they are on the page Generate.").
			choice(targetOptions(holding(), b.target.ID), b.onTarget),
		b.renderMake(),
	).OnKeyDown(onEnter(b.make))
}

func describeAlgorithm(a secret.Algorithm) (value, text string) { return a.String(), a.String() }

// holding are the targets whose texts hold the secrets. The others ask for each
// secret at a prompt, which nobody would do a hundred times.
func holding() []export.Target {
	return slices.DeleteFunc(export.Targets(), func(t export.Target) bool { return t.Command })
}

// countHint says how many secrets the lists come to.
func (b *bulk) countHint() string {
	services, environments := filled(b.names), filled(b.environments)
	if services*environments == 0 {
		return "Each service gets a secret of its own in each of them."
	}
	return "That is " + pairs(services, environments) + "."
}

// filled counts the lines that are not empty.
func filled(text string) (count int) {
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			count++
		}
	}
	return count
}

// pairs says how many secrets so many services and environments come to.
func pairs(services, environments int) string {
	return counted(services*environments, "secret", "secrets") + ": " + counted(services, "service", "services") + " in " +
		counted(environments, "environment", "environments")
}

const makeNewOnes = "Make new ones instead of these"

// renderMake draws the button, whose text says when it takes something away.
func (b *bulk) renderMake() app.UI {
	label := "Make them"
	if b.packed != nil {
		label = makeNewOnes
	}
	place, start := elem("div"), resting(b.packing != nil, button("make", label, b.onMake).Class("primary"))
	if b.packing == nil {
		return place.Body(start)
	}
	count := b.packing.order.Count()
	done := (len(b.packing.secrets) + b.packing.added) / 2
	return place.Body(start, progress("Making the secrets", thousands(done)+" of "+thousands(count), done, count, b.onStop))
}

// check turns the form into an order, or says what is wrong with it, except for
// what a target does not take.
func (b *bulk) check() (export.Order, problems) {
	request, wrong := b.settings.check()
	if b.settings.tooSmall() {
		wrong[fieldSize] = tooSmall(request.Algorithm) + " Enter more."
	}
	delete(wrong, fieldCount)
	order := export.Order{Name: b.settings.name, Target: b.target, Secret: request}
	var err error
	order.Services, err = export.Labels(b.names)
	wrong.add(fieldServices, labelProblem(err, "service"))
	order.Environments, err = export.Labels(b.environments)
	wrong.add(fieldEnvironments, labelProblem(err, "environment"))
	if order.Count() > export.MaxPairs {
		wrong.add(fieldServices, "These would be "+pairs(len(order.Services), len(order.Environments))+". Make at most "+thousands(export.MaxPairs)+" at a time.")
	}
	return order, wrong
}

// change applies an edit of the form, and takes back what was said of mistakes
// that it has mended. It says when it puts the files aside, and when it takes them back.
func (b *bulk) change(edit func()) {
	former := b.former()
	edit()
	if former != b.former() {
		b.say(either(!former, "You have changed the form, so the files are put aside.", "The files are for what the form says again."))
	}
	if len(b.problems) > 0 {
		_, b.problems = b.check()
	}
}

// sets returns a handler that puts what was typed or chosen into a part of the form.
func (b *bulk) sets(value *string) app.EventHandler {
	return func(ctx app.Context, _ app.Event) { b.change(func() { *value = typed(ctx) }) }
}

func (b *bulk) onAlgorithm(ctx app.Context, _ app.Event) {
	b.change(func() { b.settings = b.settings.withAlgorithm(typed(ctx)) })
	fillField(fieldSize, b.settings.size)
}

func (b *bulk) onTarget(ctx app.Context, _ app.Event) {
	b.change(func() { b.target, _ = export.TargetByID(typed(ctx)) })
}
