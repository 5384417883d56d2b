package judge

import (
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
