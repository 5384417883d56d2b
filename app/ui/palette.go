package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/meta"
)

const (
	paletteID         = "palette"
	fieldSought field = "sought"
	foundPrefix       = "found-" // of the ids of what was found
	maxFound          = 50       // commands that are drawn: more would take longer than a frame
)

// commandKey is what the key of commands is called on the keyboard of this device.
var commandKey = either(browser.Apple(), "⌘", "Ctrl")

// palette is the way to everything by its name: a button in the frame of each page, and
// the dialog that it opens. It follows the combobox pattern of the ARIA practices: the
// focus stays in the field while the arrows go through the list.
type palette struct {
	app.Compo

	ctx     app.Context
	path    string // of the page
	release func()

	all    []*command // nil while the dialog is closed
	found  []*command
	active int // index of the command that Enter takes
}

// OnMount listens for the keys that open a dialog, on every page.
func (p *palette) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.release = browser.CatchKeys(func(k browser.Key) bool {
		switch {
		case k.Command && k.Name == "k":
			ctx.Dispatch(func(app.Context) { p.onSearch(ctx, app.Event{}) })
		case k.Letter && k.Name == "?" && !lettersOff:
			browser.ShowDialog(keysID)
		default:
			return false
		}
		return true
	})
}

// OnDismount stops listening.
func (p *palette) OnDismount() {
	if p.release != nil { // a page that is built listens to nothing
		p.release()
	}
}

// OnNav closes the dialogs: the page behind them is another.
func (p *palette) OnNav(ctx app.Context) {
	address := ctx.Page().URL()
	if p.path != "" { // else the keys may have opened one of this page, an instant after it began to listen
		browser.CloseDialog(paletteID)
		browser.CloseDialog(keysID)
	}
	p.path = browser.Within(address.Path)
	takeLetters(address.RawQuery)
}

// Render draws the button and the dialogs.
func (p *palette) Render() app.UI {
	return elem("div", "class", "search").Body(
		button("search", "", p.onSearch).Body(
			icon(signSearch), elem("span").Body(app.Text("Search")), elem("kbd", "aria-hidden", "true").Body(app.Text(commandKey+" K")),
		),
		dialog(paletteID, "Search", p.onClose,
			closing(paletteID, p.renderField()),
			p.renderFound(),
			p.renderNone(),
			elem("p", "class", "hint", "id", "found", "role", "status").Body(app.Text(p.count())),
		),
		p.renderKeys(),
	)
}

func (p *palette) renderField() app.UI {
	active := ""
	if len(p.found) > 0 {
		active = foundPrefix + strconv.Itoa(p.active)
	}
	return with(problems{}.row(fieldSought, "", "").input("", p.onInput).On("keydown", p.onKey),
		"role", "combobox", "aria-label", "Search", "placeholder", "A page, product, place or library",
		"aria-autocomplete", "list", "aria-controls", "found-list", "aria-expanded", strconv.FormatBool(active != ""), "aria-activedescendant", active)
}

func (p *palette) renderFound() app.UI {
	options := make([]app.UI, len(p.found))
	for i, c := range p.found {
		options[i] = elem("li", "role", "option", "id", foundPrefix+strconv.Itoa(i), "aria-selected", strconv.FormatBool(i == p.active)).
			Body(elem("span").Body(app.Text(c.title)), elem("small").Body(app.Text(c.kind)))
	}
	return elem("ul", "id", "found-list", "role", "listbox", "aria-label", "Results").On("click", p.onClick).Body(options...)
}

func (p *palette) renderNone() app.UI {
	place := elem("div", "class", "none")
	if p.all == nil || len(p.found) > 0 {
		return place
	}
	return place.Body(
		elem("p").Body(app.Text("Nothing has words that begin so. Try fewer letters, or words like audit, Kubernetes or HS512.")),
		button("show-all", "Show everything", p.onShowAll),
	)
}

// count tells how much was found, to a screen reader too.
func (p *palette) count() string {
	switch len(p.found) {
	case 0:
		return either(p.all != nil, "No result", "")
	case maxFound:
		return "The first " + strconv.Itoa(maxFound) + ": type for fewer"
	default:
		return counted(len(p.found), "result", "results")
	}
}

// onSearch opens the dialog with everything in it, or closes it.
func (p *palette) onSearch(ctx app.Context, _ app.Event) {
	if !browser.ShowDialog(paletteID) {
		browser.CloseDialog(paletteID)
		return
	}
	browser.CloseDialog(keysID)
	clearFields(fieldSought) // that it was closed just now may not have been heard yet
	p.all = commands()
	p.look("")
}

// onClose forgets what was typed: it may be a secret that was pasted into the wrong field.
func (p *palette) onClose(ctx app.Context, _ app.Event) {
	if ctx.JSSrc().Get("open").Truthy() { // again, before this was heard
		return
	}
	p.all, p.found = nil, nil
	clearFields(fieldSought)
	drawNow(ctx)
}

// look finds what fits what was typed, and draws it.
func (p *palette) look(typed string) {
	p.found = find(p.all, typed)
	p.found = p.found[:min(len(p.found), maxFound)]
	p.mark(0)
}

// mark makes a command the one that Enter takes.
func (p *palette) mark(i int) {
	p.active = i
	drawNow(p.ctx)
	browser.Reveal(foundPrefix + strconv.Itoa(i))
}

func (p *palette) onInput(ctx app.Context, _ app.Event) { p.look(typed(ctx)) }

func (p *palette) onShowAll(app.Context, app.Event) {
	clearFields(fieldSought)
	browser.Focus(string(fieldSought))
	p.look("")
}

// onKey goes through the list and takes from it.
func (p *palette) onKey(ctx app.Context, e app.Event) {
	ctx.PreventUpdate() // typing is heard of by onInput
	n := len(p.found)
	if n == 0 || e.Get("isComposing").Bool() || e.Get("shiftKey").Bool() {
		return
	}
	switch e.Get("key").String() {
	case "ArrowDown":
		p.mark((p.active + 1) % n)
	case "ArrowUp":
		p.mark((p.active + n - 1) % n)
	case "Home":
		p.mark(0)
	case "End":
		p.mark(n - 1)
	case "Enter":
		e.PreventDefault() // first: what gets the focus next must not get the key, too
		p.take(p.active)
		return
	default:
		return
	}
	e.PreventDefault()
}

func (p *palette) onClick(_ app.Context, e app.Event) {
	if line := e.Get("target").Call("closest", "li"); line.Truthy() {
		i, _ := strconv.Atoi(strings.TrimPrefix(line.Get("id").String(), foundPrefix))
		p.take(i)
	}
}

// take closes the dialog and does what was chosen.
func (p *palette) take(i int) {
	if i >= len(p.found) {
		return
	}
	does := p.found[i].does
	browser.CloseDialog(paletteID)
	switch {
	case does[0] == '#':
		browser.Press(does[1:])
	case does[0] == '/':
		p.goTo(does)
	default:
		wished = does
		if p.path == "/" {
			grantWish()
		} else {
			p.goTo("/")
		}
	}
}

func (p *palette) goTo(address string) {
	if strings.HasPrefix(address, meta.GuidePath) && !inFile { // which is no page of this program
		app.Window().Get("location").Set("href", browser.At(address))
		return
	}
	p.ctx.Navigate(browser.At(address))
	browser.Later(func() { browser.Arrive("main") })
}

// closing is the upper edge of a dialog, with the button that closes it.
func closing(id string, title app.UI) app.UI {
	return elem("div", "class", "dialog-top").Body(title,
		button("close-"+id, "Close", func(app.Context, app.Event) { browser.CloseDialog(id) }).Class("quiet"))
}
