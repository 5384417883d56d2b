package job_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/job"
)

func TestProgressIsASentenceOfWhatIsKnown(t *testing.T) {
	for want, p := range map[string]job.Progress{
		"0 tried.":                                     {},
		"1,000 tried: common words.":                   {Tried: 1000, Trying: "common words"},
		"2,000 of 8,000 tried (25 %).":                 {Tried: 2000, Total: 8000},
		"7 tried: your word list, 3 % of it, 1 line.":  {Tried: 7, Trying: "your word list, 3 % of it", Lines: 1},
		"7 tried: your word list, 9 % of it, 2 lines.": {Tried: 7, Trying: "your word list, 9 % of it", Lines: 2},
	} {
		assert.Equal(t, want, job.ProgressSentence(p.Tried, p.Total, 0, p.Trying, p.Lines))
	}
	assert.Equal(t, "7 tried, 1,500 a second.", job.ProgressSentence(7, 0, 1500.9, "", 0))
}

func TestASentenceOfAHitHasNothingOfTheSecret(t *testing.T) {
	hit := job.Hit{Secret: []byte("changeme"), Reading: "UTF-8", Source: "common words", Place: 1234}
	assert.Equal(t, "Found: guess number 1,234, among common words.", job.HitSentence(&hit))
}
