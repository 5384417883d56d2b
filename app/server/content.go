package server

import (
	"bytes"
	"maps"
	"net/http"
	"strings"
	"time"
)

// serveFile answers with f, with a part of it, or with the news that the client
// has it already. What nobody may store has no tag, and is sent whole. Conditions
// and ranges are net/http's work; without any it would only add a copy.
func (h *Handler) serveFile(w http.ResponseWriter, r *http.Request, f file) {
	rep := f.choose(r)
	asked := rep.conditions(r)
	if rep.etag == "" || len(asked) == 0 {
		rep.send(w, r, http.StatusOK)
		return
	}
	maps.Copy(w.Header(), rep.header)
	only := &http.Request{Method: r.Method, Header: asked}
	http.ServeContent(refusals{w, r, h}, only, "", time.Time{}, bytes.NewReader(rep.body))
}

// conditions returns the headers of the request that decide how much of the
// representation is sent. Several lines of tags mean the same as one, and
// net/http reads one.
//
// Range is left out where the whole representation is the right answer: other
// methods than GET, other units than bytes, and an If-Range that names other bytes
// or a date (RFC 9110 §14.2, §13.1.5). So it is for several ranges of compressed
// bytes: their Content-Encoding would seem to be that of the multipart body around
// them, which clients then try to decompress.
func (rep representation) conditions(r *http.Request) http.Header {
	asked := http.Header{}
	for _, name := range []string{"If-Match", "If-None-Match"} {
		if lines := r.Header[name]; lines != nil {
			asked.Set(name, strings.Join(lines, ","))
		}
	}
	ranges, condition := r.Header.Get("Range"), r.Header.Get("If-Range")
	switch {
	case r.Method != http.MethodGet,
		!strings.HasPrefix(ranges, "bytes="),
		condition != "" && condition != rep.etag,
		rep.encoding != identity && strings.Contains(ranges, ","):
	default:
		asked.Set("Range", ranges)
	}
	return asked
}

// refusals makes net/http's answers 412 and 416 ones of ours without a file, that of
// 412 with a line of text: net/http gives it the headers of the file, and no body. It
// passes on other answers, a part of a file as no dictionary.
type refusals struct {
	http.ResponseWriter
	r *http.Request
	h *Handler
}

func (w refusals) WriteHeader(status int) {
	if status != http.StatusOK && status != http.StatusNotModified {
		w.Header().Del("Use-As-Dictionary") // what follows is not the file
	}
	switch status {
	case http.StatusPreconditionFailed:
		w.Header().Del("Content-Encoding")
		w.Header().Del("ETag")
		w.h.say(w.ResponseWriter, w.r, status, "precondition failed\n")
		return
	case http.StatusRequestedRangeNotSatisfiable:
		maps.Copy(w.Header(), w.h.plain)
	}
	w.ResponseWriter.WriteHeader(status)
}
