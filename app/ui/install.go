package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// install offers to install the app where the browser says that it can be.
type install struct {
	app.Compo

	installable bool
}

// OnMount asks whether the browser has offered the installation already.
func (i *install) OnMount(ctx app.Context) { i.installable = ctx.IsAppInstallable() }

// OnAppInstallChange follows the browser's offer.
func (i *install) OnAppInstallChange(ctx app.Context) { i.installable = ctx.IsAppInstallable() }

// Render draws a button, or nothing but its place.
func (i *install) Render() app.UI {
	return elem("div", "class", "install").Body(
		app.If(i.installable,
			button("install", "Install", i.onInstall).Class("quiet"),
		),
	)
}

// onInstall shows the browser's own question. An offer can be used only once, so
// the button goes; the browser makes a new offer when it will answer one again.
func (i *install) onInstall(ctx app.Context, _ app.Event) {
	i.installable = false
	ctx.ShowAppInstallPrompt()
}
