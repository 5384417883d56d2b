package rotation

import (
	"strings"
	"time"
	"unicode/utf8"

	"jwtsecret/app/meta"
)

// The forms of RFC 5545: dates in UTC (§3.3.5), and lines of at most 75 octets
// without their end (§3.1).
const (
	icsTime   = "20060102T150405Z"
	icsOctets = 75
	icsEnd    = "\r\n"
)

// Calendar returns the dated steps of the checklist as an iCalendar file (RFC
// 5545), with an alarm a quarter of an hour before each. The stamp is the moment
// at which the file is made. The unique ids depend on the plan alone, so a
// calendar that reads the file twice has each step once.
//
// It holds key ids, which are public, and never a secret.
func (p *Plan) Calendar(stamp time.Time) []byte {
	return calendar(p.Name, p.KeyID(), p.Checklist(), stamp)
}

// Calendar is that of [Plan.Calendar].
func (p *Pair) Calendar(stamp time.Time) []byte {
	return calendar(p.title(), p.KeyID(), p.Checklist(), stamp)
}

// calendar writes the steps of a plan, whose name stands before each title.
func calendar(name, keyID string, steps []Step, stamp time.Time) []byte {
	var file strings.Builder
	line := func(name, value string) { fold(&file, name+":"+value) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//"+meta.Name+"//rotation//EN")
	line("CALSCALE", "GREGORIAN")
	for _, step := range steps {
		if !step.At.IsZero() {
			event(line, name, keyID, step, stamp)
		}
	}
	line("END", "VCALENDAR")
	return []byte(file.String())
}

func event(line func(name, value string), name, keyID string, step Step, stamp time.Time) {
	title := icsText(name + ": " + step.Title)
	line("BEGIN", "VEVENT")
	line("UID", step.ID+"-"+keyID+"@"+meta.Name)
	line("DTSTAMP", stamp.UTC().Format(icsTime))
	line("DTSTART", step.At.Format(icsTime))
	line("DURATION", "PT15M")
	line("SUMMARY", title)
	line("DESCRIPTION", icsText(step.Detail))
	line("TRANSP", "TRANSPARENT")
	line("BEGIN", "VALARM")
	line("ACTION", "DISPLAY")
	line("DESCRIPTION", title)
	line("TRIGGER", "-PT15M")
	line("END", "VALARM")
	line("END", "VEVENT")
}

// icsText escapes a value of type TEXT (RFC 5545 §3.3.11).
func icsText(text string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(text)
}

// fold writes a content line, in several where it is too long: each after the
// first begins with a space that counts. No character is cut in two.
func fold(file *strings.Builder, line string) {
	for room := icsOctets; len(line) > room; room = icsOctets - 1 {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		file.WriteString(line[:cut] + icsEnd + " ")
		line = line[cut:]
	}
	file.WriteString(line + icsEnd)
}
