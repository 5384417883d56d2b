package strength_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

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

func TestListKeepsSpacesAndForgivesCRLF(t *testing.T) {
	long := strings.Repeat("long", 100_000)
	list, err := strength.NewList("mine", strings.NewReader("one\r\n two \n\r\n\none\n"+long+"\nlast"))
	require.NoError(t, err)
	assert.Equal(t, 4, list.Size())
	for _, in := range []string{"one", " two ", long, "last"} {
		assert.True(t, list.Contains([]byte(in)))
	}
	for _, out := range []string{"", "two", "one\r", "las"} {
		assert.False(t, list.Contains([]byte(out)), "%q", out)
	}
	r := strength.Audit([]byte(" two "), secret.HS256, strength.Context{Lists: []*strength.List{list}})
	assert.Equal(t, strength.KnownListed, r.Findings[0].Code)
	assert.Equal(t, "mine", r.Findings[0].Evidence)
}

func TestListReportsTheErrorOfItsReader(t *testing.T) {
	broken := errors.New("broken")
	_, err := strength.NewList("mine", iotest.ErrReader(broken))
	assert.ErrorIs(t, err, broken)
}
