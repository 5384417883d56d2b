//go:build linux

package soak

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"

	"jwtsecret/app/meta"
	"jwtsecret/app/server"
)

// exchange is a request and the answer that RFC 9110 asks for.
type exchange struct {
	method, target string
	lines          []string
	want           want
}

// want is an answer, as a GET would get it.
type want struct {
	status int
	header map[string]string // values that must be there or, if empty, must not
	body   []byte            // nil where the text is free
	parts  [][2]int          // of several ranges: from, to (not included)
}

// bytes returns the request as it travels.
func (e exchange) bytes() string {
	lines := append([]string{e.method + " " + e.target + " HTTP/1.1", "Host: site.test"}, e.lines...)
	return strings.Join(lines, "\r\n") + "\r\n\r\n"
}

func (e *exchange) ask(format string, a ...any) { e.lines = append(e.lines, fmt.Sprintf(format, a...)) }

// dice throws requests: the same ones for the same seed.
type dice struct {
	*rand.Rand
	site site
}

// accepts are values of Accept-Encoding, with the stored codings that each wishes for, the
// dearest first. Without any comes the file as it is.
var accepts = []struct {
	value  string
	wishes []string
}{
	{"gzip, deflate, br, zstd", []string{"br", "gzip"}},
	{"gzip, deflate", []string{"gzip"}},
	{"br;q=0, *", []string{"gzip"}},
	{"br;q=0.5, gzip;q=0.9", []string{"gzip", "br"}},
	{"identity", nil},
	{"zstd", nil},
	{"*;q=0", nil},
	{"gzip;q=2, br;q=0", nil},
	{"", nil},
}

// throw makes a request: most of them for a file, by a method that files have.
func (d *dice) throw() exchange {
	e := exchange{method: http.MethodGet}
	switch {
	case d.IntN(5) == 0:
		e.method = http.MethodHead
	case d.IntN(8) == 0:
		e.method = pick(d, []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "INVENTED", "get"})
	}
	accept := pick(d, accepts)
	if accept.value != "" || d.IntN(2) == 0 {
		e.ask("Accept-Encoding: %s", accept.value)
	}
	switch d.IntN(12) {
	case 0:
		d.unknown(&e, accept.wishes)
	case 1:
		d.moved(&e)
	case 2:
		e.target = server.HealthPath
		e.want = d.site.text(http.StatusOK, []byte(server.Healthy))
	default:
		d.file(&e, accept.wishes)
	}
	if e.method != http.MethodGet && e.method != http.MethodHead {
		e.want = d.site.text(http.StatusMethodNotAllowed, []byte("method not allowed\n"))
		e.want.header["Allow"] = "GET, HEAD"
	}
	return e
}

func pick[T any](d *dice, all []T) T { return all[d.IntN(len(all))] }

// unknown asks for what the site does not have. Neither conditions nor ranges change that.
func (d *dice) unknown(e *exchange, wishes []string) {
	e.target = pick(d, []string{"/nowhere", "/404", "/%2e%2e/go.mod", "/assets/", "/assets/app.wasm", "/%74rust", "//trust", "/index.php?a=/trust"})
	if d.IntN(2) == 0 {
		e.ask("Range: bytes=0-1")
		e.ask("If-None-Match: *")
	}
	f := d.site.notFound.inForm(wishes)
	e.want = d.site.notFound.answer(http.StatusNotFound, f)
	e.want.header["Cache-Control"] = "no-store"
	e.want.header["ETag"] = ""
}

// moved asks for a page by another spelling of its path.
func (d *dice) moved(e *exchange) {
	for spelling, path := range d.site.moved { // in any order
		query := pick(d, []string{"", "?alg=HS512"})
		e.target = pick(d, []string{spelling, strings.ToUpper(spelling)}) + query
		e.want = d.site.text(http.StatusPermanentRedirect, []byte("moved\n"))
		e.want.header["Location"] = path + query
		return
	}
}

// file asks for a file, the five largest of them seldom.
func (d *dice) file(e *exchange, wishes []string) {
	f := pick(d, d.site.files[5:])
	if d.IntN(40) == 0 {
		f = pick(d, d.site.files[:5])
	}
	e.target = f.Path + pick(d, []string{"", "", "?q=1"})
	form := f.inForm(wishes)
	e.want = f.answer(http.StatusOK, form)
	if form.tag == "" { // nobody may store it, so there is nothing to compare or to resume
		e.ask("If-Match: \"other\"")
		e.ask("Range: bytes=0-1")
		return
	}
	d.condition(e, form)
	if e.want.status == http.StatusOK {
		d.part(e, form)
	}
}

// condition adds a condition on the entity tag (RFC 9110 §13.1).
func (d *dice) condition(e *exchange, f *form) {
	const other = `"another"`
	switch d.IntN(12) {
	case 0:
		e.ask("If-None-Match: %s", f.tag)
		e.want = e.want.notModified()
	case 1:
		e.ask("If-None-Match: %s, W/%s", other, f.tag)
		e.want = e.want.notModified()
	case 2:
		e.ask("If-None-Match: %s", other)
	case 3:
		e.ask("If-Match: %s,%s", other, f.tag)
	case 4:
		e.ask("If-Match: %s", other)
		e.ask("Range: bytes=0-0")
		e.want = d.site.text(http.StatusPreconditionFailed, []byte("precondition failed\n"))
	}
}

// part asks for a part of the form (RFC 9110 §14), where the method has parts.
func (d *dice) part(e *exchange, f *form) {
	size := len(f.body)
	from := d.IntN(size)
	to := from + d.IntN(size-from) // the last byte
	whole := e.want
	switch d.IntN(12) {
	case 0:
		e.ask("Range: bytes=%d-%d", from, to)
		e.want = whole.part(from, to+1)
	case 1:
		e.ask("Range: bytes=%d-", from)
		e.want = whole.part(from, size)
	case 2:
		e.ask("Range: bytes=-%d", size-from)
		e.want = whole.part(from, size)
	case 3:
		e.ask("Range: bytes=%d-", size)
		e.want = d.site.text(http.StatusRequestedRangeNotSatisfiable, nil)
		e.want.header["Content-Range"] = fmt.Sprintf("bytes */%d", size)
	case 4:
		e.ask("Range: bytes=%d-%d", from, to)
		e.ask("If-Range: %s", f.tag)
		e.want = whole.part(from, to+1)
	case 5:
		e.ask("Range: bytes=%d-%d", from, to)
		e.ask("If-Range: \"another\"")
	case 6:
		e.ask("Range: lines=%d-%d", from, to)
	case 7:
		if size > 4000 {
			e.ask("Range: bytes=0-9,500-599,-7")
			e.want = whole.several([2]int{0, 10}, [2]int{500, 600}, [2]int{size - 7, size})
		}
	}
	if e.method != http.MethodGet {
		e.want = whole
	} else if e.want.parts != nil && f.coding != identity {
		e.want = whole // several parts of compressed bytes nobody could decode
	}
}

// text is an answer that carries no file: nobody may store it, and it has the policies of
// the page for unknown paths.
func (s site) text(status int, body []byte) want {
	w := s.notFound.answer(status, &form{coding: identity, body: body})
	w.header["Content-Type"] = "text/plain; charset=utf-8"
	w.header["Cache-Control"] = "no-store"
	w.header["Vary"] = "any"
	w.body = body
	return w
}

// answer is one that carries a form of the file, with every header of the build.
func (b built) answer(status int, f *form) want {
	w := want{status: status, header: map[string]string{"Content-Encoding": "", "Content-Range": "", "ETag": f.tag}, body: f.body}
	for _, h := range b.Headers {
		w.header[h.Name] = h.Value
	}
	if f.coding != identity {
		w.header["Content-Encoding"] = f.coding
	}
	if len(b.Encodings) > 0 {
		w.header["Vary"] = "Accept-Encoding"
	}
	if len(b.Deltas) > 0 {
		w.header["Vary"] = "Accept-Encoding, Available-Dictionary"
	}
	w.header["Use-As-Dictionary"] = b.Dictionary
	return w
}

// with returns w as an answer of another status and body.
func (w want) with(status int, body []byte) want {
	header := map[string]string{}
	for name, value := range w.header {
		header[name] = value
	}
	return want{status: status, header: header, body: body}
}

func (w want) notModified() want {
	n := w.with(http.StatusNotModified, []byte{})
	n.header["Content-Type"], n.header["Content-Encoding"] = "", ""
	return n
}

func (w want) part(from, to int) want {
	p := w.with(http.StatusPartialContent, w.body[from:to])
	p.header["Use-As-Dictionary"] = ""
	p.header["Content-Range"] = fmt.Sprintf("bytes %d-%d/%d", from, to-1, len(w.body))
	return p
}

func (w want) several(parts ...[2]int) want {
	s := w.with(http.StatusPartialContent, w.body)
	s.parts = parts
	s.header["Use-As-Dictionary"] = ""
	delete(s.header, "Content-Type")
	return s
}

// tagless reports whether the file may not be stored, so that it has no entity tag.
func (b built) tagless() bool {
	return b.header("Cache-Control") == "no-store" || b.Path == meta.NotFound.Path
}
