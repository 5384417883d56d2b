package server

import (
	"net/http"
	"strings"
)

// precondition decides what the entity tags in a request's conditions leave to
// do, in the order of RFC 9110 §13.2.2: 412 when If-Match names another state,
// 304 when If-None-Match names this one, otherwise 200.
func precondition(r *http.Request, etag string) (status int) {
	if lines := r.Header["If-Match"]; len(lines) > 0 && !names(lines, etag, false) {
		return http.StatusPreconditionFailed
	}
	if names(r.Header["If-None-Match"], etag, true) {
		return http.StatusNotModified
	}
	return http.StatusOK
}

// names reports whether the lines of If-Match or If-None-Match hold "*" or etag.
// With weak, W/"x" is as good as "x"; without, it names nothing (RFC 9110
// §8.8.3.2). What follows a malformed tag on its line is not read.
func names(lines []string, etag string, weak bool) bool {
	for _, line := range lines {
		if trimSpace(line) == "*" {
			return true
		}
		for {
			line = strings.TrimLeft(line, " \t,")
			rest, isWeak := strings.CutPrefix(line, "W/")
			tag, after, ok := cutTag(rest)
			if !ok {
				break
			}
			if tag == etag && (weak || !isWeak) {
				return true
			}
			line = after
		}
	}
	return false
}

// cutTag splits s after the quoted tag that it begins with. Splitting lists at
// commas would not do: a tag may contain them.
func cutTag(s string) (tag, after string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", "", false
	}
	end := strings.IndexByte(s[1:], '"')
	if end < 0 {
		return "", "", false
	}
	return s[:end+2], s[end+2:], true
}
