package main

import (
	"runtime/debug"

	"jwtsecret/app/attack"
	"jwtsecret/app/browser"
)

// garbage is how much of it may lie beside what is in use before it is collected,
// in percent. An attack makes little, but each collection goes through all the
// words in memory: with the usual 100 that took a tenth of the time.
const garbage = 400

// hurry prepares this program for an attack.
func hurry(a *attack.Attack) {
	debug.SetGCPercent(garbage)
	_ = a.Vectorise(browser.OpenModule) // a browser without vectors is slower
}
