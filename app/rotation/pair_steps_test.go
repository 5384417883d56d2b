package rotation_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

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
			"publish": "taking this back is safe", "switch": "never taken back", "check": "there is no way back", "withdraw": "first set again is safe", "gone": "Each has expired",
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
