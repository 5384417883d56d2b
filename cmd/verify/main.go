// Command verify compares a deployed site with the build embedded in it.
//
//	verify https://example.org
//
// It asks for every page and file and for a page that does not exist, compares
// the bytes with the build's and the headers with the build's table, and exits
// with
//
//	0  and one line, when the site is the build
//	1  and a line for each difference, when it is not
//	2  and a sentence, when there is nothing to compare
//
// Check out the version that the site names, run make build, and run verify. A
// site that was built for a known origin has headers of its own: build with the
// same -origin.
package main

import (
	"context"
	"os"

	"jwtsecret/web"
)

func main() {
	os.Exit(run(context.Background(), web.Dist, os.Args[1:], os.Stdout, os.Stderr))
}
