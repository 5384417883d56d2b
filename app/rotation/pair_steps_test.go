package rotation_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"testing"
	"time"

	gojose "github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
)

// Each step says how to go back, as far as that is possible, and what it asks to be tried
// can fail: a token that has expired is refused whatever its key.
func TestTheStepsOfAPairHoldAtThreeInTheMorning(t *testing.T) {
	for name, c := range map[string]struct {
		shared bool
		kind   rotation.Kind
		says   map[string]string
	}{
		"pair": {false, rotation.Rolling, map[string]string{
			"kid": "must have “kid” old", "publish": "taking this back is safe", "switch": "never taken back", "check": "there is no way back", "withdraw": "first set again is safe", "gone": "Each has expired",
		}},
		"pair, leak":   {false, rotation.Leak, map[string]string{"flush": "CDN or proxy", "gone": "Sign a new token"}},
		"shared":       {true, rotation.Rolling, map[string]string{"prepare": "back is safe", "switch": "never roll a verifier back", "delete": "sign a new token"}},
		"shared, leak": {true, rotation.Leak, map[string]string{"delete": "Sign a new token"}},
	} {
		r := pairRequest(newPairs(t))
		if c.shared {
			shared(&r)
		}
		r.Kind = c.kind
		for _, s := range pairPlan(t, r).Checklist() {
			assert.Contains(t, s.Detail, c.says[s.ID], name)
			assert.NotContains(t, s.Detail, "Try a token", name)
			delete(c.says, s.ID)
		}
		assert.Empty(t, c.says, name)
	}
}

// That is why a plan begins with the key id of the tokens of today: jose takes one without
// it by a set of one key, and refuses it by that of the overlap.
func TestATokenWithoutAKeyIDIsRefusedWhereASetHasTwoKeys(t *testing.T) {
	t.Parallel()
	p := newPairs(t)
	r := pairRequest(p)
	r.Published = written(t, gojose.JSONWebKeySet{Keys: []gojose.JSONWebKey{jwk(&p.old.PublicKey, "")}})
	plan := pairPlan(t, r)
	both, err := plan.JWKS(rotation.Prepare)
	require.NoError(t, err)
	token, err := jwt.NewWithClaims(jwt.SigningMethodES256, jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}).SignedString(p.old)
	require.NoError(t, err)
	dir := jose(t)
	verifier := exec.Command(program(t, "node"), write(t, dir, "two-keys.mjs", testdata(t, "two-keys.mjs")))
	verifier.Stdin = bytes.NewReader(written(t, map[string]any{"token": token, "sets": []json.RawMessage{r.Published, both}}))
	assert.Equal(t, "[true,false]", string(run(t, verifier)))
	assert.Equal(t, "kid", plan.Checklist()[1].ID)
	assert.Contains(t, plan.Checklist()[1].Detail, "First serve the key with a “kid”")
}
