package job

import (
	"strconv"

	"jwtsecret/app/prose"
)

// What is said of an attack, by the page and in a terminal alike. The functions below are
// the terminal's: the page says the same itself, because they would take a kilobyte more of
// its program.
const (
	// EmptySecret is said of a hit whose secret is empty.
	EmptySecret = "The secret is empty: the program that signed this token had none, as when a setting is missing."

	// NoKeyButToken is said where a key was asked for.
	NoKeyButToken = "This is a token, not a key. Another page reads and verifies it: paste it there."

	// Guessed says what a hit means.
	Guessed = "Anyone can find it and forge tokens for every account. Replace it now, without an overlap: all tokens signed with it are worthless."
)

// HitSentence says where the secret was found, and nothing of the secret.
func HitSentence(h *Hit) string {
	return "Found: guess number " + prose.Thousands(h.Place) + ", among " + h.Source + "."
}

// ProgressSentence says how far an attack has come that tries so many candidates a second, or 0
// where that is not known.
func ProgressSentence(tried, total int, rate float64, trying string, lines int) string {
	s := prose.Thousands(tried)
	if total > 0 {
		s += " of " + prose.Thousands(total)
	}
	s += " tried"
	if total > 0 {
		s += " (" + strconv.Itoa(100*tried/total) + " %)"
	}
	if rate > 0 {
		s += ", " + prose.Thousands(int(rate)) + " a second"
	}
	if trying != "" {
		s += ": " + trying
	}
	if lines > 0 {
		s += ", " + prose.Counted(lines, "line", "lines")
	}
	return s + "."
}

// NotFound says what it means that none of so many candidates fits. What they were may be
// empty.
func NotFound(tried int, what string) string {
	if what != "" {
		what = ": " + what
	}
	return "Not found among " + prose.Counted(tried, "candidate", "candidates") + what +
		". That does not mean it is safe: others have longer lists and faster machines."
}

// NoneSoFar is said of an attack that was stopped when at least so many were tried.
func NoneSoFar(tried int) string {
	return "At least " + prose.Counted(tried, "candidate was", "candidates were") + " tried, and none of them fits."
}
