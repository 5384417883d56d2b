package snippet_test

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
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// kept are the records of this run, which become record.json when the variable
// SNIPPET_RECORD is set and every test has passed.
var (
	keptLock sync.Mutex
	kept     = map[string]snippet.Record{}
)

// keepRecord says that the snippet or command passed. What it says of today's
// versions is written only on request, so that a run changes no file.
func keepRecord(t *testing.T, id, checked, with string, old snippet.Record) {
	t.Helper()
	if t.Failed() {
		return
	}
	assert.True(t, old.Checked == checked || os.Getenv("SNIPPET_RECORD") != "",
		"%s: the record says %q and this run is %q; SNIPPET_RECORD=1 writes it anew", id, old.Checked, checked)
	keptLock.Lock()
	defer keptLock.Unlock()
	kept[id] = snippet.Record{Checked: checked, With: with, Date: time.Now().UTC().Format(time.DateOnly), Hash: hashes()[id]}
}

func TestMain(m *testing.M) {
	code := m.Run()
	if code == 0 && os.Getenv("SNIPPET_RECORD") != "" {
		if err := writeRecord(); err != nil {
			panic(err)
		}
	}
	os.Exit(code)
}

// writeRecord keeps what the file says of a text that was not checked this time,
// unless the text has changed.
func writeRecord() error {
	current := hashes()
	for id, old := range recorded() {
		if _, checked := kept[id]; !checked && old.Hash == current[id] {
			kept[id] = old
		}
	}
	file, err := json.MarshalIndent(kept, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile("record.json", append(file, '\n'), 0o644)
}

// skipWhenRecording is for tests of the file that this run replaces.
func skipWhenRecording(t *testing.T) {
	t.Helper()
	if os.Getenv("SNIPPET_RECORD") != "" {
		t.Skip("the record is being written: run the tests once more")
	}
}

func recorded() map[string]snippet.Record {
	all := map[string]snippet.Record{}
	for _, s := range snippet.All() {
		if r := s.Record(); r.Checked != "" {
			all[s.ID] = r
		}
	}
	commands, _ := snippet.Terminals(32, secret.Base64URL)
	for _, c := range commands {
		if r := c.Record(); r.Checked != "" {
			all["terminal-"+c.ID] = r
		}
	}
	return all
}

// hashes returns the SHA-256 of all texts of each snippet and command.
func hashes() map[string]string {
	texts := map[string]string{}
	for _, s := range snippet.All() {
		for _, a := range secret.Algorithms() {
			for _, e := range []token.Encoding{token.UTF8, token.Hex, token.Base64, token.Base64URL} {
				code, _ := s.Code("JWT_SECRET", a, e)
				texts[s.ID] += code
			}
		}
	}
	for _, f := range []secret.Format{secret.Base64URL, secret.Base64, secret.HexLower} {
		commands, _ := snippet.Terminals(32, f)
		for _, c := range commands {
			texts["terminal-"+c.ID] += c.Command + "\n"
		}
	}
	for id, text := range texts {
		sum := sha256.Sum256([]byte(text))
		texts[id] = hex.EncodeToString(sum[:])
	}
	return texts
}

func TestRecordIsOfTheTextsAsTheyAre(t *testing.T) {
	skipWhenRecording(t)
	file, err := os.ReadFile("record.json")
	require.NoError(t, err)
	var all map[string]snippet.Record
	require.NoError(t, json.Unmarshal(file, &all))
	assert.Equal(t, all, recorded(), "a record of something that there is not")

	current := hashes()
	for id, r := range all {
		assert.Equal(t, current[id], r.Hash, "%s changed after it was recorded: SNIPPET_RECORD=1 runs and records it", id)
		assert.NotEmpty(t, r.With, id)
		_, err := time.Parse(time.DateOnly, r.Date)
		assert.NoError(t, err, id)
		assert.Contains(t, []string{snippet.Run, snippet.StandIn, snippet.Parsed}, r.Checked, id)
	}
}

func TestEverySnippetWasChecked(t *testing.T) {
	skipWhenRecording(t)
	for _, s := range snippet.All() {
		assert.NotEmpty(t, s.Record().Checked, s.ID)
	}
}
