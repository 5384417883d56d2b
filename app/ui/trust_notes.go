package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// The texts of the trust page.

func promised() app.UI {
	return note("promised", "What is promised",
		"A secret is exactly the bytes that your browser's crypto.getRandomValues returned, encoded. "+
			"The format “letters and digits” is the one exception: its characters are drawn from those bytes by rejection sampling.",
		"A key pair is exactly the one that your browser's WebCrypto made, in a worker of this page. Its ML-DSA keys and symmetric keys are made there of bytes of crypto.getRandomValues.",
		"A random generator that stands still or repeats itself is refused, and nothing is made: what it gave comes from a working one less than once in 2⁶⁴ times. "+
			"This finds a broken generator, not a malicious one.",
		either(inFile, "This file makes no network request at all.",
			"Once a page says that it is ready offline, it makes no network request, whatever you do, except the download below if you click it. "+
				"Before that, it gets this site's own files and nothing else."),
		"Code that runs in the page, even a malicious library, cannot send a secret to another site "+
			"through any channel that your browser lets a page close.",
		"Nothing secret is written to storage, address, history, title or console.",
		"The same source gives the same files, byte for byte. You can build them and compare.",
	)
}

func enforced(sandboxed bool) app.UI {
	items := []string{
		"The program contains no network client. Go's is replaced when the page is built.",
		"A Content Security Policy forbids connections, pictures, frames, fonts and scripts from anywhere else.",
		either(inFile, "The policy allows only the scripts and the style that this file was built with.",
			"Every script carries its hash, and the first one compares that of the program. Altered ones do not start."),
		either(inFile, "All that it needs is in this file, so it allows itself no request at all.",
			"A service worker stores the whole site on your first visit, compares the hash of each file as it does so, and answers every request from there. "+
				"The program that it hands out is not compared again: it must be what the host sent for that very address."),
		"Trusted Types keep text from becoming code.",
	}
	if sandboxed {
		items = append(items, "A sandbox and a connection allowlist, sent by the host, close windows, forms and, in Chromium, WebRTC.")
	}
	return note("enforced", "How it is enforced", items...)
}

func howToCheck() app.UI {
	steps := []string{
		either(inFile, "Switch your network off. Everything works.",
			"Wait until the footer says that this page is ready offline, then switch your network off. Everything goes on working."),
		"Open your browser's network panel, then generate, copy and download. No line appears.",
		"Click the button above, and compare its report with the console.",
	}
	if inFile {
		steps = append(steps, "Build it yourself: make build gives the same file.")
	} else {
		steps = append(steps,
			"Chromium's console warns once that a frame whose sandbox has allow-scripts and allow-same-origin can escape it. "+
				"That is about frames, which can take the attribute off. Here a header of the host is the sandbox, and no script can take that off.",
			"Compare this site with a build: go run ./cmd/verify and this site's address, in a clone of the source, after a build with the same options.",
			"Build it yourself: make build gives the same SHA256SUMS. Or run your own copy with make run.",
		)
	}
	return note("check", "How to check it in five minutes", steps...)
}

func notPromised() app.UI {
	limits := []string{
		"Browser extensions and malware read whatever you can read. So does whoever sees your screen or its recording.",
		"Clipboard managers and cloud clipboards may keep what you copy.",
		"Go and the browser keep copies in memory that no page can erase. Secrets are overwritten where it can be done.",
		"The auditor, which judges what you paste, keeps running while its page is open. After each check it overwrites what it was given, " +
			"what it found and what it freed; what may be left on a stack or in the browser's own memory goes when you leave the page.",
		"In Firefox no page can close WebRTC, a navigation to another site, or the empty connection that a preconnect link opens. " +
			"WebKit, the engine of Safari, opens such a connection for a preconnect link too, and for a link to another site that a script clicks, before it refuses to follow it.",
	}
	if !inFile {
		limits = append(limits,
			"On your first visit, you trust the host to send the real page and, without HTTPS, the network. After that, compare.",
			"In every browser, hostile code inside the page could tell this site's own server something: with a "+
				"download link, by asking for the single file again and again, with a cookie that the browser's check for updates sends along, by registering the worker under "+
				"another address, or by unregistering it and navigating. From an empty frame too, where the site was not built for "+
				"the one address that it is served at.",
		)
	}
	return note("not-promised", "What cannot be promised", limits...)
}
