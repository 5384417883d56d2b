package e2e

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/json"
	"testing"

	gojose "github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// jwkPair returns a key for ES256 as go-jose writes it: alone, its public part, and a set of that.
func jwkPair(t testing.TB, id string) (private, public, set string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	k := gojose.JSONWebKey{Key: key, KeyID: id, Algorithm: "ES256", Use: "sig"}
	text := func(v any) string {
		b, err := json.Marshal(v)
		require.NoError(t, err)
		return string(b)
	}
	return text(k), text(k.Public()), text(gojose.JSONWebKeySet{Keys: []gojose.JSONWebKey{k.Public()}})
}

// enterPair chooses what signs, and enters a service as enterService does.
func (p *page) enterPair(what, published, public string) {
	p.t.Helper()
	p.click("label[for=what-" + what + "]")
	p.waitFor(`document.querySelector("#public").offsetParent !== null`)
	p.paste("#published", published)
	p.paste("#public", public)
	p.fill("#lifetime", "8")
	p.exec(`document.querySelector("#start").value = "2027-03-27T10:00"`)
}

// planPair makes a plan for new keys, and opens what there is of it.
func (p *page) planPair(url, what string) {
	p.t.Helper()
	p.openRotate(url)
	_, _, published := jwkPair(p.t, "old")
	_, public, _ := jwkPair(p.t, "fresh")
	p.enterPair(what, published, public)
	require.Contains(p.t, p.makePlan(), "The plan is ready")
	p.exec(`for (const part of document.querySelectorAll("#plan details")) part.open = true`)
}

func (p *page) keyIDs(selector string) (ids []string) {
	p.t.Helper()
	var set gojose.JSONWebKeySet
	require.NoError(p.t, json.Unmarshal([]byte(p.text(selector)), &set))
	for _, k := range set.Keys {
		assert.True(p.t, k.IsPublic())
		ids = append(ids, k.KeyID)
	}
	return ids
}

func TestTheRotationOfAPairIsPlannedWithItsKeySets(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	_, _, published := jwkPair(t, "old")
	_, public, _ := jwkPair(t, "fresh")
	p.enterPair("pair", published, public)
	for _, hidden := range []string{"#algorithm", "#previous", "#new", "#kind-at-once"} {
		assert.False(t, eval[bool](p, `Boolean(document.querySelector("`+hidden+`")?.offsetParent)`), hidden)
	}
	require.Equal(t, "The plan is ready: 3 deployments, 8 steps.", p.makePlan())
	assert.Equal(t, []string{"old", "fresh"}, p.keyIDs("#jwks-prepare"))
	assert.Equal(t, []string{"fresh"}, p.keyIDs("#jwks-finish"))
	steps := p.text("#steps")
	assert.Contains(t, steps, "Its key id is “fresh”")
	assert.Contains(t, steps, "Sat 27 March 2027, 12:00 (UTC+01:00)") // an hour to publish, and an hour in caches
	assert.Contains(t, steps, "Sat 27 March 2027, 21:02 (UTC+01:00)") // an hour to deploy, 8 hours of life and 2 minutes of skew
	p.unfold("deployment-prepare")
	name, content := p.download("#download-jwks-prepare")
	assert.Equal(t, "prepare.jwks.json", name)
	assert.Equal(t, p.text("#jwks-prepare"), string(content))

	p.reads("#cache", "2")
	p.waitFor(shown("#former"))
	require.Contains(t, p.makePlan(), "The plan is ready")
	assert.Contains(t, p.text("#steps"), "Sat 27 March 2027, 13:00 (UTC+01:00)")

	p.click("label[for=kind-leak]")
	p.waitFor(`document.querySelector("#steps") === null`)
	require.Equal(t, "The plan is ready: 1 deployment, 6 steps.", p.makePlan())
	assert.Equal(t, []string{"fresh"}, p.keyIDs("#jwks-finish"))
	assert.Empty(t, p.complaints())
}

func TestAPrivateKeyIsRefusedByThePlanForAPair(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	_, _, published := jwkPair(t, "old")
	private, _, _ := jwkPair(t, "fresh")
	p.enterPair("pair", published, private)
	assert.Contains(t, p.makePlan(), "No plan was made. This is a private key")
	assert.Equal(t, "public", eval[string](p, `document.activeElement.id`))
	assert.Equal(t, private, p.value("#public"))
	p.click("#clear")
	p.waitFor(`document.querySelector("#public").value === "" && document.querySelector("#published").value === ""`)
}

func TestTheWayFromASecretToAPairHasCodeForTheMixedTime(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	_, public, _ := jwkPair(t, "fresh")
	p.enterPair("shared", "", public)
	require.Equal(t, "The plan is ready: 3 deployments, 7 steps.", p.makePlan())
	assert.Equal(t, "2027-03-27T19:02:00Z", variables(t, p.text("#env-switch"))["JWT_SECRET_UNTIL"])
	assert.Equal(t, []string{"fresh"}, p.keyIDs("#jwks-prepare"))
	p.unfold("code")
	for id, mark := range map[string]string{"go": "WithExpirationRequired", "node": "importJWK", "python": "PyJWK"} {
		p.choose("#language", id)
		p.waitFor(`document.querySelector("#rotation-code").textContent.includes("` + mark + `")`)
	}
}
