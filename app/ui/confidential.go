package ui

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
)

// addressHeldSecret tells that the page's address held what looks like a secret or a
// token, until the person has taken note.
var addressHeldSecret bool

// cleanAddress takes out of the address what looks like a secret or a token: it would
// stand there for everyone to see, and in every bookmark.
func cleanAddress() {
	query, inQuery := withoutSecrets(browser.Query())
	_, inFragment := withoutSecrets(browser.Fragment())
	if inQuery || inFragment {
		addressHeldSecret = true
		browser.ReplaceQuery(query) // which drops the fragment
	}
}

// withoutSecrets returns the parameters of a query whose names and values do not look
// like a secret or a token, as they stand, and reports whether there were others.
func withoutSecrets(query string) (rest string, found bool) {
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(part, "=")
		name, value = unescaped(name), unescaped(value)
		if looksConfidential(name) || looksConfidential(value) && !isTrace(name, value) || value != "" && asksForSecret(name) {
			found = true
			continue
		}
		kept = append(kept, part)
	}
	return strings.Join(kept, "&"), found
}

// unescaped leaves as it is what cannot be read.
func unescaped(text string) string {
	if plain, err := url.QueryUnescape(text); err == nil {
		return plain
	}
	return text
}

// looksConfidential reports whether the text looks like a secret, a token or a setting
// with its value.
func looksConfidential(text string) bool {
	err := export.CheckName(text)
	return errors.Is(err, export.ErrNameSecret) || errors.Is(err, export.ErrNameAssignment)
}

// asksForSecret reports whether a parameter is called so that its value is a secret or
// a token, however it looks.
func asksForSecret(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, "key") || name == "auth" || name == "authorization" ||
		slices.ContainsFunc([]string{"token", "secret", "jwt", "passw", "pwd"}, func(word string) bool { return strings.Contains(name, word) })
}

// isTrace reports whether a parameter is one that other sites add to their links: an
// advertiser's, an id, an address. A token in it is none.
func isTrace(name, value string) bool {
	trace := strings.HasPrefix(name, "utm_") || strings.HasSuffix(name, "id") || strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "https://")
	return trace && !strings.Contains(value, "eyJ")
}

// hideThis names the button that takes a notice away.
const hideThis = "Hide this"

// addressNotice says on every page that something was taken out of the address.
type addressNotice struct {
	app.Compo
	part
}

// OnMount listens for a fragment that comes while the page is open.
func (n *addressNotice) OnMount(ctx app.Context) {
	n.ctx = ctx
	n.onWindow("hashchange", func(app.Event) { cleanAddress() })
}

// Render draws the notice, or nothing but its place.
func (n *addressNotice) Render() app.UI {
	place := elem("div", "class", "warning-place", "role", "status")
	if !addressHeldSecret {
		return place
	}
	return place.Body(elem("div", "class", "warning", "id", "address-notice").Body(
		elem("p").Text("The address of this page held what looks like a secret or a token. It was taken out of the address and is not used. "+
			"It may still be in the history of your browser, and whoever runs this site may have it in a log: "+
			"if it is in use, treat it as leaked. Paste secrets and tokens into the page instead: what you paste stays on this device."),
		button("address-noted", hideThis, n.onNoted).Class("quiet"),
	))
}

func (n *addressNotice) onNoted(app.Context, app.Event) {
	addressHeldSecret = false
	browser.Focus("main")
}
