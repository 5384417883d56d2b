package pair_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/export/snippet/pair"
	"jwtsecret/app/export/snippet/snippettest"
)

var records = snippettest.Records{Texts: texts, Old: pair.Records}

func TestMain(m *testing.M) { records.Main(m) }

// texts returns both files of each library, for all algorithms.
func texts() map[string]string {
	texts := map[string]string{}
	for _, a := range algorithms {
		for _, s := range pair.Snippets(a) {
			texts[s.ID] += s.Sign + s.Verify
		}
	}
	return texts
}

func TestRecordIsOfTheTextsAsTheyAre(t *testing.T) { records.CheckFile(t) }

func TestEverySnippetWasChecked(t *testing.T) {
	snippettest.SkipWhenRecording(t)
	for id := range texts() {
		assert.NotEmpty(t, pair.Records()[id].Checked, id)
	}
}
