package token_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/token"
)

// words are those of the one date that the claims have, in a zone an hour east of UTC.
// The moment is 15 January 2027, 08:00 UTC: date -ud @1800000000.
func words(t *testing.T, claims string) string {
	t.Helper()
	dates := parse(t, compact(goodHeader, claims)).Dates()
	require.Len(t, dates, 1)
	east := time.FixedZone("", 60*60)
	return dates[0].Words(time.Unix(now, 0), func(at time.Time) time.Time { return at.In(east) })
}

func TestDatesAreSaidInWords(t *testing.T) {
	for claims, want := range map[string]string{
		`{"exp":1800000840}`:   "expires in 14 minutes, 15 Jan 2027 09:14",
		`{"exp":1800000840.9}`: "expires in 14 minutes, 15 Jan 2027 09:14",
		`{"exp":18000008e2}`:   "expires in 13 minutes, 15 Jan 2027 09:13", // 800 seconds
		`{"exp":1800000000}`:   "expired just now, 15 Jan 2027 09:00",
		`{"exp":1799999999}`:   "expired 1 second ago, 15 Jan 2027 08:59",
		`{"exp":1799989200}`:   "expired 3 hours ago, 15 Jan 2027 06:00",
		`{"exp":0}`:            "expired 57 years ago, 1 Jan 1970 01:00",
		`{"exp":-3600}`:        "expired 57 years ago, 1 Jan 1970 00:00",
		`{"nbf":1800000001}`:   "becomes valid in 1 second, 15 Jan 2027 09:00",
		`{"nbf":1799827200}`:   "became valid 2 days ago, 13 Jan 2027 09:00",
		`{"iat":1799999940}`:   "was issued 1 minute ago, 15 Jan 2027 08:59",
		`{"iat":1800000060}`:   "claims to be issued in 1 minute, 15 Jan 2027 09:01",
	} {
		assert.Equal(t, want, words(t, claims), claims)
	}
}

func TestSpansHaveOneUnitOrTwo(t *testing.T) {
	for seconds, want := range map[int]string{
		1: "1 second", 59: "59 seconds", 60: "1 minute", 61: "1 minute 1 second", 179: "2 minutes 59 seconds",
		180: "3 minutes", 870: "15 minutes", 869: "14 minutes", 3_570: "1 hour", 3_569: "59 minutes", 5_400: "1 hour 30 minutes",
		10_769: "2 hours 59 minutes", 10_770: "3 hours", 86_400: "1 day", 129_600: "1 day 12 hours", 257_400: "3 days",
		7_776_000: "90 days", 31_536_000: "365 days", 94_672_800: "3 years", // three times 365 days and a leap day's three quarters
	} {
		assert.Equal(t, "expires in "+want, seenAhead(t, seconds))
	}
}

// seenAhead is what is said of a token that expires so many seconds from now, without
// the clock.
func seenAhead(t *testing.T, seconds int) string {
	t.Helper()
	dates := parse(t, compact(goodHeader, `{"exp":1800000000}`)).Dates()
	said := dates[0].Words(time.Unix(now-int64(seconds), 0), time.Time.UTC)
	clock := ", 15 Jan 2027 08:00"
	assert.Contains(t, said, clock)
	return said[:len(said)-len(clock)]
}

func TestDatesThatWereMeantOtherwiseSaySo(t *testing.T) {
	for claims, want := range map[string]string{
		`{"exp":3600}`:                        "seems to be a duration of 1 hour. As a date it is 1 Jan 1970 02:00",
		`{"exp":900}`:                         "seems to be a duration of 15 minutes. As a date it is 1 Jan 1970 01:15",
		`{"exp":1800000840000}`:               "is in milliseconds. In seconds it expires in 14 minutes, 15 Jan 2027 09:14",
		`{"iat":1799999940123}`:               "is in milliseconds. In seconds it was issued 1 minute ago, 15 Jan 2027 08:59",
		`{"exp":"1800000840"}`:                "is text. Read as a date, it expires in 14 minutes, 15 Jan 2027 09:14",
		`{"nbf":"2027-01-15T09:14:00+01:00"}`: "is text. Read as a date, it becomes valid in 14 minutes, 15 Jan 2027 09:14",
		`{"exp":null}`:                        "is no date", `{"exp":true}`: "is no date", `{"exp":"15m"}`: "is no date", `{"exp":"NaN"}`: "is no date",
		`{"exp":1e999}`: "is no date", `{"exp":1e300}`: "is no date", `{"exp":-1e300}`: "is no date",
	} {
		assert.Equal(t, want, words(t, claims), claims)
	}
}

func TestDurationInPlaceOfADateIsFound(t *testing.T) {
	for claims, want := range map[string][]token.Finding{
		`{"exp":3600}`:                           {{Code: token.DateDuration, Part: token.Payload, Name: "exp"}},
		`{"exp":315359999}`:                      {{Code: token.DateDuration, Part: token.Payload, Name: "exp"}},
		`{"exp":315360000}`:                      {{Code: token.Expired, Part: token.Payload, Name: "exp"}},
		`{"exp":0}`:                              {{Code: token.Expired, Part: token.Payload, Name: "exp"}},
		`{"exp":1800000600,"nbf":3600,"iat":60}`: {{Code: token.ExpFar, Part: token.Payload, Name: "exp"}},
	} {
		assert.Equal(t, want, inspect(t, goodHeader, claims), claims)
	}
}

func TestDatesComeInTheOrderOfTheirNames(t *testing.T) {
	dates := parse(t, compact(goodHeader, `{"iat":1799999000,"exp":1800003600,"nbf":1799999000,"sub":"1"}`)).Dates()
	require.Len(t, dates, 3)
	assert.Equal(t, []string{"exp", "nbf", "iat"}, []string{dates[0].Name, dates[1].Name, dates[2].Name})

	opaque, err := token.ParseAny([]byte(encode(goodHeader) + "." + encode("exp") + "."))
	require.NoError(t, err)
	assert.Empty(t, opaque.Dates())
}
