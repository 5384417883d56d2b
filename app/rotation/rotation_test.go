package rotation_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Two texts of 32 characters, and so of 32 bytes as UTF-8.
const (
	fresh    = "aNewSecretOf32Characters_1234567"
	previous = "theOldSecretOf32Characters_12345"
)

var start = time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)

// request is one that is in order: an hour to deploy, tokens of eight hours, two
// minutes of skew.
func request() rotation.Request {
	return rotation.Request{
		Algorithm: secret.HS256, New: []byte(fresh), Previous: []byte(previous), Name: "JWT_SECRET",
		Start: start, Now: start, Lifetime: 8 * time.Hour, Skew: 2 * time.Minute, Rollout: time.Hour, Days: 90,
	}
}

func plan(t *testing.T, change func(r *rotation.Request)) *rotation.Plan {
	t.Helper()
	r := request()
	if change != nil {
		change(&r)
	}
	p, err := rotation.New(r)
	require.NoError(t, err)
	return p
}

func kind(k rotation.Kind) func(*rotation.Request) {
	return func(r *rotation.Request) { r.Kind = k }
}

func at(clock string) time.Time {
	parsed, err := time.Parse(time.DateTime, clock)
	if err != nil {
		panic(err)
	}
	return parsed
}

func TestDatesOfEachKind(t *testing.T) {
	next := at("2027-05-30 09:00:00") // 30 days of March, 30 of April and 30 of May after 1 March
	for kindOf, want := range map[rotation.Kind]rotation.Dates{
		rotation.Rolling: {
			Start:   start,
			SignNew: at("2027-03-01 10:00:00"), // every instance knows both keys
			LastOld: at("2027-03-01 11:00:00"), // the last instance that signs with the old one is gone
			StopOld: at("2027-03-01 19:02:00"), // 8 hours and 2 minutes after
			Delete:  at("2027-03-01 20:02:00"),
			Next:    next,
		},
		rotation.AtOnce: {
			Start:   start,
			SignNew: start,
			LastOld: at("2027-03-01 10:00:00"),
			StopOld: at("2027-03-01 18:02:00"),
			Delete:  at("2027-03-01 19:02:00"),
			Next:    next,
		},
		rotation.Leak: {
			Start:   start,
			SignNew: start,
			LastOld: at("2027-03-01 10:00:00"),
			StopOld: at("2027-03-01 10:00:00"), // no overlap
			Delete:  at("2027-03-01 10:00:00"),
			Next:    next,
		},
	} {
		t.Run(kindOf.String(), func(t *testing.T) { assert.Equal(t, want, plan(t, kind(kindOf)).Dates) })
	}
}

func TestPartsOfASecondCountAsWholeOnes(t *testing.T) {
	d := plan(t, func(r *rotation.Request) {
		r.Start = start.Add(time.Nanosecond).In(time.FixedZone("", 3600))
		r.Rollout, r.Lifetime, r.Skew = time.Hour+1, time.Hour+1, 1
	}).Dates
	assert.Equal(t, at("2027-03-01 09:00:01"), d.Start)
	assert.Equal(t, at("2027-03-01 10:00:02"), d.SignNew)
	assert.Equal(t, at("2027-03-01 11:00:03"), d.LastOld)
	assert.Equal(t, at("2027-03-01 12:00:05"), d.StopOld) // an hour and a second, and a second
}

func TestWhatIsWrongWithARequest(t *testing.T) {
	const emoji = "😀😀😀😀😀😀😀😀" // 8 × 4 bytes
	hex := strings.Repeat("0a", 32)
	for name, c := range map[string]struct {
		change func(r *rotation.Request)
		want   error // nil: nothing
	}{
		"nothing":               {func(*rotation.Request) {}, nil},
		"unknown kind":          {kind(3), rotation.ErrKind},
		"no algorithm":          {func(r *rotation.Request) { r.Algorithm = 0 }, secret.ErrAlgorithm},
		"no new":                {func(r *rotation.Request) { r.New = nil }, rotation.ErrNoNew},
		"new with a line end":   {func(r *rotation.Request) { r.New = []byte(fresh + "\n") }, rotation.ErrNewText},
		"new with a bad byte":   {func(r *rotation.Request) { r.New = []byte(fresh + "\xff") }, rotation.ErrNewText},
		"new of emoji":          {func(r *rotation.Request) { r.New = []byte(emoji) }, nil},
		"new not hex":           {func(r *rotation.Request) { r.Reading, r.Previous = token.Hex, []byte(hex) }, rotation.ErrNewText},
		"new a byte short":      {func(r *rotation.Request) { r.New = r.New[1:] }, secret.ErrTooSmall},
		"new too short decoded": {func(r *rotation.Request) { r.Reading, r.New = token.Base64URL, []byte(strings.Repeat("A", 42)) }, secret.ErrTooSmall},
		"new of braces":         {func(r *rotation.Request) { r.New = []byte("{" + fresh + "}") }, nil},
		"no previous":           {func(r *rotation.Request) { r.Previous = nil }, rotation.ErrNoPrevious},
		"no previous, at once":  {func(r *rotation.Request) { r.Previous, r.Kind = nil, rotation.AtOnce }, rotation.ErrNoPrevious},
		"no previous, leaked":   {func(r *rotation.Request) { r.Previous, r.Kind = nil, rotation.Leak }, nil},
		"previous with a tab":   {func(r *rotation.Request) { r.Previous = []byte("a\tb") }, rotation.ErrPreviousText},
		"previous short":        {func(r *rotation.Request) { r.Previous = []byte("secret") }, nil},
		"same":                  {func(r *rotation.Request) { r.Previous = r.New }, rotation.ErrSame},
		"same after a leak":     {func(r *rotation.Request) { r.Previous, r.Kind = r.New, rotation.Leak }, rotation.ErrSame},
		// HMAC pads with zeros: 32 bytes and the same 32 with a zero after are one key.
		"same padded": {func(r *rotation.Request) {
			r.Reading, r.New, r.Previous = token.Hex, []byte(hex), []byte(hex+"00")
		}, rotation.ErrSame},
		"longest name":      {func(r *rotation.Request) { r.Name = strings.Repeat("N", 49) }, nil}, // 64 with _PREVIOUS_UNTIL
		"name too long":     {func(r *rotation.Request) { r.Name = strings.Repeat("N", 50) }, export.ErrNameLong},
		"key id":            {func(r *rotation.Request) { r.PreviousKeyID = "2026-01:main/eu+1=_." }, nil},
		"key id with space": {func(r *rotation.Request) { r.PreviousKeyID = "a b" }, rotation.ErrKeyID},
		"key id with quote": {func(r *rotation.Request) { r.PreviousKeyID = `a"b` }, rotation.ErrKeyID},
		"longest key id":    {func(r *rotation.Request) { r.PreviousKeyID = strings.Repeat("a", 128) }, nil},
		"key id too long":   {func(r *rotation.Request) { r.PreviousKeyID = strings.Repeat("a", 129) }, rotation.ErrKeyID},
		"bad name":          {func(r *rotation.Request) { r.Name = "A B" }, export.ErrNameSpace},
		"no start":          {func(r *rotation.Request) { r.Start = time.Time{} }, rotation.ErrStart},
		"start in 9999":     {func(r *rotation.Request) { r.Start = at("9999-12-31 23:59:00") }, rotation.ErrFar},
		"start in 10000":    {func(r *rotation.Request) { r.Start = at("9999-12-31 23:59:59").Add(time.Second) }, rotation.ErrFar},
		"started in 1":      {func(r *rotation.Request) { r.Start = at("0001-01-01 00:01:00") }, rotation.ErrPast},
		"started in 1970":   {func(r *rotation.Request) { r.Start = at("1970-01-01 00:00:00") }, rotation.ErrPast},
		"started in 1999":   {func(r *rotation.Request) { r.Start = at("1999-12-31 23:59:00") }, rotation.ErrPast},
		"this very minute":  {func(r *rotation.Request) { r.Now = start.Add(59 * time.Second) }, nil},
		"a minute ago":      {func(r *rotation.Request) { r.Now = start.Add(time.Minute) }, rotation.ErrPast},
		"a minute ago in another zone": {func(r *rotation.Request) {
			r.Now = start.Add(time.Minute).In(time.FixedZone("", -9*3600))
		}, rotation.ErrPast},
		"in five years":          {func(r *rotation.Request) { r.Start = start.AddDate(5, 0, 0) }, nil},
		"in five years and more": {func(r *rotation.Request) { r.Start = start.AddDate(5, 0, 0).Add(1) }, rotation.ErrFar},
		"now is forgotten":       {func(r *rotation.Request) { r.Now = time.Time{} }, rotation.ErrFar},
		"now is forgotten, and it started in 1999": {func(r *rotation.Request) {
			r.Now, r.Start = time.Time{}, at("1999-12-31 23:59:00")
		}, rotation.ErrFar},
		"no lifetime":       {func(r *rotation.Request) { r.Lifetime = 0 }, rotation.ErrLifetime},
		"longest lifetime":  {func(r *rotation.Request) { r.Lifetime, r.Days = 366*24*time.Hour, 368 }, nil},
		"lifetime too long": {func(r *rotation.Request) { r.Lifetime, r.Days = 366*24*time.Hour+1, 730 }, rotation.ErrLifetime},
		"no skew":           {func(r *rotation.Request) { r.Skew = 0 }, nil},
		"negative skew":     {func(r *rotation.Request) { r.Skew = -1 }, rotation.ErrSkew},
		"skew too long":     {func(r *rotation.Request) { r.Skew = 24*time.Hour + 1 }, rotation.ErrSkew},
		"no rollout":        {func(r *rotation.Request) { r.Rollout = 0 }, rotation.ErrRollout},
		"rollout too long":  {func(r *rotation.Request) { r.Rollout = 30*24*time.Hour + 1 }, rotation.ErrRollout},
		"no schedule":       {func(r *rotation.Request) { r.Days = 0 }, rotation.ErrSchedule},
		"longest schedule":  {func(r *rotation.Request) { r.Days = 730 }, nil},
		"schedule too long": {func(r *rotation.Request) { r.Days = 731 }, rotation.ErrSchedule},
		// Three rollouts, a lifetime and a skew are 3 h + 20 h 58 min + 2 min: a day.
		"next when this ends":   {func(r *rotation.Request) { r.Days, r.Lifetime = 1, 20*time.Hour+58*time.Minute }, nil},
		"next before this ends": {func(r *rotation.Request) { r.Days, r.Lifetime = 1, 20*time.Hour+58*time.Minute+1 }, rotation.ErrOverlap},
	} {
		t.Run(name, func(t *testing.T) {
			r := request()
			c.change(&r)
			_, err := rotation.New(r)
			assert.ErrorIs(t, err, c.want)
			if c.want == nil {
				assert.NoError(t, err)
			}
		})
	}
}

func TestEverythingWrongIsSaidAtOnceAndWithoutASecret(t *testing.T) {
	r := rotation.Request{Kind: 9, Algorithm: secret.HS512, New: []byte("short-one"), Previous: []byte("hidden\ttab"), PreviousKeyID: "sp ace", Name: "9"}
	err := r.Validate()
	for _, want := range []error{
		rotation.ErrKind, secret.ErrTooSmall, rotation.ErrPreviousText, rotation.ErrKeyID, export.ErrNameCharacter,
		rotation.ErrStart, rotation.ErrLifetime, rotation.ErrRollout, rotation.ErrSchedule,
	} {
		assert.ErrorIs(t, err, want)
	}
	assert.NotContains(t, err.Error(), "short-one")
	assert.NotContains(t, err.Error(), "hidden")
	assert.NotContains(t, err.Error(), "sp ace")
	var small *secret.TooSmallError
	require.True(t, errors.As(err, &small))
	assert.Equal(t, 9, small.Size)
}

func TestKeyIDsAreRandom(t *testing.T) {
	seen := map[string]bool{}
	for range 100 {
		p := plan(t, nil)
		for _, id := range []string{p.KeyID(), p.PreviousKeyID()} {
			random, err := base64.RawURLEncoding.DecodeString(id)
			require.NoError(t, err)
			assert.Len(t, random, 16)
			assert.False(t, seen[id])
			seen[id] = true
		}
	}
}

func TestAKeyIDInUseIsKept(t *testing.T) {
	p := plan(t, func(r *rotation.Request) { r.PreviousKeyID = "spring-2026" })
	assert.Equal(t, "spring-2026", p.PreviousKeyID())
	assert.Empty(t, plan(t, kind(rotation.Leak)).PreviousKeyID())
}

func TestAPreviousKeyBelowTheMinimumIsMarked(t *testing.T) {
	short := func(r *rotation.Request) { r.Previous = []byte(previous[1:]) } // 31 bytes
	assert.True(t, plan(t, short).PreviousTooSmall)
	assert.False(t, plan(t, nil).PreviousTooSmall)
}

func TestPlanKeepsItsOwnCopiesUntilItIsWiped(t *testing.T) {
	r := request()
	r.New, r.Previous = []byte(fresh), []byte(previous)
	p, err := rotation.New(r)
	require.NoError(t, err)
	clear(r.New)
	clear(r.Previous)
	entries, err := p.Entries(rotation.Switch)
	require.NoError(t, err)
	assert.Equal(t, fresh, string(entries[0].Value))

	p.Wipe()
	assert.Equal(t, make([]byte, len(fresh)), entries[0].Value)
	assert.Equal(t, make([]byte, len(previous)), entries[2].Value)
	for _, s := range p.Stages() {
		_, err = p.Environment(s)
		assert.ErrorIs(t, err, rotation.ErrWiped)
		_, err = p.JWKS(s)
		assert.ErrorIs(t, err, rotation.ErrWiped)
	}
}

func TestAPlanInALogShowsNoSecret(t *testing.T) {
	p := plan(t, nil)
	var log bytes.Buffer
	fmt.Fprintf(&log, "%v %+v %#v %s %v", p, *p, *p, p, []rotation.Plan{*p})
	assert.NotContains(t, log.String(), fresh)
	assert.NotContains(t, log.String(), previous)
	assert.NotContains(t, log.String(), "97 78 101")        // "aNe" as decimal bytes
	assert.NotContains(t, log.String(), "0x61, 0x4e, 0x65") // and as hexadecimal ones
	assert.Contains(t, log.String(), "rolling rotation of JWT_SECRET")
}

func TestAStageThatThePlanLacksIsAnError(t *testing.T) {
	for k, missing := range map[rotation.Kind][]rotation.Stage{
		rotation.Rolling: {0, 4},
		rotation.AtOnce:  {0, rotation.Prepare},
		rotation.Leak:    {0, rotation.Prepare, rotation.Switch},
	} {
		for _, s := range missing {
			t.Run(k.String()+" "+s.String(), func(t *testing.T) {
				_, err := plan(t, kind(k)).Entries(s)
				assert.ErrorIs(t, err, rotation.ErrStage)
			})
		}
	}
}

func TestNamesOfKindsAndStages(t *testing.T) {
	for want, got := range map[string]fmt.Stringer{
		"rolling": rotation.Rolling, "at-once": rotation.AtOnce, "leak": rotation.Leak, "Kind(3)": rotation.Kind(3),
		"prepare": rotation.Prepare, "switch": rotation.Switch, "finish": rotation.Finish, "Stage(0)": rotation.Stage(0),
	} {
		assert.Equal(t, want, got.String())
	}
	assert.Equal(t, []rotation.Kind{0, 1, 2}, rotation.Kinds())
}
