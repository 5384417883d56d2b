package server

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"net/http"
	"strconv"

	"jwtsecret/app/meta"
)

// file is one entry of the table: the same content in each of its encodings, in
// the order dcb, br, gzip, identity. The last is always there.
type file []representation

// representation is the bytes of a file in one encoding, with the complete
// headers of an answer that carries them.
type representation struct {
	encoding   string // "dcb", "br", "gzip" or "identity"
	dictionary string // the lower-case hexadecimal SHA-256 of what dcb builds on, or empty
	body       []byte
	etag       string // or none, where nobody may store the file
	header     http.Header
}

// newRepresentation prepares body for sending. The entity tag is made from the
// bytes that travel rather than from the file behind them, so it differs between
// encodings and changes when only the compressor did (RFC 9110 §8.8.3.3).
func newRepresentation(f meta.File, encoding string, body []byte) representation {
	header := headerOf(f)
	etag := "" // a browser would send it back, and so tell what it has
	if header.Get("Cache-Control") != "no-store" {
		etag = fmt.Sprintf(`"%.16x"`, sha256.Sum256(body))
		header.Set("ETag", etag)
		header.Set("Accept-Ranges", "bytes")
	}
	header.Set("Content-Length", strconv.Itoa(len(body)))
	switch {
	case len(f.Deltas) > 0:
		header.Set("Vary", "Accept-Encoding, Available-Dictionary")
	case len(f.Encodings) > 0:
		header.Set("Vary", "Accept-Encoding")
	}
	if f.Dictionary != "" {
		header.Set("Use-As-Dictionary", f.Dictionary)
	}
	if encoding != identity {
		header.Set("Content-Encoding", encoding)
	}
	return representation{encoding: encoding, body: body, etag: etag, header: header}
}

// headerOf returns the headers that the build lists for f.
func headerOf(f meta.File) http.Header {
	header := make(http.Header, len(f.Headers)+5)
	for _, each := range f.Headers {
		header.Add(each.Name, each.Value)
	}
	return header
}

// choose returns the representation that the request prefers. Where the request
// accepts none of them, not even identity, it gets identity all the same:
// RFC 9110 §12.4.1 leaves the choice between that and 406, and a page that
// cannot be negotiated is worth more than an error.
func (f file) choose(r *http.Request) representation {
	best, most := f[len(f)-1], 0.0
	available := availableDictionary(r.Header["Available-Dictionary"])
	for _, each := range f {
		if each.dictionary != "" && each.dictionary != available {
			continue
		}
		if q := weight(r.Header["Accept-Encoding"], each.encoding); q > most {
			best, most = each, q
		}
	}
	return best
}

// send writes the whole representation.
func (rep representation) send(w http.ResponseWriter, r *http.Request, status int) {
	maps.Copy(w.Header(), rep.header)
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(rep.body)
	}
}
