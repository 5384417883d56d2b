package job

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
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

func TestGeneratedSecretsTravelAsTheyAre(t *testing.T) {
	request := Request{Generate: &secret.Request{Algorithm: secret.HS384, Size: 8, Format: secret.JWK, Count: 2000, TestOnly: true}}
	message, err := Encode(request)
	require.NoError(t, err)
	got, err := Decode[Request](message)
	require.NoError(t, err)
	assert.Equal(t, request, got)

	for _, texts := range []string{"\n\x00\xff{any bytes}\n\n", ""} {
		message, err = Encode(Event{Made: &Made{Count: 2, Texts: []byte(texts)}})
		require.NoError(t, err)
		assert.Equal(t, `{"Made":{"Count":2}}`+"\n"+texts, string(message))
		event, err := Decode[Event](message)
		require.NoError(t, err)
		assert.Equal(t, Made{Count: 2, Texts: []byte(texts)}, *event.Made)
	}
}

// What wipes the secrets wipes the message.
func TestGeneratedSecretsStayInTheMessage(t *testing.T) {
	message, err := Encode(Event{Made: &Made{Count: 1, Texts: []byte("secret")}})
	require.NoError(t, err)
	event, err := Decode[Event](message)
	require.NoError(t, err)
	clear(event.Made.Texts)
	assert.NotContains(t, string(message), "secret")
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
