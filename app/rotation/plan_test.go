package rotation_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/rotation"
)

func TestANewKeyIDIsTheChosenOne(t *testing.T) {
	r := request()
	r.KeyID = "winter"
	assert.Equal(t, "winter", plan(t, func(r *rotation.Request) { r.KeyID = "winter" }).KeyID())
	for _, bad := range []string{"a b", "../x", "winter"} {
		r.KeyID, r.PreviousKeyID = bad, "winter"
		assert.ErrorIs(t, r.Validate(), rotation.ErrNewKeyID, bad)
	}
}
