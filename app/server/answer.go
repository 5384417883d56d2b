package server

import (
	"io"
	"maps"
	"net/http"
	"strconv"
)

// say answers with a line of text.
func (h *Handler) say(w http.ResponseWriter, r *http.Request, status int, line string) {
	maps.Copy(w.Header(), h.plain)
	w.Header().Set("Content-Length", strconv.Itoa(len(line)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		io.WriteString(w, line)
	}
}

// redirect sends the client to target, a path of the table, with its query. The
// target is never made from the request's path, so it cannot lead elsewhere.
func (h *Handler) redirect(w http.ResponseWriter, r *http.Request, target string) {
	if r.URL.RawQuery != "" {
		target += "?" + r.URL.RawQuery
	}
	w.Header().Set("Location", target)
	h.say(w, r, http.StatusPermanentRedirect, "moved\n")
}
