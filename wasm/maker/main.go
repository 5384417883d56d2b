// Command maker is the program of a worker that makes secrets by the thousand. It
// is a program of its own because it starts at once: what the other workers need
// to audit a secret takes them most of a second to set up.
package main

import "jwtsecret/app/browser"

func main() {
	browser.ServeJobs(func(request []byte, _ *browser.File, post func([]byte)) { answer(request, post) })
}
