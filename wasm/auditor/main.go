// Command auditor is the program of the page's workers: it does one piece of
// heavy work that the page asks for, reports, and ends. Package job holds the
// messages; the page's own program holds none of the packages used here.
package main

import "jwtsecret/app/browser"

func main() {
	browser.ServeJobs(func(request []byte, file *browser.File, post func([]byte)) {
		answer(request, lists{
			own:    listOf(file),
			packed: func() (wordList, error) { file, err := browser.PackedLists(); return listOf(file), err },
		}, post)
	})
}

// listOf returns nil for no file: a nil pointer in an interface would not be nil.
func listOf(file *browser.File) wordList {
	if file == nil {
		return nil
	}
	return file
}
