package guide

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/meta"
)

// answers are the bits of the four formulas for a text.
func answers(text string) (all []string) {
	for _, row := range formulaRows([]byte(text)) {
		all = append(all, strings.TrimSuffix(row[1], " bits"))
	}
	return all
}

// Arithmetic: log₂ 26 is 4.7004, log₂ 36 is 5.1699, log₂ 94 is 6.5546.
func TestFourFormulasDisagree(t *testing.T) {
	for text, want := range map[string][]string{
		// 8·32; 32·4.7004 is 150.4; one character has no entropy, twice.
		strings.Repeat("a", 32): {"256", "150", "0", "0"},
		// it-tools shows 301 bits for 64 of the letter a.
		strings.Repeat("a", 64): {"512", "301", "0", "0"},
		// 16 characters equally often: 64·4, the "perfect" 256; 64·5.1699 is 330.9.
		strings.Repeat("0123456789abcdef", 4): {"512", "331", "256", "256"},
		// Of 8 characters 4, 2, 1 and 1: 8·(½·1 + ¼·2 + ⅛·3 + ⅛·3) is 14; 8·log₂ 4 is 16;
		// 8·4.7004 is 37.6.
		"aaaabbcd": {"64", "38", "14", "16"},
		// Each of 4 kinds: 4·6.5546 is 26.2.
		"aB3!": {"32", "26", "8", "8"},
		// Characters, not bytes.
		"éé": {"16", "10", "0", "0"},
	} {
		assert.Equal(t, want, answers(text), text)
	}
}

// it-tools shows 288 bits for 32 random bytes in base64: 44 characters with =, 44·6.5546, as
// long as every kind of character is in the text.
func TestTheKindsOfCharactersOfBase64(t *testing.T) {
	text := base64.StdEncoding.EncodeToString([]byte("0123456789abcdefghijklmnopqrstuv"))
	require.Len(t, text, 44)
	assert.Equal(t, "288", answers(text)[1])
}

func TestWhatIsNoTextHasASentence(t *testing.T) {
	v := show(&formulas{}, Form{})
	assert.Contains(t, v.text("truth"), "Type a text")
	assert.Empty(t, v.rows("says"))
	v = show(&formulas{}, Form{"secret": make([]byte, 4097)})
	assert.Contains(t, v.text("truth"), "longer than 4096 bytes")
}

// saying answers an audit with a verdict for HS256.
func saying(t *testing.T, wantText string, r job.SecretReport) *fakePage {
	return &fakePage{t: t, auditor: answering(func(asked job.Request) job.Event {
		require.NotNil(t, asked.Audit)
		assert.Equal(t, wantText, string(asked.Audit.Text))
		return job.Event{Secret: &r}
	})}
}

func TestAPresetIsFilledInAndTheAuditIsAskedAboutIt(t *testing.T) {
	for name, text := range map[string]string{
		"same":    strings.Repeat("a", 32),
		"pattern": strings.Repeat("0123456789abcdef", 4),
		"hash":    "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b", // printf secret | sha256sum
	} {
		e := saying(t, text, job.SecretReport{
			Verdicts: job.Verdicts{{Algorithm: "HS256", Bits: 20, Code: "unusable", Sentence: "Replace it."}},
			Findings: []job.Finding{{Sentence: "This is the hash of a common word."}},
		})
		(&formulas{}).Act(name, Form{"secret": []byte("typed before")}, e)
		assert.Equal(t, text, e.view.text("secret"))
		assert.Len(t, e.view.rows("says"), 4)
		assert.Equal(t, "At most 20 bits. This is the hash of a common word.", e.view.text("truth"))
		assert.Equal(t, "bad", e.view.state("truth"))
	}
}

func TestTheAuditIsAskedAboutWhatIsTyped(t *testing.T) {
	for want, r := range map[string]job.SecretReport{
		"At most 1 bit. Too short.": {Verdicts: job.Verdicts{{Bits: 1, Code: meta.BelowRule, Sentence: "Too short."}}},
		"At most 256 bits. No defect was found, but only who made it can know what it is worth.": {
			Verdicts: job.Verdicts{{Bits: 256, Code: meta.NoDefect}},
		},
	} {
		e := saying(t, "typed", r)
		(&formulas{}).Act("ask", Form{"secret": []byte("typed")}, e)
		assert.Equal(t, want, e.view.text("truth"))
	}
}

func TestNothingIsNotAskedAbout(t *testing.T) {
	e := &fakePage{t: t, auditor: failing("It was asked.")}
	(&formulas{}).Act("ask", Form{}, e)
	assert.Contains(t, e.view.text("truth"), "nothing to ask about")
	assert.Equal(t, "bad", e.view.state("truth"))
}

func TestATokenAndAFailureHaveTheirSentences(t *testing.T) {
	e := &fakePage{t: t, auditor: answering(func(job.Request) job.Event { return job.Event{Token: &job.TokenReport{}} })}
	(&formulas{}).Act("ask", Form{"secret": []byte("a.b.c")}, e)
	assert.Contains(t, e.view.text("truth"), "a token, not a secret")
	e = &fakePage{t: t, auditor: failing("It broke.")}
	(&formulas{}).Act("ask", Form{"secret": []byte("x")}, e)
	assert.Equal(t, "It broke.", e.view.text("truth"))
}

func TestAnAnswerOnWhatStoodThereBeforeIsDropped(t *testing.T) {
	var give func(job.Event)
	e, b := &fakePage{t: t, auditor: func(_ job.Request, event func(job.Event), _ func(string)) { give = event }}, &formulas{}
	b.Act("ask", Form{"secret": []byte("before")}, e)
	assert.Equal(t, "Asking the audit…", e.view.text("truth"))
	b.Show(Form{"secret": []byte("now")}, &e.view)
	give(job.Event{Secret: &job.SecretReport{Verdicts: job.Verdicts{{Bits: 9}}}})
	assert.Equal(t, "Not asked yet.", e.view.text("truth"))
	assert.Equal(t, 1, e.stops)
}

func TestOfASecretThatThePageDrewTheTruthIsKnown(t *testing.T) {
	e := &fakePage{t: t} // asks nobody
	(&formulas{}).Act("random", nil, e)
	text := e.view.text("secret")
	raw, err := base64.RawURLEncoding.DecodeString(text)
	require.NoError(t, err)
	assert.Len(t, raw, 32)
	assert.Equal(t, "good", e.view.state("truth"))
	assert.Contains(t, e.view.text("truth"), "256 bits: known")
	assert.Equal(t, "344 bits", e.view.rows("says")[0][1]) // 43 characters
}

// The figures are those in the README of sr-lab/entropy-calculator.
func TestShannonTimesLengthIsWhatOthersReckon(t *testing.T) {
	for text, want := range map[string]float64{
		"123456": 15.5097750043269, "123456789": 28.5293250129808, "12345": 11.6096404744368, "111111": 0,
		"1234567": 19.6514844544032, "dragon": 15.5097750043269, "password": 22,
	} {
		assert.InDelta(t, want, byShannon([]byte(text)), 1e-9, text)
	}
}
