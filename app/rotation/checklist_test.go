package rotation_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/rotation"
)

func steps(p *rotation.Plan) (ids []string, byID map[string]rotation.Step) {
	byID = map[string]rotation.Step{}
	for _, s := range p.Checklist() {
		ids = append(ids, s.ID)
		byID[s.ID] = s
	}
	return ids, byID
}

func TestChecklistOfEachKind(t *testing.T) {
	for k, want := range map[rotation.Kind]string{
		rotation.Rolling: "store prepare switch check finish delete next",
		rotation.AtOnce:  "store switch check finish delete next",
		rotation.Leak:    "replace revoke search delete next",
	} {
		p := plan(t, kind(k))
		ids, byID := steps(p)
		assert.Equal(t, want, strings.Join(ids, " "))
		assert.Len(t, byID, len(ids), "each id once")
		var deployed []rotation.Stage
		var before time.Time
		for _, s := range p.Checklist() {
			assert.NotEmpty(t, s.Title)
			assert.True(t, strings.HasSuffix(s.Detail, "."), s.Detail)
			if s.Stage != 0 {
				deployed = append(deployed, s.Stage)
			}
			if !s.At.IsZero() {
				assert.False(t, s.At.Before(before), s.ID)
				before = s.At
			}
		}
		assert.Equal(t, p.Stages(), deployed)
	}
}

func TestChecklistHasTheDatesOfThePlan(t *testing.T) {
	p := plan(t, nil)
	_, byID := steps(p)
	for id, want := range map[string]time.Time{
		"store": {}, "prepare": p.Dates.Start, "switch": p.Dates.SignNew, "check": p.Dates.LastOld,
		"finish": p.Dates.StopOld, "delete": p.Dates.Delete, "next": p.Dates.Next,
	} {
		assert.Equal(t, want, byID[id].At, id)
	}
	_, byID = steps(plan(t, kind(rotation.AtOnce)))
	assert.Equal(t, start, byID["switch"].At)
	_, byID = steps(plan(t, kind(rotation.Leak)))
	assert.Equal(t, start, byID["replace"].At)
}

func TestChecklistSaysWhatAPersonMustKnow(t *testing.T) {
	p := plan(t, nil)
	_, rolling := steps(p)
	assert.Contains(t, rolling["switch"].Detail, "no instance from before deployment 1 is left")
	assert.Contains(t, rolling["check"].Detail, "JWT_SECRET_PREVIOUS_UNTIL")
	assert.Contains(t, rolling["next"].Detail, p.KeyID())
	_, leak := steps(plan(t, kind(rotation.Leak)))
	assert.Contains(t, leak["replace"].Detail, "Everyone is logged out, on purpose")
}

func TestAShortPreviousSecretRaisesTheQuestionOfALeak(t *testing.T) {
	ids, byID := steps(plan(t, func(r *rotation.Request) { r.Previous = []byte("secret") }))
	assert.Equal(t, "weak", ids[1])
	assert.Contains(t, byID["weak"].Detail, "plan for a leak")
}

func TestNothingThatAPersonReadsHoldsASecret(t *testing.T) {
	for _, k := range rotation.Kinds() {
		p := plan(t, kind(k))
		var read strings.Builder
		for _, s := range p.Checklist() {
			read.WriteString(s.ID + s.Title + s.Detail)
		}
		read.WriteString(strings.ReplaceAll(string(p.Calendar(start)), "\r\n ", ""))
		for _, l := range rotation.Languages() {
			code, err := p.Code(l.ID)
			assert.NoError(t, err)
			read.WriteString(code)
		}
		assert.NotContains(t, read.String(), fresh)
		assert.NotContains(t, read.String(), previous)
	}
}
