// Package e2e drives the real server binary with a real Chromium, as a person
// would: it clicks, types, copies, pastes, downloads, unplugs the network, and
// reads what is on the screen. It holds tests only.
//
// The tests need a built site (make build) and Chromium, from the system's
// package manager or named by the environment variable CHROME. Without them
// they fail and say so: a promise that was not checked is not kept. What is
// promised for Firefox too is tested in Firefox ESR, and what every engine has to do
// in WebKitGTK as well; each is skipped where it is not installed.
//
// As many tests run at once as go test is told, three in make test. Each has a
// Chromium process to itself while it runs, because its clipboard is one for all
// windows, and in it a profile of its own for every page. A page stores itself for
// offline use only in the tests that say so. A test that measures is a benchmark:
// those run alone.
//
// With PICTURES=1, which make pictures sets, screenshots of every page, at both
// widths and in both colour schemes, are left in build/screenshots for a person to
// look at. With SLOWNESS=6 every page thinks six times slower than this machine can, as
// on one that is busy: what a test asks too early is found so.
package e2e
