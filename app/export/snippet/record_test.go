package snippet_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/snippettest"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

var records = snippettest.Records{Texts: texts, Old: recorded}

func TestMain(m *testing.M) { records.Main(m) }

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

// texts returns all texts of each snippet and command.
func texts() map[string]string {
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
	return texts
}

func TestRecordIsOfTheTextsAsTheyAre(t *testing.T) { records.CheckFile(t) }

func TestEverySnippetWasChecked(t *testing.T) {
	snippettest.SkipWhenRecording(t)
	for _, s := range snippet.All() {
		assert.NotEmpty(t, s.Record().Checked, s.ID)
	}
}
