package rotation_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func TestAPlanKnowsWhetherItIsForARequest(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*rotation.Request)
		want   bool
	}{
		"the same":                           {func(*rotation.Request) {}, true},
		"made later":                         {func(r *rotation.Request) { r.Now = start.Add(48 * time.Hour) }, true},
		"the start in another zone":          {func(r *rotation.Request) { r.Start = start.In(time.FixedZone("", 3600)) }, true},
		"kind":                               {kind(rotation.AtOnce), false},
		"leak":                               {kind(rotation.Leak), false},
		"algorithm":                          {func(r *rotation.Request) { r.Algorithm = secret.HS384 }, false},
		"reading":                            {func(r *rotation.Request) { r.Reading = token.Base64URL }, false},
		"new":                                {func(r *rotation.Request) { r.New = append(r.New, 'x') }, false},
		"no new":                             {func(r *rotation.Request) { r.New = nil }, false},
		"previous":                           {func(r *rotation.Request) { r.Previous = r.Previous[1:] }, false},
		"a key id":                           {func(r *rotation.Request) { r.PreviousKeyID = "spring" }, false},
		"the new key id":                     {func(r *rotation.Request) { r.KeyID = "winter" }, false},
		"name":                               {func(r *rotation.Request) { r.Name = "OTHER" }, false},
		"start":                              {func(r *rotation.Request) { r.Start = start.Add(time.Minute) }, false},
		"no start":                           {func(r *rotation.Request) { r.Start = time.Time{} }, false},
		"lifetime":                           {func(r *rotation.Request) { r.Lifetime++ }, false},
		"lifetime that is none":              {func(r *rotation.Request) { r.Lifetime = -1 }, false},
		"as much skew more as less lifetime": {func(r *rotation.Request) { r.Lifetime -= time.Minute; r.Skew += time.Minute }, false},
		"rollout":                            {func(r *rotation.Request) { r.Rollout *= 2 }, false},
		"days":                               {func(r *rotation.Request) { r.Days++ }, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := request()
			c.change(&r)
			assert.Equal(t, c.want, plan(t, nil).IsFor(r))
		})
	}
	named := func(r *rotation.Request) { r.PreviousKeyID = "spring" }
	r := request()
	assert.False(t, plan(t, named).IsFor(r))
	named(&r)
	assert.True(t, plan(t, named).IsFor(r))
	chosen := func(r *rotation.Request) { r.KeyID = "winter" }
	r = request()
	assert.False(t, plan(t, chosen).IsFor(r))
	chosen(&r)
	assert.True(t, plan(t, chosen).IsFor(r))
	assert.Equal(t, "winter", plan(t, chosen).KeyID())
	for _, bad := range []string{"a b", "../x", "winter"} {
		r.KeyID, r.PreviousKeyID = bad, "winter"
		assert.ErrorIs(t, r.Validate(), rotation.ErrNewKeyID, bad)
	}
	p := plan(t, nil)
	p.Wipe()
	assert.False(t, p.IsFor(request()))
	r = request()
	r.Kind, r.Previous = rotation.Leak, nil
	assert.True(t, plan(t, kind(rotation.Leak)).IsFor(r), "after a leak it does not depend on the previous secret")
}
