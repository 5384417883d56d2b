package rotation_test

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
)

var stamp = time.Date(2027, 2, 28, 23, 30, 0, 5, time.FixedZone("", -2*3600))

// contentLine is that of RFC 5545 §3.1 without parameters, of which there are
// none here. No control character is allowed, and no tab is needed.
var contentLine = regexp.MustCompile(`^([A-Z-]+):([^\x00-\x1f\x7f]*)$`)

// text is that of RFC 5545 §3.3.11: a backslash, a comma and a semicolon only
// where they are escaped.
var text = regexp.MustCompile(`^([^\\;,]|\\[\\;,nN])*$`)

var utc = regexp.MustCompile(`^\d{8}T\d{6}Z$`)

// parse reads a calendar by the grammar of RFC 5545 and returns its events.
func parse(t *testing.T, file []byte) (events []map[string]string) {
	t.Helper()
	require.True(t, utf8.Valid(file))
	require.True(t, strings.HasSuffix(string(file), "\r\n"))
	for line := range strings.SplitSeq(strings.TrimSuffix(string(file), "\r\n"), "\r\n") {
		assert.LessOrEqual(t, len(line), 75, "octets, §3.1")
		assert.True(t, utf8.ValidString(line), "no character is cut in two")
		assert.NotContains(t, line, "\n")
		assert.NotContains(t, line, "\r")
	}
	unfolded := strings.ReplaceAll(string(file), "\r\n ", "")
	var open []string
	calendar := map[string]string{}
	for line := range strings.SplitSeq(strings.TrimSuffix(unfolded, "\r\n"), "\r\n") {
		match := contentLine.FindStringSubmatch(line)
		require.NotNil(t, match, line)
		name, value := match[1], match[2]
		switch {
		case name == "BEGIN":
			open = append(open, value)
			if value == "VEVENT" {
				events = append(events, map[string]string{})
			}
		case name == "END":
			require.NotEmpty(t, open)
			require.Equal(t, open[len(open)-1], value)
			open = open[:len(open)-1]
		case len(open) == 1:
			require.NotContains(t, calendar, name)
			calendar[name] = value
		default: // in an event, or in its alarm
			name = strings.TrimPrefix(strings.Join(open[2:], ".")+"."+name, ".")
			require.NotContains(t, events[len(events)-1], name, "each property once")
			events[len(events)-1][name] = value
		}
	}
	assert.Empty(t, open)
	assert.Equal(t, "2.0", calendar["VERSION"])
	assert.NotEmpty(t, calendar["PRODID"])
	return events
}

func unescape(value string) string {
	return strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(value)
}

func TestCalendarIsWhatRFC5545Asks(t *testing.T) {
	for _, k := range rotation.Kinds() {
		events := parse(t, plan(t, kind(k)).Calendar(stamp))
		uids := map[string]bool{}
		for _, event := range events {
			for _, required := range []string{"UID", "DTSTAMP", "DTSTART"} { // §3.6.1
				assert.NotEmpty(t, event[required], required)
			}
			for _, required := range []string{"VALARM.ACTION", "VALARM.DESCRIPTION", "VALARM.TRIGGER"} { // §3.6.6
				assert.NotEmpty(t, event[required], required)
			}
			for _, name := range []string{"SUMMARY", "DESCRIPTION", "UID", "VALARM.DESCRIPTION"} {
				assert.Regexp(t, text, event[name])
			}
			assert.Equal(t, "20270301T013000Z", event["DTSTAMP"]) // 23:30 two hours west of Greenwich
			assert.Regexp(t, utc, event["DTSTART"])
			assert.False(t, uids[event["UID"]])
			uids[event["UID"]] = true
		}
		assert.NotEmpty(t, events)
	}
}

func TestCalendarHasTheDatedSteps(t *testing.T) {
	for _, k := range rotation.Kinds() {
		p := plan(t, kind(k))
		var want, got []string
		for _, step := range p.Checklist() {
			if !step.At.IsZero() {
				want = append(want, step.At.Format("20060102T150405Z")+" JWT_SECRET: "+step.Title+" | "+step.Detail)
			}
		}
		for _, event := range parse(t, p.Calendar(stamp)) {
			got = append(got, event["DTSTART"]+" "+unescape(event["SUMMARY"])+" | "+unescape(event["DESCRIPTION"]))
		}
		assert.Equal(t, want, got, k.String())
	}
}

func TestCalendarNamesAnEventTheSameEachTime(t *testing.T) {
	p := plan(t, nil)
	first, second := parse(t, p.Calendar(stamp)), parse(t, p.Calendar(stamp.Add(time.Hour)))
	other := parse(t, plan(t, nil).Calendar(stamp))
	for i := range first {
		assert.Equal(t, first[i]["UID"], second[i]["UID"])
		assert.NotEqual(t, first[i]["DTSTAMP"], second[i]["DTSTAMP"])
		assert.NotEqual(t, first[i]["UID"], other[i]["UID"])
	}
}
