package server

import (
	"bytes"
	"io"
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
	http.ServeContent(refusals{w, r.Method, rep.header, h.plain}, only, "", time.Time{}, bytes.NewReader(rep.body))
}

// conditions returns the headers of the request that decide how much of the
// representation is sent. Several lines of tags mean the same as one, and
// net/http reads one.
//
// Range is left out where the whole representation is the right answer: other
// methods than GET, and other units than bytes (RFC 9110 §14.2). So it is for
// several ranges of compressed bytes: their Content-Encoding would seem to be
// that of the multipart body around them, which clients then try to decompress.
func (rep representation) conditions(r *http.Request) http.Header {
	asked := http.Header{}
	for _, name := range []string{"If-Match", "If-None-Match"} {
		if lines := r.Header[name]; lines != nil {
			asked.Set(name, strings.Join(lines, ","))
		}
	}
	ranges := r.Header.Get("Range")
	several := strings.Contains(ranges, ",")
	if r.Method == http.MethodGet && strings.HasPrefix(ranges, "bytes=") && (rep.encoding == identity || !several) {
		asked.Set("Range", ranges)
		asked.Set("If-Range", r.Header.Get("If-Range"))
	}
	return asked
}

// refusals gives net/http's answers 412 and 416 the headers of our other answers
// without a file, instead of the file's, and 412 a line of text.
type refusals struct {
	http.ResponseWriter
	method      string
	file, plain http.Header
}

func (w refusals) WriteHeader(status int) {
	if status == http.StatusPreconditionFailed || status == http.StatusRequestedRangeNotSatisfiable {
		for name := range w.file {
			w.Header().Del(name)
		}
		maps.Copy(w.Header(), w.plain)
	}
	w.ResponseWriter.WriteHeader(status)
	if status == http.StatusPreconditionFailed && w.method != http.MethodHead {
		io.WriteString(w.ResponseWriter, "precondition failed\n")
	}
}
