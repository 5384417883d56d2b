package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
)

// The controls of all forms. Each exists once.

// field names a field of a form; it is the id of its control.
type field string

// problems holds the sentence to show beside each field that is wrong.
type problems map[field]string

// first returns the first of the fields that is wrong.
func (p problems) first(fields ...field) (field, bool) {
	i := slices.IndexFunc(fields, func(f field) bool { return p[f] != "" })
	if i < 0 {
		return "", false
	}
	return fields[i], true
}

// row begins a field of a form.
func (p problems) row(f field, label, hint string) row {
	return row{f, label, hint, p[f]}
}

// row is a field of a form: its label, what helps, and what is wrong.
type row struct {
	field                field
	label, hint, problem string
}

// around puts everything around the control.
func (r row) around(control app.UI) app.UI {
	return elem("div", "class", "field").Body(
		elem("label").Attr("for", string(r.field)).Text(r.label),
		control,
		r.renderHint(),
		r.renderProblem(),
	)
}

func (r row) renderHint() app.UI {
	return app.If(r.hint != "", elem("p", "class", "hint").ID(string(r.field)+"-hint").Text(r.hint))
}

func (r row) renderProblem() app.UI {
	return app.If(r.problem != "", elem("p", "class", "problem").ID(r.problemID()).Text(r.problem))
}

func (r row) problemID() string { return string(r.field) + "-problem" }

// described gives a control its id and names what stands below it. In the page as
// it is built, the control is disabled.
func described(r row, control app.HTMLElem) app.HTMLElem {
	control = control.ID(string(r.field))
	var ids []string
	if r.hint != "" {
		ids = append(ids, string(r.field)+"-hint")
	}
	if r.problem != "" {
		ids = append(ids, r.problemID())
		control = control.Aria("invalid", "true")
	}
	if len(ids) > 0 {
		control = control.Aria("describedby", strings.Join(ids, " "))
	}
	return whenLive(control)
}

// whenLive disables a control while nobody can act.
func whenLive(control app.HTMLElem) app.HTMLElem { return unless(!live, control) }

// unless disables a control. go-app would write what is not disabled into the built page
// as disabled.
func unless(no bool, control app.HTMLElem) app.HTMLElem {
	if no {
		return control.Attr("disabled", true)
	}
	return control
}

// text is a field of one line, which the browser neither keeps nor corrects.
func (r row) text(value string, onInput app.EventHandler) app.UI {
	return r.around(r.input(value, onInput))
}

func (r row) input(value string, onInput app.EventHandler) app.HTMLElem {
	in := elem("input", "type", "text", "value", value, "autocomplete", "off", "autocapitalize", "none", "translate", "no", "class", "notranslate").
		Spellcheck(false)
	if onInput != nil {
		in = in.OnInput(onInput)
	}
	return described(r, in)
}

// number is a text field for digits: a number field would hide what it cannot
// read, and with it the mistake to speak of.
func (r row) number(beginning string, onInput app.EventHandler) app.UI {
	return r.around(r.input(beginning, onInput).Attr("inputmode", "numeric"))
}

// area is text of several lines. While nobody can act nothing is drawn there, because
// go-app would write an attribute that no such field has.
func (r row) area(rows int, beginning string, onInput app.EventHandler) app.UI {
	return r.around(r.textarea(rows, beginning, onInput))
}

func (r row) textarea(rows int, beginning string, onInput app.EventHandler) app.HTMLElem {
	a := elem("textarea", "class", "paste notranslate").Attr("rows", rows).Attr("translate", "no").Attr("autocomplete", "off").
		Attr("autocapitalize", "off").Attr("autocorrect", "off").Spellcheck(false)
	if onInput != nil {
		a = a.OnInput(onInput)
	}
	a = described(r, a)
	if !live || beginning == "" {
		return a
	}
	return a.Attr("value", beginning)
}

// secret is a field for a secret or a token. Its content is read when it is asked
// for and is no part of the drawn tree.
func (r row) secret(rows int) app.UI {
	return r.around(r.textarea(rows, "", nil).DataSet("secret", ""))
}

// choice is a list to choose from.
func (r row) choice(options []app.UI, onChange app.EventHandler) app.UI {
	return r.around(r.list(options, onChange))
}

func (r row) list(options []app.UI, onChange app.EventHandler) app.HTMLElem {
	l := elem("select")
	if onChange != nil {
		l = l.OnChange(onChange)
	}
	return described(r, l).Body(options...)
}

// option is one of a list, chosen or not.
func option(value, text, chosen string) app.UI {
	o := elem("option", "value", value).Text(text)
	if value == chosen {
		o = o.Attr("selected", true)
	}
	return o
}

// options are those of a list of things, in their order.
func options[T any](all []T, chosen string, describe func(T) (value, text string)) []app.UI {
	list := make([]app.UI, len(all))
	for i, one := range all {
		value, text := describe(one)
		list[i] = option(value, text, chosen)
	}
	return list
}

// chosen returns the one of a list that has this name, or the first.
func chosen[T interface{ String() string }](all []T, name string) T {
	return all[max(0, slices.IndexFunc(all, func(one T) bool { return one.String() == name }))]
}

// pick is one of a few things of which one is chosen, with a note below its name.
type pick struct{ value, name, note string }

// picks are shown side by side, where a list would hide what there is. The ids of
// the controls begin with the name.
func (r row) picks(class, name string, all []pick, chosen string, onChange app.EventHandler) app.UI {
	return elem("fieldset").Class("field "+class).ID(string(r.field)).Body(
		elem("legend").Text(r.label),
		elem("div", "class", "choices").Body(each(all, func(one pick) app.UI {
			id := pickID(name, one.value)
			radio := whenLive(elem("input", "type", "radio", "name", name, "id", id, "value", one.value).OnChange(onChange))
			if one.value == chosen {
				radio = radio.Attr("checked", true)
			}
			if r.problem != "" {
				radio = radio.Aria("describedby", r.problemID())
			}
			return elem("label", "class", "choice").Attr("for", id).Body(
				radio,
				elem("span").Text(one.name),
				elem("span", "class", "choice-note").Text(one.note),
			)
		})),
		r.renderProblem(),
	)
}

func pickID(name, value string) string { return name + "-" + value }

// check is a box to tick.
func check(id, label string, ticked bool, onChange app.EventHandler) app.UI {
	box := elem("input", "type", "checkbox", "id", id).OnChange(onChange)
	if ticked {
		box = box.Attr("checked", true)
	}
	return elem("label", "class", "check").Attr("for", id).Body(whenLive(box), elem("span").Text(label))
}

// button is something to click.
func button(id, text string, onClick app.EventHandler) app.HTMLElem {
	b := elem("button", "type", "button").OnClick(onClick).Text(text)
	if id != "" {
		b = b.ID(id)
	}
	return whenLive(b)
}

// progress shows how far long work has come, with a button that ends it. Without a
// total nobody knows how far that is.
func progress(label, words string, done, total int, onStop app.EventHandler) app.UI {
	bar := elem("progress").Aria("label", label)
	if total > 0 {
		bar = bar.Attr("max", total).Attr("value", done)
	}
	return elem("div", "class", "progress").Body(
		bar,
		elem("span").Text(words),
		button("stop", "Stop", onStop).Class("quiet"),
	)
}

// formerWarning says, if it is so, that what is shown is not what the form asks for now.
func formerWarning(is bool, text string) app.UI {
	return app.If(is, elem("p", "class", "warning", "id", "former").Text(text))
}

// section is a part of a page under a heading. The heading's id names both.
func section(class, headingID, heading string, body ...app.UI) app.HTMLElem {
	return elem("section").Class(class).Aria("labelledby", headingID).Body(
		append([]app.UI{elem("h2").ID(headingID).Text(heading)}, body...)...)
}

// each draws a list of things one after the other.
func each[T any](all []T, draw func(T) app.UI) app.UI {
	return times(len(all), func(i int) app.UI { return draw(all[i]) })
}

// times draws so many things. The library looks at what it is given by reflection, and so
// the program would hold a description of each type of list.
func times(n int, draw func(i int) app.UI) app.UI { return app.Range(make([]struct{}, n)).Slice(draw) }

// seePage says what there is on another page.
func seePage(what, path, name string) app.UI {
	return elem("p", "class", "hint").Body(app.Text(what+" on the page "), elem("a", "href", path).Text(name), app.Text("."))
}

// entry is one of a list: what it is about, and what there is to say of it.
func entry(about, said string) app.HTMLElem {
	return elem("li").Body(elem("strong").Text(about), elem("span").Text(said))
}

// list draws sentences as a list.
func list(id, class string, items []string) app.UI {
	l := elem("ul").Class(class)
	if id != "" {
		l = l.ID(id)
	}
	return l.Body(each(items, func(item string) app.UI { return elem("li").Text(item) }))
}

// fold is a question that opens when it is asked.
func fold(id, question string, answer ...app.UI) app.HTMLElem {
	return elem("details").ID(id).Class("use-part").Body(
		elem("summary").Text(question),
		elem("div", "class", "use-answer").Body(answer...),
	)
}

// place is an element into which a text is written that is no part of the drawn
// tree, because it holds a secret.
func place(id, class string) app.HTMLElem {
	return elem("code").ID(id).DataSet("secret", "").Class(strings.TrimSpace(class+" notranslate")).Attr("translate", "no").Spellcheck(false)
}

// placeOfLines is a place for several lines, which scroll when they are many.
func placeOfLines(id, label string) app.UI {
	return elem("pre", "class", "code").TabIndex(0).Role("region").Aria("label", label).Body(place(id, ""))
}

// fieldText reads what stands in a field, in new memory.
func fieldText(f field) []byte { return browser.FieldText(string(f)) }

// clearFields empties fields.
func clearFields(all ...field) {
	for _, f := range all {
		browser.FillField(string(f), nil)
	}
}

// fillField puts a text into a field, in the place of what stands there.
func fillField(f field, text string) { browser.FillField(string(f), []byte(text)) }
