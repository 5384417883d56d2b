package guide

import (
	"bytes"
	"slices"
	"strconv"

	"jwtsecret/app/prose"
)

// overlap shows who is logged out by a rotation of the secret, and when.
type overlap struct{}

// overlapLeaked is the choice for a secret that somebody else may know.
const overlapLeaked = "It leaked"

// Show works the rotation out.
func (*overlap) Show(f Form, v *View) {
	t := overlapTimes{
		life: overlapSeconds(f["life"]), deploy: overlapSeconds(f["deploy"]), removed: overlapSeconds(f["removed"]),
		prepared: f.Text("prepared") == "on",
	}
	if t.life == 0 || t.deploy == 0 {
		v.Mark("verdict", "")
		v.Say("verdict", "Choose how long a token lives, and how long a deployment takes.")
		return
	}
	v.Say("accepted", prose.Time(t.removed))
	if f.Text("reason") == overlapLeaked {
		v.Judge("verdict", t.removed == 0, t.leakVerdict())
		v.Say("needed", "not at all: it leaked")
		v.List("events", t.leakEvents())
	} else {
		v.Judge("verdict", t.lost() == 0 && t.prepared, t.verdict())
		v.Say("needed", prose.Time(t.needed()))
		v.List("events", t.events())
	}
	v.Draw("timeline", t.picture(f.Text("reason") == overlapLeaked))
}

// overlapSeconds reads a time such as "5 minutes" at the beginning of a choice, or returns 0 where
// it begins with no number.
func overlapSeconds(choice []byte) int {
	words := bytes.Fields(choice)
	if len(words) < 2 {
		return 0
	}
	n, _ := strconv.Atoi(string(words[0]))
	for _, u := range prose.TimeUnits {
		if bytes.HasPrefix(words[1], []byte(u.Name)) {
			return n * u.Seconds
		}
	}
	return 0
}

// verdict says who is logged out by a planned rotation.
func (t overlapTimes) verdict() string {
	said := ""
	switch late := t.removed - t.needed(); {
	case t.removed < t.deploy:
		said = "Everyone with a token of the old secret is logged out, " + t.when() + ". Until the last old instance is gone, " +
			prose.Time(t.deploy) + " after the switch, it goes on signing tokens that the new instances refuse."
	case t.all():
		said = "Everyone with a token of the old secret is logged out, " + t.when() + "."
	case t.lost() > 0:
		said = "Logged out: whoever got a token in the last " + prose.Time(t.lost()) + " before the last old instance stopped. It happens " + t.when() + "."
	case late > 0:
		said = "Nobody loses a token of the old secret. It stays for " + prose.Time(late) + " longer than it has to."
	default:
		said = "Nobody loses a token of the old secret: it stays just long enough."
	}
	if !t.prepared {
		said += map[bool]string{true: " But", false: " And"}[t.lost() == 0] + t.unprepared()
	}
	return said
}

// unprepared says what follows where the old instances do not know the new secret.
func (t overlapTimes) unprepared() string {
	return " for " + prose.Time(t.deploy) + " after the switch, old instances refuse the new tokens: " +
		"whoever has just logged in is in on one request, and out on the next."
}

// when is the moment at which the old secret is taken away, in words.
func (t overlapTimes) when() string {
	if t.removed == 0 {
		return "with the switch"
	}
	return prose.Time(t.removed) + " after the switch"
}

// leakVerdict says for how long somebody else can still use the old secret.
func (t overlapTimes) leakVerdict() (said string) {
	if t.removed == 0 {
		said = "Everyone logs in again, on purpose. Forged tokens work only on instances that are not replaced yet, for up to " +
			prose.Time(t.deploy) + ": stop those at once if you can."
	} else {
		said = "Whoever has the old secret can sign a token for anybody, and some instance accepts it for " + prose.Time(t.forgeable()) +
			" after the switch. No forged token can be told from a real one: take the old secret away with the switch."
	}
	said += " How long your tokens live changes nothing: a forged one names its own end."
	if !t.prepared {
		said += " And" + t.unprepared()
	}
	return said
}

// overlapMoment is something that happens at a time after the switch.
type overlapMoment struct {
	at   int
	what string
}

// events lists what happens in a planned rotation, in order.
func (t overlapTimes) events() [][]string {
	before := "Every instance has learned the new secret, and still signs with the old one."
	if !t.prepared {
		before = "Every instance knows the old secret alone."
	}
	expired := "The last token of the old secret has expired."
	if t.lost() > 0 {
		expired = "The last token of the old secret would have expired."
	}
	return t.list(before,
		overlapMoment{t.deploy, "The last instance that signs with the old secret is gone."},
		overlapMoment{t.removed, "The old secret is taken away."}, overlapMoment{t.needed(), expired})
}

// leakEvents lists what happens after a leak.
func (t overlapTimes) leakEvents() [][]string {
	return t.list("Somebody else can sign tokens for anybody.",
		overlapMoment{t.removed, "New instances stop accepting the old secret."},
		overlapMoment{t.deploy, "The last old instance is gone."})
}

func (t overlapTimes) list(before string, then ...overlapMoment) [][]string {
	then = append([]overlapMoment{{0, "The first instance signs with the new secret."}}, then...)
	slices.SortStableFunc(then, func(a, b overlapMoment) int { return a.at - b.at })
	rows := [][]string{{"before", before}}
	for _, m := range then {
		when := "the switch"
		if m.at > 0 {
			when = prose.Time(m.at)
		}
		rows = append(rows, []string{when, m.what})
	}
	return rows
}
