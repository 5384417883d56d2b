// Package server hands out a built site over HTTP.
//
// Load reads the whole build into memory, checks it against its description and
// returns an [http.Handler]. From then on no request touches a file system, and
// a request can only ever name an entry of a table that was complete before the
// first one arrived: there is no path to clean and none to escape from.
//
//	handler, err := server.Load(dist)
//	if err != nil {
//		return err
//	}
//	return http.ListenAndServe("127.0.0.1:8080", handler)
//
// What it promises, by the sections of RFC 9110:
//
//   - GET and HEAD only; any other method gets 405 with Allow (§15.5.6).
//   - The best stored encoding that Accept-Encoding allows, br before gzip before
//     none at equal weight, and Vary wherever there is a choice (§12.5.3, §12.5.5).
//   - Where the build knows an earlier version of a file and the client has it, what has
//     changed since, as dcb (RFC 9842): before br at equal weight.
//   - A strong entity tag for each encoding, If-Match and If-None-Match (§8.8.3,
//     §13.1). Files carry no date, so conditions on dates are ignored, as §13.1.4
//     asks.
//   - Byte ranges of the encoding that was chosen, with If-Range (§14). Several
//     ranges in one answer are sent of the plain bytes only.
//   - Every header of a file comes from the build. Answers that carry no file
//     bear those of the not-found page, so no answer goes out without the
//     site's policies.
//
// A path is looked up as it was sent: another spelling of it, such as /%74rust
// for /trust, is not found. The one courtesy is a permanent redirect from
// /trust/ and /trust.html to /trust, and from /index.html to /, with the query, each
// in any case, as is /TRUST. A site that was built for a base, such as /tools/jwt/, is
// served there and nowhere else; only HealthPath stays where it is.
//
// It does not speak TLS, does not look at the Host header, and cannot add
// headers to what net/http answers by itself: 400 to a malformed request and
// 431 to an oversized one. A server should set DisableGeneralOptionsHandler, or
// net/http answers OPTIONS * by itself too.
package server

import (
	"io"
	"net/http"
	"strings"
	"sync"

	"jwtsecret/app/meta"
)

// HealthPath answers 200 and Healthy for as long as the process serves. No file of
// a site may have this path.
const (
	HealthPath = "/healthz"
	Healthy    = "ok\n"
)

// hsts is the value sent when Handler.HSTS is set: two years, in seconds.
var hsts = []string{"max-age=63072000; includeSubDomains"}

// Handler serves one built site. Make it with Load. Its fields may be set until
// the first request arrives; from then on it is safe for concurrent use.
type Handler struct {
	// HSTS adds Strict-Transport-Security to every answer. Set it only where
	// people reach the site over HTTPS: browsers remember it for two years.
	HSTS bool

	// AccessLog receives one line for each request: time, method and path,
	// status, bytes of body. Queries are never written. Nil means no log.
	AccessLog io.Writer

	logging  sync.Mutex
	site     meta.Site
	files    map[string]file   // by path
	moved    map[string]string // other spellings of a page's path, in lower case
	notFound file
	plain    http.Header // of answers that carry no file
}

// Site describes the build, as the build itself wrote it. It is not to be changed.
func (h *Handler) Site() meta.Site { return h.site }

// ServeHTTP answers one request.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h.AccessLog == nil {
		h.answer(w, r)
		return
	}
	sent := &recorder{ResponseWriter: w}
	h.answer(sent, r)
	h.log(r, sent)
}

func (h *Handler) answer(w http.ResponseWriter, r *http.Request) {
	if h.HSTS {
		w.Header()["Strict-Transport-Security"] = hsts
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		h.say(w, r, http.StatusMethodNotAllowed, "method not allowed\n")
		return
	}
	path := r.URL.EscapedPath()
	if f, ok := h.files[path]; ok {
		h.serveFile(w, r, f)
	} else if path == HealthPath {
		h.say(w, r, http.StatusOK, Healthy)
	} else if target, ok := h.moved[strings.ToLower(path)]; ok {
		h.redirect(w, r, target)
	} else {
		h.notFound.choose(r).send(w, r, http.StatusNotFound)
	}
}
