package main

import (
	"bytes"
	"strconv"

	"jwtsecret/app/job"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// verify answers which reading of a secret signed a token.
func verify(v *job.Verify, send func(job.Event)) {
	defer clear(v.Token)
	defer clear(v.Secret)
	send(job.Event{Verified: verification(bytes.TrimSpace(v.Token), v.Secret)})
}

func verification(pasted, key []byte) string {
	switch {
	case len(pasted) == 0:
		return "Paste a token first."
	case len(key) == 0:
		return "Paste the token's secret, or generate one first."
	}
	t, err := token.Parse(pasted)
	if err != nil {
		return "This is not a token that can be read: " + err.Error() + "."
	}
	a, err := t.Algorithm()
	if err != nil {
		return "This token is not signed with HS256, HS384 or HS512, so no secret can have signed it."
	}
	match, ok := token.Match(t, key)
	if !ok {
		return "No reading of this secret signed the token with " + a.String() + ". Another secret did, or the token was changed."
	}
	defer clear(match.Key)
	size := strconv.Itoa(len(match.Key)) + " bytes"
	if len(match.Key) == 1 {
		size = "1 byte"
	}
	return "Signed with this secret, read as " + match.Encoding.String() + ": " + size + ", " + a.String() + "." + belowRule(a, len(match.Key))
}

func belowRule(a secret.Algorithm, size int) string {
	if size >= a.MinSize() {
		return ""
	}
	return " That is less than the " + strconv.Itoa(a.MinSize()) + " bytes that RFC 7518, section 3.2, demands."
}
