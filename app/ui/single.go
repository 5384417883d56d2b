package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/meta"
)

// The app in a single file: what the site says of it, and what it says of itself.

// Single is the SHA-256 of that file, in hexadecimal. The build sets it before it renders
// the pages; in a browser the page's scripts know it.
var Single = browser.Single()

// inFile reports whether this is the file.
var inFile = Single == browser.InSingle

// renderSingle offers the file for download or, in the file, says which one it is.
func renderSingle() app.UI {
	about := "This file works from a folder of yours, without a server or a network. The guide is not in it. SHA-256:"
	name, notes := meta.SinglePath[1:], []string{
		"Whoever can change the file changes the program. This matters most: compare the hash, and keep the file where only you can write.",
		"No host sends headers with it. Its policy forbids every request, but without a sandbox hostile code in it could use WebRTC, a new window or a navigation. " +
			"Framing and isolation matter little: no website can open a file of yours.",
		"It gets no updates, and stores nothing.",
	}
	place := elem("p", "class", "single")
	if inFile {
		about = "Version " + meta.Version + ". Compute its SHA-256, and compare it with the page Trust of a site that offers it, or with your own build."
	} else {
		place = place.Body(elem("code", "id", "single", "class", "hash").Text(Single),
			elem("a", "id", "download-single", "href", meta.SinglePath, "download", name).Text("Download "+name))
		notes = append(notes,
			"To compute the hash of what has arrived: sha256sum "+name+" on Linux, shasum -a 256 "+name+" on a Mac, certutil -hashfile "+name+" SHA256 on Windows.",
			"The download, of 4 MB, is a request to this site's host, the only one of a page that is ready.")
	}
	return section("note", "single-title", "The whole app in one file", elem("p").Text(about), place, list("", "", notes))
}
