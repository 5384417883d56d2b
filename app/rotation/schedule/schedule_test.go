package schedule_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/rotation"
	"jwtsecret/app/rotation/schedule"
)

func TestPresetsAreInOrderAndSayWhatTheyRestOn(t *testing.T) {
	var days []int
	for _, p := range schedule.Presets() {
		days = append(days, p.Days)
		assert.NotEmpty(t, p.Basis)
		assert.NotEmpty(t, p.Source)
		assert.True(t, p.Days >= rotation.MinDays && p.Days <= rotation.MaxDays)
	}
	assert.Equal(t, []int{30, 90, 180, 365}, days)
	assert.Contains(t, days, schedule.DefaultDays)
}
