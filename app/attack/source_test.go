package attack

import (
	"encoding/base64"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

// What is tried against tokens and what is said of secrets must agree. Each wrapped
// text that the audit calls unusable is a candidate, and thus tried in all readings.
func TestTheAttackTriesWhatTheAuditCallsUnusable(t *testing.T) {
	around := func(before, after string) func(string) string {
		return func(text string) string { return before + text + after }
	}
	type wrapping struct {
		name string
		wrap func(string) string
	}
	edges := []wrapping{
		{"nothing", around("", "")},
		{"a line end", around("", "\n")}, {"CRLF", around("", "\r\n")}, {"CR", around("", "\r")},
		{"a space behind", around("", " ")}, {"a space before", around(" ", "")}, {"spaces", around(" ", " ")}, {"a tab", around("", "\t")},
		{"quotes", around(`"`, `"`)}, {"single quotes", around("'", "'")}, {"backquotes", around("`", "`")}, {"typographic quotes", around("“", "”")},
		{"quotes and a line end", around(`"`, "\"\n")}, {"a semicolon", around("", ";")}, {"a byte-order mark", around("\ufeff", "")},
	}
	encodings := []wrapping{
		{"as it stands", around("", "")},
		{"base64", func(text string) string { return base64.StdEncoding.EncodeToString([]byte(text)) }},
		{"base64url", func(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }},
		{"hexadecimal", func(text string) string { return hex.EncodeToString([]byte(text)) }},
	}
	wanted := map[string]string{}
	for _, d := range []string{"", "undefined", "null", "None", "[object Object]", "secret", "your-256-bit-secret", "changeme", "password", "dragon"} {
		for _, edge := range edges {
			for _, encoding := range encodings {
				text := encoding.wrap(edge.wrap(d))
				if strength.Audit([]byte(text), secret.HS256, strength.Context{}).Verdict == strength.Unusable {
					wanted[text] = d + " with " + edge.name + ", " + encoding.name
				}
			}
		}
	}
	assert.Greater(t, len(wanted), 200)
	tried := 0
	for _, source := range Sources(signedWith(t, secret.HS256, nil), nil, 0, 1) {
		for _, candidate := range source.Candidates {
			delete(wanted, string(candidate))
			if tried++; len(wanted) == 0 || tried == 1_000_000 { // a second of one thread
				break
			}
		}
	}
	assert.Empty(t, wanted)
}
