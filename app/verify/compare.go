package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// compare tells in what an answer is not the one expected. Another status is the
// whole story: an error page has neither the bytes nor the headers.
func (e expectation) compare(got answer, differs func(what, want, got string)) {
	if !slices.Contains(e.statuses, got.status) {
		differs("status", strconv.Itoa(e.statuses[0]), describeStatus(got))
		return
	}
	if sum := got.sum(e.file.Size); sum != e.file.SHA256 {
		differs("sha256", e.file.SHA256, sum)
	}
	compareHeaders(e, got, differs)
}

func describeStatus(got answer) string {
	text := strconv.Itoa(got.status)
	if to := got.header.Get("Location"); to != "" {
		text += fmt.Sprintf(" (a redirect to %q)", to)
	}
	return text
}

// sum returns the lower-case hexadecimal SHA-256 of the body or, where there is
// no whole body, why.
func (a answer) sum(size int) string {
	switch {
	case a.broken != nil:
		return fmt.Sprintf("a body that cannot be read (%v)", a.broken)
	case len(a.body) > size:
		return fmt.Sprintf("more than %d bytes", size)
	}
	sum := sha256.Sum256(a.body)
	return hex.EncodeToString(sum[:])
}

// values returns what arrived under a header's name as one value: several lines
// mean the same as one with commas (RFC 9110 §5.3).
func values(header http.Header, name string) string {
	return strings.Join(header.Values(name), ", ")
}
