package guide

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
)

const (
	aMinute = 60
	anHour  = 60 * aMinute
	aDay    = 24 * anHour
)

func TestARotationCutsTheTokensShortThatOutliveTheOldSecret(t *testing.T) {
	for _, c := range []struct {
		why                   string
		life, deploy, removed int
		needed, lost          int
		all                   bool
	}{
		// The last old token is signed 10 minutes after the switch, lives an hour and is
		// accepted 2 minutes longer: 10 + 60 + 2 = 72 minutes. After 60, one is refused that
		// was signed after 60 − 62 = −2 minutes, so those of −2 to 10: 12 minutes.
		{"an hour is too short for tokens of an hour", anHour, 10 * aMinute, anHour, 72 * aMinute, 12 * aMinute, false},
		{"72 minutes are enough", anHour, 10 * aMinute, 72 * aMinute, 72 * aMinute, 0, false},
		{"a second less is not", anHour, 10 * aMinute, 72*aMinute - 1, 72 * aMinute, 1, false},
		{"more is enough, too", anHour, 10 * aMinute, 2 * anHour, 72 * aMinute, 0, false},
		// Gone with the last old instance: every old token, those of the last 62 minutes.
		{"nothing is left at the end of the deployment", anHour, 10 * aMinute, 10 * aMinute, 72 * aMinute, 62 * aMinute, true},
		// Gone with the switch: those, and what is signed during the deployment.
		{"no overlap", anHour, 10 * aMinute, 0, 72 * aMinute, 72 * aMinute, true},
		// 30 days + 1 day + 2 minutes.
		{"long lives", 30 * aDay, aDay, 30 * aDay, 31*aDay + 2*aMinute, aDay + 2*aMinute, false},
	} {
		got := overlapTimes{life: c.life, deploy: c.deploy, removed: c.removed}
		assert.Equal(t, c.needed, got.needed(), c.why)
		assert.Equal(t, c.lost, got.lost(), c.why)
		assert.Equal(t, c.all, got.all(), c.why)
	}
}

// The plans of a rotation have an arithmetic of their own, which a simulation of a service tests.
func TestTheOverlapIsThatOfTheRotationsPlans(t *testing.T) {
	assert.Equal(t, rotation.DefaultSkew, overlapSkew*time.Second)
	start := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	plan := func(kind rotation.Kind, life, deploy int) rotation.Dates {
		p, err := rotation.New(rotation.Request{
			Kind: kind, Algorithm: secret.HS256, Name: "JWT_SECRET", Start: start, Now: start, Days: 365,
			New: []byte("aNewSecretOf32Characters_1234567"), Previous: []byte("theOldSecretOf32Characters_12345"),
			Lifetime: time.Duration(life) * time.Second, Skew: rotation.DefaultSkew, Rollout: time.Duration(deploy) * time.Second,
		})
		require.NoError(t, err)
		return p.Dates
	}
	for _, life := range []int{5 * aMinute, anHour, aDay, 30 * aDay} {
		for _, deploy := range []int{aMinute, anHour, aDay} {
			box := overlapTimes{life: life, deploy: deploy}
			planned, leak := plan(rotation.Rolling, life, deploy), plan(rotation.Leak, life, deploy)
			assert.Equal(t, planned.StopOld.Sub(planned.SignNew), time.Duration(box.needed())*time.Second)
			assert.Equal(t, planned.LastOld.Sub(planned.SignNew), time.Duration(deploy)*time.Second)
			assert.Equal(t, leak.StopOld.Sub(leak.SignNew), time.Duration(box.forgeable())*time.Second)
		}
	}
}

func TestTheLivingTokensOfTheOldSecretFade(t *testing.T) {
	// 8 minutes and the 2 of clocks make 10; the deployment takes 10, too.
	o := overlapTimes{life: 8 * aMinute, deploy: 10 * aMinute}
	for at, want := range map[float64]float64{
		-100: 1,
		0:    1,
		// Signed from 0 to 10: the mean share of old instances is a half.
		600: 0.5,
		// From 5 to 15: (10 − 5)/10 × 5 / 2 = 1.25 minutes' worth of 10.
		900:  0.125,
		1200: 0,
		2000: 0,
	} {
		assert.InDelta(t, want, o.alive(at), 1e-9, "%v s", at)
	}
}

func TestChoicesAreReadAsSeconds(t *testing.T) {
	for choice, want := range map[string]int{
		"5 minutes": 300, "1 hour after the switch": 3600, "30 days": 30 * aDay, "with the switch": 0, "": 0, "7": 0, "7 weeks": 0,
	} {
		assert.Equal(t, want, overlapSeconds([]byte(choice)), choice)
	}
}

// shown returns what a box says in a place, and how it looks there.
func overlapShown(f map[string]string) (verdict, state string, events [][]string) {
	form := Form{}
	for name, value := range f {
		form[name] = []byte(value)
	}
	var v View
	(&overlap{}).Show(form, &v)
	for _, c := range v.Changes {
		switch {
		case c.Place == "verdict" && c.State != nil:
			state = *c.State
		case c.Place == "verdict":
			verdict = string(c.Text)
		case c.Rows != nil:
			events = c.Rows
		}
	}
	return verdict, state, events
}

func TestTheVerdictSaysWhoIsLoggedOut(t *testing.T) {
	for _, c := range []struct{ reason, removed, prepared, state, says string }{
		{"It is planned", "1 hour after the switch", "on", "bad", "in the last 12 minutes before the last old instance stopped. It happens 1 hour after the switch"},
		{"It is planned", "2 hours after the switch", "on", "good", "Nobody loses a token of the old secret. It stays for 48 minutes longer"}, // 120 − 72
		{"It is planned", "2 hours after the switch", "", "bad", "for 10 minutes after the switch, old instances refuse the new tokens"},
		{"It is planned", "10 minutes after the switch", "on", "bad", "Everyone with a token of the old secret is logged out, 10 minutes after"},
		{"It is planned", "with the switch", "on", "bad", "is logged out, with the switch. Until the last old instance is gone, 10 minutes after the switch, it goes on signing tokens that the new instances refuse"},
		{"It leaked", "with the switch", "on", "good", "Everyone logs in again, on purpose"},
		{"It leaked", "with the switch", "on", "good", "How long your tokens live changes nothing"},
		{"It leaked", "with the switch", "", "good", "And for 10 minutes after the switch, old instances refuse the new tokens"},
		{"It leaked", "2 hours after the switch", "on", "bad", "some instance accepts it for 2 hours"},
	} {
		verdict, state, _ := overlapShown(map[string]string{
			"reason": c.reason, "life": "1 hour", "deploy": "10 minutes", "removed": c.removed, "prepared": c.prepared,
		})
		assert.Equal(t, c.state, state, c)
		assert.Contains(t, verdict, c.says)
	}
	verdict, _, _ := overlapShown(nil)
	assert.Contains(t, verdict, "Choose how long")
}

func TestTheFormOffersWhatTheBoxKnows(t *testing.T) {
	form, err := os.ReadFile("../../web/guide/box/overlap.html")
	require.NoError(t, err)
	assert.Contains(t, string(form), `"It is planned|`+overlapLeaked+`"`)
	form, err = os.ReadFile("../../web/guide/box/spots.html")
	require.NoError(t, err)
	var places []string
	for _, s := range spotPlaces {
		places = append(places, s.name)
	}
	assert.Contains(t, string(form), `"`+strings.Join(places, "|")+`"`)
	assert.Contains(t, string(form), `"`+lineExamples[0]+`"`, "so that the button begins with the second")
}

func TestTheEventsStandInTheirOrder(t *testing.T) {
	_, _, events := overlapShown(map[string]string{"life": "1 hour", "deploy": "1 hour", "removed": "10 minutes after the switch"})
	var when []string
	for _, e := range events {
		when = append(when, e[0])
	}
	assert.Equal(t, []string{"before", "the switch", "10 minutes", "1 hour", "2 hours and 2 minutes"}, when)
}

func TestThePictureOfARotationStaysInItsPlace(t *testing.T) {
	for _, leak := range []bool{false, true} {
		for _, o := range []overlapTimes{
			{life: anHour, deploy: 10 * aMinute, removed: anHour, prepared: true}, {life: 5 * aMinute, deploy: aDay, removed: 0},
			{life: 30 * aDay, deploy: aMinute, removed: 32 * aDay},
		} {
			for _, shape := range o.picture(leak)(290, 256) {
				for _, p := range append(shape.Path, shape.At) {
					assert.True(t, p.X >= -1 && p.X <= 291 && p.Y >= 0 && p.Y <= 256, "%v: %v", o, shape)
				}
			}
		}
	}
}
