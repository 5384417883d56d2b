package ui

import (
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/token"
)

// mountedPaste shows the form after a text was pasted that holds these secrets.
func mountedPaste(t *testing.T, offers ...job.Offer) (r *rotate, act func(func())) {
	t.Helper()
	r = &rotate{}
	act = mounted(t, r)
	act(func() {
		p := &pasted{}
		r.pasted = map[field]*pasted{fieldPrevious: p}
		r.know(p, job.Pasted{Offers: offers, Remarks: []string{"The text ends with a line end."}})
	})
	return r, act
}

func ofEnv() job.Offer { return job.Offer{Text: []byte("hunter2"), How: "the value of JWT_SECRET"} }

func TestWhatIsInsideAPasteIsOfferedAndNotTaken(t *testing.T) {
	r, act := mountedPaste(t, ofEnv())
	html := drawn(r)
	for _, want := range []string{"Take the value of JWT_SECRET", "Keep the text as it stands", "The text ends with a line end."} {
		assert.Contains(t, html, want)
	}
	assert.NotContains(t, html, "hunter2")
	assert.Contains(t, r.status, "not the secret alone")
	act(func() { r.hear(&job.PlanReport{}, r.undecided(fieldPrevious)) })
	assert.Contains(t, r.problems[fieldPrevious], "not the secret alone")
	assert.Nil(t, r.plan)
}

func TestAnOfferThatIsTakenIsWipedAndAskedForNoMore(t *testing.T) {
	jwk := job.Offer{Text: []byte("aHVudGVyMg"), How: "the member k of the JWK", Encoding: "base64url"}
	r, act := mountedPaste(t, jwk)
	kept := r.pasted[fieldPrevious].found.Offers[0].Text
	act(func() { r.take(fieldPrevious, 0) })
	assert.Equal(t, token.Base64URL, r.reading)
	assert.Contains(t, r.status, "the member k of the JWK now: 10 bytes. It is read as base64url")
	assert.Equal(t, make([]byte, len(kept)), kept)
	assert.NotContains(t, drawn(r), "Take the member")
	assert.Empty(t, r.undecided(fieldPrevious))
	act(func() { r.take(fieldPrevious, 0) }) // it is gone
}

func TestTheTextMayBeKeptAsItStands(t *testing.T) {
	r, act := mountedPaste(t, ofEnv())
	act(func() { r.keep(fieldPrevious) })
	assert.NotContains(t, drawn(r), "Take the value")
	assert.Empty(t, r.undecided(fieldPrevious))
}

func TestEachSecretOfAPastedFileIsOffered(t *testing.T) {
	r, _ := mountedPaste(t, ofEnv(), job.Offer{Text: []byte("hunter3"), How: "the value of B_SECRET"})
	assert.Contains(t, drawn(r), `id="take-previous-0"`)
	assert.Contains(t, drawn(r), `id="take-previous-1"`)
}

func TestLeavingThePageWipesWhatWasOffered(t *testing.T) {
	r, act := mountedPaste(t, ofEnv())
	kept := r.pasted[fieldPrevious].found.Offers[0].Text
	require.Equal(t, "hunter2", string(kept))
	act(r.forget)
	assert.Equal(t, make([]byte, len(kept)), kept)
}

func TestANewSecretThatIsUnfitIsRefusedForAsLongAsItStandsThere(t *testing.T) {
	r := &rotate{}
	act := mounted(t, r)
	act(func() {
		p := &pasted{}
		r.pasted = map[field]*pasted{fieldNew: p}
		r.know(p, job.Pasted{Unfit: "Make another one."})
	})
	assert.Equal(t, "Make another one.", r.problems[fieldNew])
	assert.Contains(t, drawn(r), "Make another one.")
	act(func() { r.hear(&job.PlanReport{}, problems{}) })
	assert.Nil(t, r.plan)
	assert.Equal(t, "Make another one.", r.unfit())
	act(func() { r.onMakeSecret(r.ctx, app.Event{}) })
	assert.Empty(t, r.unfit())
	assert.NotContains(t, drawn(r), "Make another one.")
}
