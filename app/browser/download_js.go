//go:build js

package browser

// revokeAfter is how long a download's address stays valid, in milliseconds.
// The browser reads the bytes when it starts the download, soon after the click;
// some ask the person first.
const revokeAfter = 60_000

// Download hands the bytes to the person as a file of this name and MIME type.
// Nothing travels: the browser reads them from the page's own memory.
func Download(name, mimeType string, b []byte) {
	options := map[string]any{"type": mimeType}
	bytes := array(b)
	blob := global("Blob").New([]any{bytes}, options) // with a copy of its own
	bytes.Call("fill", 0)
	url := global("URL").Call("createObjectURL", blob)

	link := global("document").Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	link.Call("click")

	After(revokeAfter, func() { global("URL").Call("revokeObjectURL", url) })
}
