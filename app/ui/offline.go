package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/meta"
)

// offline registers the service worker once the page works, tells how far the
// page is independent of the network, and offers a new version without forcing
// it: a reload would clear what is on the screen.
type offline struct {
	app.Compo

	state       browser.OfflineState
	updateReady bool
}

// What a person reads of a new version, also on the pages of the guide.
const (
	updateReady = "A new version is ready. Loading it clears what is on this page. "
	loadUpdate  = "Load the new version"
)

// OnMount starts the service worker.
func (o *offline) OnMount(ctx app.Context) {
	browser.FollowOffline(meta.ServiceWorkerPath, func(s browser.OfflineState, update bool) {
		ctx.Dispatch(func(app.Context) { o.state, o.updateReady = s, update })
	})
}

// Render draws the state as a sentence.
func (o *offline) Render() app.UI {
	breathe()
	return elem("div", "class", "offline").Body(
		elem("p", "id", "offline-state", "role", "status").DataSet("ready", o.state == browser.OfflineReady).Text(o.state.Sentence()),
		app.If(o.updateReady,
			elem("p", "id", "update", "role", "status").Body(
				app.Text(updateReady),
				button("", loadUpdate, o.onUpdate).Class("quiet"),
			),
		),
	)
}

func (o *offline) onUpdate(app.Context, app.Event) { browser.ActivateUpdate() }
