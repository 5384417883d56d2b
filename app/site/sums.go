package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// sums lists the SHA-256 of files by name, in the form that sha256sum -c reads
// in the folder of the public files.
func sums(files []File) []byte {
	var lines []string
	for _, f := range files {
		lines = append(lines, f.SHA256+"  "+f.Name+"\n")
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[64:], b[64:]) })
	return []byte(strings.Join(lines, ""))
}

// versionOf identifies a build: the SHA-256, in lower-case hexadecimal, over
// the path, the hash and the headers of every file.
//
// Two files cannot count as they are published. The service worker contains the
// version, so it counts as its unfilled template. The list of hashes contains
// the service worker's, so it does not count; it follows from the others anyway.
func versionOf(t table, files []File) string {
	files = slices.Clone(files)
	sortByPath(files)
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s\n%s\n", f.Path, f.SHA256)
		for _, header := range t.headers(f) {
			fmt.Fprintf(h, "%s: %s\n", header.Name, header.Value)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
