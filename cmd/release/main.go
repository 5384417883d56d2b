// Command release makes what people download of a version: the programs for each system,
// the site as a tarball, and the SHA-256 of all. The site has to be built before.
//
//	release            writes build/release
//	release -out DIR   writes another folder
package main

import (
	"flag"
	"fmt"
	"os"

	"jwtsecret/app/site"
)

func main() {
	root := flag.String("root", ".", "`folder` of the module")
	out := flag.String("out", "build/release", "`folder` to replace with the release")
	flag.Parse()
	if err := site.Release(*root, *out); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
	fmt.Println("the release is in", *out)
}
