package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/meta"
)

// lettersOff says that keys of a single letter do nothing: who speaks to their computer
// can switch them off (WCAG 2.1.4), for the whole visit.
var lettersOff bool

const (
	keysID  = "shortcuts"
	keysOff = paramKeys + "=off" // in the address
)

// pageKeys are the keys of each page and what they do, one a line.
var pageKeys = map[string]string{
	"/":             "Generate\tG\nCopy\tC\nGenerate, in a field\tEnter",
	meta.AuditPath:  "Check, in the field\tCtrl Enter",
	meta.KeysPath:   "Generate\tG\nGenerate or convert, in a field of one line\tEnter",
	meta.BulkPath:   "Make the secrets, in a field of one line\tEnter",
	meta.RotatePath: "Make the plan, in a field of one line\tEnter",
}

// siteKeys are those of every page.
const siteKeys = "Search\tCtrl K\nShow these shortcuts\t?\nClose what lies over the page\tEsc"

// keysButton opens the dialog with the keys of the page.
func keysButton() app.UI {
	return button("show-keys", "Keyboard shortcuts", func(app.Context, app.Event) { browser.ShowDialog(keysID) }).Class("quiet keys")
}

// renderKeys draws that dialog, with the switch for keys of a single letter.
func (p *palette) renderKeys() app.UI {
	return dialog(keysID, "Keyboard shortcuts", nil,
		closing(keysID, elem("h2").Text("Keyboard shortcuts")),
		keyHints(pageKeys[p.path]+"\n"+siteKeys),
		check("keys", "Single-letter keys: G, C and ?", !lettersOff, p.onLetters),
	)
}

func keyHints(all string) app.UI {
	return elem("ul", "class", "key-hints").Body(each(strings.Split(strings.TrimSpace(all), "\n"), func(hint string) app.UI {
		what, keys, _ := strings.Cut(hint, "\t")
		drawn := []app.UI{elem("span").Body(app.Text(what))}
		for _, key := range strings.Fields(keys) {
			if key == "Ctrl" {
				key = commandKey
			}
			drawn = append(drawn, elem("kbd").Body(app.Text(key)))
		}
		return elem("li").Body(drawn...)
	}))
}

// takeLetters takes the switch from an address.
func takeLetters(query string) {
	lettersOff = lettersOff || strings.Contains("&"+query, "&"+keysOff)
}

// onLetters notes the choice for the visit, and in the address for a bookmark.
func (p *palette) onLetters(ctx app.Context, _ app.Event) {
	lettersOff = !ticked(ctx)
	query := strings.Trim(strings.ReplaceAll("&"+browser.Query(), "&"+keysOff, ""), "&")
	if lettersOff {
		query = strings.TrimPrefix(query+"&"+keysOff, "&")
	}
	browser.ReplaceQuery(query)
	drawNow(ctx)
}
