package job

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func TestARotationArrivesAsItWasSent(t *testing.T) {
	request := Request{Rotate: &Rotate{
		Kind: "rolling", Algorithm: secret.HS384, Reading: token.Base64, New: []byte("\xff new"), Previous: []byte("previous"),
		Name: "KEY", Start: time.Unix(1800000000, 0).UTC(), Lifetime: 3600, Skew: -1, Days: 90,
	}}
	message, err := Encode(request)
	require.NoError(t, err)
	got, err := Decode[Request](message)
	require.NoError(t, err)
	assert.Equal(t, request, got)
}

func TestThePlansTextsFollowAsTheyAre(t *testing.T) {
	plan := Plan{
		KeyID:       "id",
		Deployments: []Deployment{{ID: "switch", Env: 4, KeySet: 2}, {ID: "finish", EnvNote: "No.", KeySet: 3}},
		Texts:       []byte("K=1\n{}[\xff]"),
	}
	message, err := Encode(Event{Plan: &plan})
	require.NoError(t, err)
	event, err := Decode[Event](message)
	require.NoError(t, err)
	assert.Equal(t, plan, *event.Plan)

	env, keySet := event.Plan.Deployed(0)
	assert.Equal(t, []string{"K=1\n", "{}"}, []string{string(env), string(keySet)})
	env, keySet = event.Plan.Deployed(1)
	assert.Equal(t, []string{"", "[\xff]"}, []string{string(env), string(keySet)})

	clear(event.Plan.Texts) // what wipes the texts wipes the message
	assert.NotContains(t, string(message), "K=1")
}

func TestAPlanThatWasCutShortHasNoTexts(t *testing.T) {
	for name, p := range map[string]*Plan{
		"short":    {Deployments: []Deployment{{Env: 4, KeySet: 2}}, Texts: []byte("K=1\n{")},
		"negative": {Deployments: []Deployment{{Env: -1, KeySet: 2}}, Texts: []byte("K=1\n{")},
		"absent":   {Texts: []byte("K=1\n")},
	} {
		env, keySet := p.Deployed(0)
		assert.Nil(t, env, name)
		assert.Nil(t, keySet, name)
	}
}
