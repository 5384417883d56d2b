package server

import (
	"bytes"
	"maps"
	"net/http"
	"strings"
	"time"
)

// serveFile answers with f, with a part of it, or with the news that the client
// has it already. What nobody may store has no tag, and is sent whole.
func (h *Handler) serveFile(w http.ResponseWriter, r *http.Request, f file) {
	rep := f.choose(r)
	if rep.etag == "" {
		rep.send(w, r, http.StatusOK)
		return
	}
	switch precondition(r, rep.etag) {
	case http.StatusPreconditionFailed:
		h.say(w, r, http.StatusPreconditionFailed, "precondition failed\n")
	case http.StatusNotModified:
		rep.sendNotModified(w)
	default:
		if ranges := rep.ranges(r); ranges != "" {
			h.sendRanges(w, rep, ranges)
		} else {
			rep.send(w, r, http.StatusOK)
		}
	}
}

// sendNotModified sends the headers that update what the client has stored,
// without those that describe a body (RFC 9110 §15.4.5).
func (rep representation) sendNotModified(w http.ResponseWriter) {
	maps.Copy(w.Header(), rep.header)
	for _, name := range []string{"Content-Type", "Content-Length", "Content-Encoding"} {
		w.Header().Del(name)
	}
	w.WriteHeader(http.StatusNotModified)
}

// ranges returns the request's Range where it is to be honoured, and nothing
// where the whole representation is the right answer: other methods than GET,
// other units than bytes, and an If-Range that names other bytes or a date
// (RFC 9110 §14.2, §13.1.5). So it is for several ranges of compressed bytes:
// their Content-Encoding would seem to be that of the multipart body around
// them, which clients then try to decompress.
func (rep representation) ranges(r *http.Request) string {
	ranges := r.Header.Get("Range")
	condition := r.Header.Get("If-Range")
	switch {
	case r.Method != http.MethodGet,
		!strings.HasPrefix(ranges, "bytes="),
		condition != "" && condition != rep.etag,
		rep.encoding != identity && strings.Contains(ranges, ","):
		return ""
	}
	return ranges
}

// sendRanges leaves the arithmetic of ranges, and the multipart form, to
// net/http. All conditions are decided by now, so it gets a request that has
// nothing but the ranges.
func (h *Handler) sendRanges(w http.ResponseWriter, rep representation, ranges string) {
	maps.Copy(w.Header(), rep.header)
	only := &http.Request{Method: http.MethodGet, Header: http.Header{"Range": {ranges}}}
	http.ServeContent(rangeWriter{w, h.plain}, only, "", time.Time{}, bytes.NewReader(rep.body))
}

// rangeWriter gives net/http's answer 416 the headers of our other answers
// without a file.
type rangeWriter struct {
	http.ResponseWriter
	plain http.Header
}

func (w rangeWriter) WriteHeader(status int) {
	if status == http.StatusRequestedRangeNotSatisfiable {
		maps.Copy(w.Header(), w.plain)
	}
	w.ResponseWriter.WriteHeader(status)
}
