package main

import (
	"net/http"
	"time"
)

// writeWait is how long a client may take for each piece of an answer. A whole answer has
// no limit: whoever reads the largest program on a bad line is as welcome as whoever
// reads it on a good one, and 256 KiB a minute is 35 kbit/s.
const (
	writeWait = 60 * time.Second
	piece     = 256 << 10 // bytes
)

// inPieces lets each piece of an answer wait for its reader by itself. For the first one
// [http.Server.WriteTimeout] holds, which counts from the request on; it would hold for the
// whole answer otherwise.
func inPieces(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		handler.ServeHTTP(&pieces{ResponseWriter: w, wait: writeWait, left: piece}, r)
	})
}

type pieces struct {
	http.ResponseWriter
	wait time.Duration
	left int // bytes of the present piece
}

// Write writes body piece by piece.
func (w *pieces) Write(body []byte) (written int, err error) {
	for len(body) > 0 && err == nil {
		if w.left == 0 {
			w.left = piece
			// On a connection that is gone the next Write tells.
			_ = http.NewResponseController(w.ResponseWriter).SetWriteDeadline(time.Now().Add(w.wait))
		}
		var n int
		n, err = w.ResponseWriter.Write(body[:min(len(body), w.left)])
		body, written, w.left = body[n:], written+n, w.left-n
	}
	return written, err
}
