package job

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAMessageArrivesAsItWasSent(t *testing.T) {
	request := Request{Attack: &Attack{Token: []byte("a.b.c"), Share: 1, Shares: 2}}
	message, err := Encode(request)
	require.NoError(t, err)
	got, err := Decode[Request](message)
	require.NoError(t, err)
	assert.Equal(t, request, got)

	event := Event{Hit: &Hit{Secret: []byte("\x00\xff any bytes"), Reading: "hex", Source: "common words", Tried: 7}}
	message, err = Encode(event)
	require.NoError(t, err)
	back, err := Decode[Event](message)
	require.NoError(t, err)
	assert.Equal(t, event, back)
}

// JSON takes no bytes but UTF-8, so what may be any bytes travels in base64.
func TestAMessageHoldsOnlyWhatIsSet(t *testing.T) {
	message, err := Encode(Request{Audit: &Audit{Text: []byte("secret")}})
	require.NoError(t, err)
	assert.JSONEq(t, `{"Audit":{"Text":"c2VjcmV0"}}`, string(message)) // RFC 4648 §4
}

func TestWhatIsNoMessageIsAnError(t *testing.T) {
	for _, text := range []string{"", "{", `{"Audit":7}`, `{"Attack":{"Shares":"2"}}`} {
		_, err := Decode[Request]([]byte(text))
		assert.Error(t, err, text)
	}
}
