package server

import (
	"fmt"
	"net/http"
	"time"
)

// recorder notes what an answer was while it passes.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(p []byte) (int, error) {
	n, err := r.ResponseWriter.Write(p)
	r.bytes += n
	return n, err
}

// log writes one line about an answered request:
//
//	2026-01-02T15:04:05Z "GET /trust" 200 4096
//
// The path is the one that was sent, before the question mark; a query may hold
// what its sender did not mean for a file. Quoting leaves nothing but printable
// ASCII, so a request cannot end its line and begin another.
func (h *Handler) log(r *http.Request, sent *recorder) {
	h.logging.Lock()
	defer h.logging.Unlock()
	fmt.Fprintf(h.AccessLog, "%s %+q %d %d\n",
		time.Now().UTC().Format(time.RFC3339), r.Method+" "+r.URL.EscapedPath(), sent.status, sent.bytes)
}
