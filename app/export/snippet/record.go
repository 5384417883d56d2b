package snippet

import (
	_ "embed"
	"encoding/json"
)

// How the tests checked a snippet or a command.
const (
	Run     = "run"      // with the library itself: signed, verified, and refused what has to be refused
	StandIn = "stand-in" // run as well, but with a few classes of ours in the library's place
	Parsed  = "parsed"   // by a parser of the language, not run
)

// Record tells how the tests checked the text as it is now. The zero value means
// that they did not: no program for it was installed.
type Record struct {
	Checked string `json:"checked"` // [Run], [StandIn], [Parsed] or ""
	With    string `json:"with"`    // programs and libraries with their versions
	Date    string `json:"date"`    // the day, as in "2026-11-23" (UTC)

	// Hash is the SHA-256 of the texts that were checked, in hexadecimal. The
	// tests fail when it is not that of the texts that are shown.
	Hash string `json:"hash"`
}

//go:embed record.json
var recordFile []byte

// Record returns the tests' own record of this snippet, for all algorithms and
// encodings.
func (s Snippet) Record() Record { return records()[s.ID] }

// Record returns the tests' own record of this command, for all its formats.
func (t Terminal) Record() Record { return records()["terminal-"+t.ID] }

// records reads the file anew: it is small and seldom asked for. A test holds
// that it can be read.
func records() map[string]Record {
	var all map[string]Record
	_ = json.Unmarshal(recordFile, &all)
	return all
}
