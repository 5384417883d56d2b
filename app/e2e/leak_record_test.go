package e2e

import (
	"net/http"
	"slices"
	"sync"
)

// record is what has reached a server: "GET /path?query", and the cookies.
type record struct {
	mu   sync.Mutex
	seen []string
}

func (r *record) add(request *http.Request) {
	r.mu.Lock()
	defer r.mu.Unlock()
	line := request.Method + " " + request.URL.RequestURI()
	if cookies := request.Header.Get("Cookie"); cookies != "" {
		line += " with " + cookies
	}
	r.seen = append(r.seen, line)
}

// change records and leaves the response as it is, for use with host.
func (r *record) change(response *http.Response, body []byte) []byte {
	r.add(response.Request)
	return body
}

// all returns every request so far.
func (r *record) all() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.seen)
}

// since returns the requests after the first count, but for the check of the
// service worker's script that the browser makes by itself after a navigation.
func (r *record) since(count int) []string {
	return slices.DeleteFunc(r.all()[count:], func(line string) bool { return line == "GET /sw.js" })
}
