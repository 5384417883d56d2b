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
// same -origin. So with one for a path of an origin: build with the same -base,
// and name the path too, as in verify https://example.org/tools/jwt/.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"jwtsecret/app/server"
	"jwtsecret/app/verify"
	"jwtsecret/web"
)

// Exit codes.
const (
	exitSame      = 0
	exitDifferent = 1
	exitNothing   = 2 // to compare
)

const usage = `verify compares a deployed site with the build embedded in it.

  verify https://example.org

It exits with 0 when they are the same, 1 when they differ, and 2 when there is
nothing to compare. A site built for a known origin has headers of its own:
build verify with the same -origin.
`

func main() {
	os.Exit(run(context.Background(), web.Dist, os.Args[1:], os.Stdout, os.Stderr))
}

// run compares the site that args name with what lies in the folder dist of
// embedded, and returns the exit code.
func run(ctx context.Context, embedded fs.FS, args []string, stdout, stderr io.Writer) int {
	if len(args) == 1 && (args[0] == "-h" || args[0] == "-help" || args[0] == "--help") {
		fmt.Fprint(stdout, usage)
		return exitSame
	}
	if len(args) != 1 {
		return complain(stderr, errors.New("name one site, such as https://example.org"))
	}
	dist, err := fs.Sub(embedded, "dist")
	if err != nil {
		return complain(stderr, err)
	}
	build, err := server.Load(dist)
	if err != nil {
		return complain(stderr, err)
	}
	want := build.Site()
	differences, err := verify.Site(ctx, args[0], want)
	if err != nil {
		return complain(stderr, err)
	}
	for _, d := range differences {
		fmt.Fprintln(stdout, d)
	}
	if len(differences) > 0 {
		return exitDifferent
	}
	fmt.Fprintf(stdout, "%s is build %s: %d files and their headers are identical\n", args[0], want.Version, len(want.Files))
	return exitSame
}

func complain(stderr io.Writer, err error) int {
	fmt.Fprintln(stderr, "verify:", err)
	return exitNothing
}
