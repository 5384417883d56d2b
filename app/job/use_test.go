package job

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

func TestAQuestionAboutUseArrivesAsItWasSent(t *testing.T) {
	for name, request := range map[string]Request{
		"use": {Use: &Use{
			Form: secret.Request{Algorithm: secret.HS512, Format: secret.HexLower, Count: 1}, Name: "NO NAME", Target: "dotenv", Library: "go", Claims: "{",
			Held: &Held{Request: secret.Request{Algorithm: secret.HS384, Size: 48, Count: 1}, Text: []byte("the secret"), KeyID: "id"},
		}},
		"no secret": {Use: &Use{Name: "KEY"}},
		"verify":    {Verify: &Verify{Token: []byte("a.b.c\xff"), Secret: []byte("\xff\x00")}},
	} {
		message, err := Encode(request)
		require.NoError(t, err)
		got, err := Decode[Request](message)
		require.NoError(t, err)
		assert.Equal(t, request, got, name)
	}
}

func TestTheTextsForUseFollowAsTheyAre(t *testing.T) {
	used := Used{
		Target:  &Written{ID: "dotenv", Size: 6},
		Samples: []Sample{{Encoding: "UTF-8", Size: 5}, {Encoding: "hex", Size: 3}},
		Snippet: Snippet{Spans: []Span{{Class: "keyword", Text: "if"}, {Text: " x\n"}}},
		Texts:   []byte("K=\xff\n\n\na.b.cd.e"),
	}
	message, err := Encode(Event{Used: &used})
	require.NoError(t, err)
	event, err := Decode[Event](message)
	require.NoError(t, err)
	assert.Equal(t, used, *event.Used)

	target, tokens, ok := event.Used.Split()
	assert.True(t, ok)
	assert.Equal(t, "K=\xff\n\n\n", string(target))
	assert.Equal(t, [][]byte{[]byte("a.b.c"), []byte("d.e")}, tokens)

	clear(event.Used.Texts) // what wipes the texts wipes the message
	assert.NotContains(t, string(message), "a.b.c")
}

func TestTextsForUseThatWereCutShortAreNotWhole(t *testing.T) {
	for name, u := range map[string]Used{
		"target":          {Target: &Written{Size: 5}, Texts: []byte("K=12")},
		"token":           {Target: &Written{Size: 3}, Samples: []Sample{{Size: 2}}, Texts: []byte("K=12")},
		"negative target": {Target: &Written{Size: -1}, Texts: []byte("K=12")},
		"negative token":  {Samples: []Sample{{Size: -1}, {Size: 1}}, Texts: []byte("K=12")},
	} {
		_, _, ok := u.Split()
		assert.False(t, ok, name)
	}
	_, _, ok := (&Used{}).Split()
	assert.True(t, ok, "no secret, no text")
}
