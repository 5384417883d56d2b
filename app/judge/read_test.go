package judge

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

func TestWhatMayBeTakenOfAPasteIsOffered(t *testing.T) {
	for text, want := range map[string][]job.Offer{
		"hunter2":                              nil,
		"hunter2\n":                            nil,
		"JWT_SECRET=hunter2":                   {{Text: []byte("hunter2"), How: "the value of JWT_SECRET"}},
		`"hunter2"`:                            {{Text: []byte("hunter2"), How: "the text, without quotes"}},
		`{"kty":"oct","k":"aHVudGVyMg"}`:       {{Text: []byte("aHVudGVyMg"), How: "the member k of the JWK", Encoding: "base64url"}},
		"base64:aHVudGVyMg==":                  {{Text: []byte("aHVudGVyMg=="), How: "the text, base64 after the prefix base64:", Encoding: "base64"}},
		"A_SECRET=hunter2\nB_SECRET=hunter3\n": {{Text: []byte("hunter2"), How: "the value of A_SECRET"}, {Text: []byte("hunter3"), How: "the value of B_SECRET"}},
	} {
		t.Run(text, func(t *testing.T) {
			e := last(t, ask(t, job.Request{Read: &job.Read{Text: []byte(text)}}, nil))
			require.NotNil(t, e.Pasted)
			assert.Equal(t, want, e.Pasted.Offers)
		})
	}
}

func TestAWorthlessNewSecretIsRefused(t *testing.T) {
	const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.nL0tq2Zt4wqQkIdlpJsB1mP2c8TqE3yYhVbFgXo7RzA"
	for text, want := range map[string]struct{ unfit, remark string }{
		strings.Repeat("A", 40):                      {"The audit says “Guessable”. This is one short piece repeated.", ""},
		"changeme":                                   {"The audit says “Unusable”. This secret is in public documentation.", ""},
		"a-string-secret-at-least-256-bits-long":     {"The audit says “Unusable”.", ""},
		"correct-horse-battery-staple-correct-horse": {"The audit says “", ""},
		jwt:                                    {"This is a token, not a secret.", ""},
		"3f0e9c1e-7d3b-4c56-9a11-0c2f7f6c8d21": {"", "This is a UUID"},
		"nL0tq2Zt4wqQkIdlpJsB1mP2c8TqE3yYhVbFgXo7RzA": {"", ""},
		"JWT_SECRET=changeme":                         {"", ""}, // offered, and judged once it is chosen
	} {
		t.Run(text, func(t *testing.T) {
			found := last(t, ask(t, job.Request{Read: &job.Read{Text: []byte(text), New: true}}, nil)).Pasted
			require.NotNil(t, found)
			if want.unfit == "" {
				assert.True(t, found.Unfit == "" || len(found.Offers) > 0, found.Unfit)
			} else {
				assert.Contains(t, found.Unfit, want.unfit)
				assert.Contains(t, found.Unfit, "Make a new secret instead.")
			}
			assert.Contains(t, strings.Join(found.Remarks, " "), want.remark)
		})
	}
	old := last(t, ask(t, job.Request{Read: &job.Read{Text: []byte("changeme")}}, nil)).Pasted
	assert.Empty(t, old.Unfit, "the secret in use until now may be any")
}
