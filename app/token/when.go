package token

import (
	"encoding/json"
	"math"
	"strconv"
	"time"
)

// Date is one of the dates of RFC 7519 §4.1.4–4.1.6 among the claims of a token.
type Date struct {
	Name string // "exp", "nbf" or "iat"

	// At is when it is, in whole seconds. Where Odd says something, it is what was
	// probably meant, and zero where nobody can tell.
	At time.Time

	// Odd is [DateDuration], [DateMillis] or [DateNotNumber] where whoever wrote
	// the date meant another one than the rules read, and empty otherwise.
	Odd Code
}

// Dates returns the dates that the token has, in the order exp, nbf, iat. A token
// that holds no claims has none.
func (t *Token) Dates() []Date {
	if t.notClaims != nil {
		return nil
	}
	var all []Date
	claims := members(t.payload)
	for _, name := range []string{"exp", "nbf", "iat"} {
		if value, has := claims[name]; has {
			all = append(all, dateOf(name, value))
		}
	}
	return all
}

func dateOf(name string, value json.RawMessage) Date {
	seconds, odd := readDate(name, value)
	if odd != DateNotNumber {
		return Date{name, moment(seconds), odd}
	}
	written, _ := text(value)
	if seconds, err := strconv.ParseFloat(written, 64); err == nil {
		return Date{name, moment(seconds), odd}
	}
	at, _ := time.Parse(time.RFC3339, written)
	return Date{name, at, odd}
}

// readDate returns the value in seconds since 1970, as it seems to be meant. After
// [DateDuration] they are counted from the moment of issue, which only the issuer
// knows.
func readDate(name string, value json.RawMessage) (seconds float64, odd Code) {
	switch {
	case value[0] == 'n', json.Unmarshal(value, &seconds) != nil: // n begins null
		return 0, DateNotNumber
	case seconds >= earliestMillis:
		return seconds / 1000, DateMillis
	case name == "exp" && seconds > 0 && seconds < longestDuration:
		return seconds, DateDuration
	default:
		return seconds, ""
	}
}

// lastSecond is the end of the year 9999, the last that people write with four digits.
const lastSecond = 253_402_300_799

// moment returns no time for one that no calendar of people has.
func moment(seconds float64) time.Time {
	if !(math.Abs(seconds) <= lastSecond) { // which is so for what is no number, too
		return time.Time{}
	}
	return time.Unix(int64(math.Floor(seconds)), 0)
}

// Words says when the date is, seen from now: "expires in 14 minutes, 26 Nov 2026
// 13:05". The clock is that of the zone which local puts a moment into; whoever shows
// the words adds whose that is.
//
//	date.Words(time.Now(), time.Time.UTC) + " UTC"
func (d Date) Words(now time.Time, local func(time.Time) time.Time) string {
	clock := local(d.At).Format("2 Jan 2006 15:04")
	switch {
	case d.Odd == DateDuration:
		return "seems to be a duration of " + span(d.At.Unix()) + ". As a date it is " + clock
	case d.At.IsZero():
		return "is no date"
	case d.Odd == DateMillis:
		return "is in milliseconds. In seconds it " + d.Seen(now) + ", " + clock
	case d.Odd == DateNotNumber:
		return "is text. Read as a date, it " + d.Seen(now) + ", " + clock
	default:
		return d.Seen(now) + ", " + clock
	}
}

// Seen says how far off the date is: "expires in 14 minutes". A token has expired at exp, not only after it
// (RFC 7519 §4.1.4).
func (d Date) Seen(now time.Time) string {
	ahead := d.At.Unix() - now.Unix()
	future, past := "claims to be issued", "was issued"
	switch d.Name {
	case "exp":
		future, past = "expires", "expired"
	case "nbf":
		future, past = "becomes valid", "became valid"
	}
	switch {
	case ahead == 0:
		return past + " just now"
	case ahead < 0:
		return past + " " + span(-ahead) + " ago"
	default:
		return future + " in " + span(ahead)
	}
}

// units are those of a span, in seconds, each with the length from which it is the
// smallest that is said.
var units = []struct {
	from, seconds int64
	name          string
}{
	{0, 1, "second"}, {3 * 60, 60, "minute"}, {3 * 3600, 3600, "hour"}, {3 * 86400, 86400, "day"}, {730 * 86400, 365.25 * 86400, "year"},
}

// span says how long so many seconds are, in one unit, or in two where the larger is
// one or two: "14 minutes", "1 hour 30 minutes", "2 minutes 5 seconds". They are
// rounded to the smallest unit that is said.
func span(seconds int64) string {
	at := 0
	for at+1 < len(units) && rounded(seconds, units[at].seconds) >= units[at+1].from {
		at++
	}
	small := units[at]
	seconds = rounded(seconds, small.seconds)
	if at >= 3 || seconds < units[at+1].seconds { // days are not added to years
		return count(seconds/small.seconds, small.name)
	}
	large := units[at+1]
	said := count(seconds/large.seconds, large.name)
	if rest := seconds % large.seconds; rest > 0 {
		said += " " + count(rest/small.seconds, small.name)
	}
	return said
}

func rounded(n, to int64) int64 { return (n + to/2) / to * to }

func count(n int64, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return strconv.FormatInt(n, 10) + " " + unit + "s"
}
