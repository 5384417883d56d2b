package snippettest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
)

// Records are those of a run, which become record.json when the variable SNIPPET_RECORD
// is set and every test has passed.
type Records struct {
	Texts func() map[string]string         // all texts of each snippet, by its id, as they are now
	Old   func() map[string]snippet.Record // what the file says of them

	lock sync.Mutex
	kept map[string]snippet.Record
}

func recording() bool { return os.Getenv("SNIPPET_RECORD") != "" }

// hashes returns the SHA-256 of the texts.
func (r *Records) hashes() map[string]string {
	texts := r.Texts()
	for id, text := range texts {
		sum := sha256.Sum256([]byte(text))
		texts[id] = hex.EncodeToString(sum[:])
	}
	return texts
}

// Keep says that the snippet passed. What it says of today's versions is written only on
// request, so that a run changes no file.
func (r *Records) Keep(t *testing.T, id, checked, with string) {
	t.Helper()
	if t.Failed() {
		return
	}
	assert.True(t, r.Old()[id].Checked == checked || recording(),
		"%s: the record says %q and this run is %q; SNIPPET_RECORD=1 writes it anew", id, r.Old()[id].Checked, checked)
	hash := r.hashes()[id]
	r.lock.Lock()
	defer r.lock.Unlock()
	if r.kept == nil {
		r.kept = map[string]snippet.Record{}
	}
	r.kept[id] = snippet.Record{Checked: checked, With: with, Date: time.Now().UTC().Format(time.DateOnly), Hash: hash}
}

// Main runs the tests of a package and writes its record.json, if that was asked for.
func (r *Records) Main(m *testing.M) {
	code := m.Run()
	if code == 0 && recording() {
		if err := r.write(); err != nil {
			panic(err)
		}
	}
	os.Exit(code)
}

// write keeps what the file says of a text that was not checked this time, unless the
// text has changed.
func (r *Records) write() error {
	all := r.kept
	if all == nil {
		all = map[string]snippet.Record{}
	}
	current := r.hashes()
	for id, old := range r.Old() {
		if _, checked := all[id]; !checked && old.Hash == current[id] {
			all[id] = old
		}
	}
	file, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile("record.json", append(file, '\n'), 0o644)
}

// SkipWhenRecording is for tests of the file that this run replaces.
func SkipWhenRecording(t *testing.T) {
	t.Helper()
	if recording() {
		t.Skip("the record is being written: run the tests once more")
	}
}

// CheckFile checks that record.json is of the texts as they are.
func (r *Records) CheckFile(t *testing.T) {
	t.Helper()
	SkipWhenRecording(t)
	file, err := os.ReadFile("record.json")
	require.NoError(t, err)
	var all map[string]snippet.Record
	require.NoError(t, json.Unmarshal(file, &all))
	assert.Equal(t, all, r.Old(), "a record of something that there is not")

	current := r.hashes()
	for id, record := range all {
		assert.Equal(t, current[id], record.Hash, "%s changed after it was recorded: SNIPPET_RECORD=1 runs and records it", id)
		assert.NotEmpty(t, record.With, id)
		_, err := time.Parse(time.DateOnly, record.Date)
		assert.NoError(t, err, id)
		assert.Contains(t, []string{snippet.Run, snippet.StandIn, snippet.Parsed}, record.Checked, id)
	}
}
