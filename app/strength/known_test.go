package strength_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/paste"
	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

func TestThreeHundredDefaultsAreKnownEachOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range strength.Defaults() {
		assert.False(t, seen[d.Secret], "%q stands twice", d.Secret)
		assert.NotEmpty(t, d.Group)
		seen[d.Secret] = true
		r := audit(d.Secret, secret.HS256)
		assert.Equal(t, strength.Unusable, r.Verdict, "%q", d.Secret)
		assert.Equal(t, strength.KnownDefault, r.Findings[0].Code, "%q", d.Secret)
	}
	assert.GreaterOrEqual(t, len(seen), 300)
}

func TestAListKeepsSpacesAndForgivesThemAndCRLF(t *testing.T) {
	long := strings.Repeat("long", 100_000)
	list := "one\r\n two \n\r\n\none\n" + long + "\nlast"
	find := func(text string) *strength.List {
		found, _, err := strength.FindLine(strings.NewReader(list), strength.ListKeys(paste.Read([]byte(text))))
		require.NoError(t, err)
		return found
	}
	for _, in := range []string{"one", "one\r", " two ", "two", long, "last"} {
		assert.NotNil(t, find(in), "%.5q", in)
	}
	for _, out := range []string{"", "las"} {
		assert.Nil(t, find(out), "%q", out)
	}
	found := find(" two ")
	found.Name = "mine"
	r := strength.Audit([]byte(" two "), secret.HS256, strength.Context{Lists: []*strength.List{found}})
	assert.Equal(t, strength.KnownListed, r.Findings[0].Code)
	assert.Equal(t, "mine", r.Findings[0].Evidence)
	for _, f := range strength.Audit([]byte("two"), secret.HS256, strength.Context{Lists: []*strength.List{found}}).Findings {
		assert.NotEqual(t, strength.KnownListed, f.Code, "the list holds another secret")
	}
}
