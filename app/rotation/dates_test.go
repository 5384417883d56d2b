package rotation_test

import (
	"testing"
	"time"
	_ "time/tzdata" // the wasm run has no other

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
)

// A person begins the next rotation at the same time of the day, whatever the clocks
// have done in between.
func TestTheNextRotationBeginsAtTheSameTimeOfTheDay(t *testing.T) {
	for name, c := range map[string]struct {
		zone, start string
		days        int
		want        string // in local time
	}{
		"clocks go back the same night":        {"America/New_York", "2027-11-07 00:30", 90, "2028-02-05 00:30 -0500"},
		"clocks go forward":                    {"America/New_York", "2028-02-05 00:30", 90, "2028-05-05 00:30 -0400"},
		"and back again":                       {"America/New_York", "2027-03-01 09:00", 365, "2028-02-29 09:00 -0500"},
		"none change":                          {"Asia/Kolkata", "2027-11-07 00:30", 90, "2028-02-05 00:30 +0530"},
		"half an hour":                         {"Australia/Lord_Howe", "2027-09-01 23:45", 90, "2027-11-30 23:45 +1100"},
		"a day that begins at one":             {"America/Santiago", "2027-08-06 00:30", 30, "2027-09-05 01:30 -0300"}, // there is no 00:30
		"a time that the clocks leave out":     {"Europe/Berlin", "2027-02-26 02:30", 30, "2027-03-28 03:30 +0200"},
		"a time that comes twice":              {"Europe/Berlin", "2027-10-01 02:30", 30, "2027-10-31 02:30 +0200"},
		"the second time":                      {"Europe/Berlin", "2027-10-31 03:30", 30, "2027-11-30 03:30 +0100"},
		"an hour after the clocks are changed": {"America/New_York", "2027-08-09 02:15", 90, "2027-11-07 02:15 -0500"},
	} {
		t.Run(name, func(t *testing.T) {
			zone, err := time.LoadLocation(c.zone)
			require.NoError(t, err)
			begin, err := time.ParseInLocation("2006-01-02 15:04", c.start, zone)
			require.NoError(t, err)
			next := plan(t, func(r *rotation.Request) {
				r.Now, r.Start, r.Days, r.Local = begin, begin, c.days, func(t time.Time) time.Time { return t.In(zone) }
			}).Dates.Next
			assert.Equal(t, c.want, next.In(zone).Format("2006-01-02 15:04 -0700"))
			assert.Equal(t, time.UTC, next.Location())
		})
	}
}
