package ui

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/job"
)

func TestAPairIsAskedForWithNothingOfASecret(t *testing.T) {
	r := &rotate{}
	act := mounted(t, r)
	act(func() { r.what = whatPair })
	request := r.request().Plan
	assert.Equal(t, "pair", request.What)
	assert.Empty(t, request.Algorithm+request.Reading)
	assert.Empty(t, r.secrets(), "no field of a secret is looked at")
	html := drawn(r)
	assert.NotContains(t, html, `id="kind-at-once"`)
	assert.Contains(t, html, "The private key leaked")
	assert.Contains(t, html, "Replace a key pair without logging anyone out")
	act(func() { r.what = whatShared })
	assert.Contains(t, drawn(r), "Stop sharing one secret")
	assert.Equal(t, "HS256", r.request().Plan.Algorithm)
}

func TestAPlanWithoutCodeShowsNone(t *testing.T) {
	r := &rotate{}
	act := mounted(t, r)
	act(func() {
		r.what = whatPair
		r.note()
		r.hear(&job.PlanReport{Sentence: "Ready.", Keep: "Store its files."}, problems{})
	})
	html := drawn(r)
	assert.NotContains(t, html, `id="rotation-code"`)
	assert.Contains(t, html, "it forgets the plan. Store its files.")
	assert.Contains(t, html, "<li>A key pair</li>")
}

func TestASecretThatIsUnfitIsNothingToAPair(t *testing.T) {
	r := &rotate{}
	act := mounted(t, r)
	act(func() {
		p := &pasted{}
		r.pasted = map[field]*pasted{fieldNew: p}
		r.know(p, job.Pasted{Unfit: "Make another one."})
		r.what = whatPair
		r.note()
		r.hear(&job.PlanReport{Sentence: "Ready."}, problems{})
	})
	assert.NotNil(t, r.plan)
}
