package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

// ask sends a request and returns all events.
func ask(t *testing.T, request []byte) []job.Event {
	t.Helper()
	var posted [][]byte
	var events []job.Event
	answer(request, func(message []byte) {
		e, err := job.Decode[job.Event](bytes.Clone(message))
		require.NoError(t, err)
		events, posted = append(events, e), append(posted, message)
	})
	for _, message := range posted {
		assert.Equal(t, make([]byte, len(message)), message, "what was posted is overwritten")
	}
	return events
}

func asked(t *testing.T, r secret.Request) []byte {
	t.Helper()
	request, err := job.Encode(job.Request{Generate: &r})
	require.NoError(t, err)
	return request
}

func TestSecretsComeInStepsAndAreAllDifferent(t *testing.T) {
	for _, format := range secret.Formats() {
		r := secret.Request{Algorithm: secret.HS512, Size: 64, Format: format, Count: 1201}
		var counts []int
		seen := map[string]bool{}
		for _, e := range ask(t, asked(t, r)) {
			require.NotNil(t, e.Made)
			counts = append(counts, e.Made.Count)
			part := r
			part.Count = e.Made.Count
			secrets, err := secret.Restore(part, e.Made.Texts)
			require.NoError(t, err)
			for i := range secrets {
				key, err := secret.Decode(format, secrets[i].Text())
				require.NoError(t, err)
				if format != secret.Alphanumeric { // whose text is the key
					assert.Len(t, key, 64)
				}
				seen[string(key)] = true
			}
		}
		assert.Equal(t, []int{500, 500, 201}, counts)
		assert.Len(t, seen, 1201, format)
	}
}

func TestWhatCannotBeMadeGetsASentenceAndNoSecret(t *testing.T) {
	for name, request := range map[string][]byte{
		"too many":        asked(t, secret.Request{Algorithm: secret.HS256, Size: 32, Count: 10_001}),
		"too small":       asked(t, secret.Request{Algorithm: secret.HS256, Size: 31, Count: 1}),
		"none":            asked(t, secret.Request{Algorithm: secret.HS256, Size: 32}),
		"another request": []byte(`{"Audit":{"Text":"AA=="}}`),
		"no request":      []byte("{"),
	} {
		events := ask(t, request)
		require.Len(t, events, 1, name)
		assert.Contains(t, events[0].Failed, "cannot be made", name)
		assert.Nil(t, events[0].Made, name)
	}
}
