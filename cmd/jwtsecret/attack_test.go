package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

// heard is a race of two auditors that have told this.
func heard(all ...told) *race {
	r := &race{ended: make([]bool, 2), progress: make([]job.Progress, 2)}
	for _, t := range all {
		r.hear(t)
	}
	return r
}

func TestTheLikeliestSecretIsTheOutcomeWhicheverAuditorIsFaster(t *testing.T) {
	hit := func(by, place int) told { return told{by, job.Event{Hit: &job.Hit{Place: place}}} }
	at := func(by, place int) told { return told{by, job.Event{Progress: &job.Progress{Place: place}}} }
	missed := func(by int) told { return told{by, job.Event{Missed: &job.Progress{Tried: 7, Place: 14}}} }
	for name, c := range map[string]struct {
		race  *race
		over  bool
		place int
	}{
		"nothing yet":                       {heard(at(0, 100)), false, 0},
		"the other one is behind":           {heard(hit(0, 50), at(1, 49)), false, 50},
		"the other one has come as far":     {heard(hit(0, 50), at(1, 51)), true, 50},
		"the other one has tried all":       {heard(hit(0, 50), missed(1)), true, 50},
		"the later one is likelier":         {heard(hit(0, 50), hit(1, 49)), true, 49},
		"the later one is less likely":      {heard(hit(0, 49), hit(1, 50)), true, 49},
		"one has missed, the other is busy": {heard(missed(0), at(1, 1000)), false, 0},
		"both have missed":                  {heard(missed(0), missed(1)), true, 0},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.over, c.race.over())
			if c.place == 0 {
				assert.Nil(t, c.race.hit)
				return
			}
			require.NotNil(t, c.race.hit)
			assert.Equal(t, c.place, c.race.hit.Place)
		})
	}
	assert.Equal(t, 14, heard(missed(0), missed(1)).tried())
}
