package verify

import (
	"maps"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// harmless lists the headers that a host may send without the build's asking.
// The first lines are about one message or one connection, or belong to the
// host. The others are marks by which networks in front of a host find an
// answer in their logs. Nothing here makes a browser load or run anything of the
// host's choice, or send it what it chose for one visitor, but for tags.
//
// What is missing is missing on purpose: NEL, Report-To and
// Reporting-Endpoints, for instance, make browsers report what visitors do.
var harmless = []string{
	"Accept-Ranges", "Age", "Alt-Svc", "Connection", "Content-Encoding", "Content-Length", "Date",
	"Etag", "Keep-Alive", "Last-Modified", "Server", "Strict-Transport-Security",
	"Transfer-Encoding", "Vary", "Via",

	"Cache-Status", "Cf-Cache-Status", "Cf-Ray", "Fly-Request-Id", "X-Amz-Cf-Id", "X-Amz-Cf-Pop",
	"X-Cache", "X-Cache-Hits", "X-Nf-Request-Id", "X-Request-Id", "X-Served-By", "X-Timer",
	"X-Vercel-Cache", "X-Vercel-Id",
}

// tags are harmless headers whose value a browser sends back when it asks for the
// same file again. Once the site is installed, it asks by itself for one file only,
// the service worker's script, so that a tag of that would tell visitors apart.
var tags = []string{"Etag", "Last-Modified"}

// compareHeaders holds an answer to the headers that the build lists for a file, and
// to the lists above.
func compareHeaders(e expectation, got answer, differs func(what, want, got string)) {
	want, listed := e.file, map[string]bool{}
	for _, h := range want.Headers {
		name := http.CanonicalHeaderKey(h.Name)
		listed[name] = true
		if !equal(name, h.Value, values(got.header, name)) {
			differs("header "+h.Name, strconv.Quote(h.Value), quoteOrNone(got.header, name))
		}
	}
	if want.Dictionary != "" && values(got.header, "Use-As-Dictionary") == want.Dictionary {
		listed["Use-As-Dictionary"] = true // our own server sends it, other hosts do not
	}
	for _, name := range slices.Sorted(maps.Keys(got.header)) {
		tag := e.untagged && slices.Contains(tags, name)
		if !listed[name] && (tag || !slices.Contains(harmless, name)) {
			differs("header "+name, "none", quoteOrNone(got.header, name))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got.early)) {
		if !slices.Contains(harmless, name) {
			differs("early header "+name, "none", quoteOrNone(got.early, name))
		}
	}
}

func equal(name, want, got string) bool {
	if name == "Content-Type" {
		return sameType(want, got)
	}
	return want == got
}

// sameType compares media types: type, subtype, the parameter's name and the
// charset's are all without case, and a value may stand in quotes (RFC 9110
// §8.3.1).
func sameType(want, got string) bool {
	wantType, wantParameters, wantErr := mime.ParseMediaType(want)
	gotType, gotParameters, gotErr := mime.ParseMediaType(got)
	return wantErr == nil && gotErr == nil && wantType == gotType &&
		maps.EqualFunc(wantParameters, gotParameters, strings.EqualFold)
}

// quoteOrNone makes a value printable: a host must not write to a terminal.
func quoteOrNone(header http.Header, name string) string {
	if len(header.Values(name)) == 0 {
		return "none"
	}
	return strconv.Quote(values(header, name))
}
