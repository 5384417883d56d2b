package ui

import (
	"bytes"
	"encoding/base64"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// mountedPair shows the page without a browser, as if the auditor was at work on a key
// to make, and returns what lets it answer. The message is wiped, as that of a browser is.
func mountedPair(t *testing.T) (p *pairPage, act func(func()), answers func(job.KeysReport)) {
	t.Helper()
	p = &pairPage{}
	act = mounted(t, p)
	return p, act, func(r job.KeysReport) {
		act(func() {
			p.asking = &task{job: &browser.Job{}}
			if p.asked.Text == nil {
				p.asked = p.request(true)
			}
			message, err := job.Encode(job.Event{Keys: &r})
			require.NoError(t, err)
			e, err := job.Decode[job.Event](message)
			require.NoError(t, err)
			p.hear(e)
			clear(message)
		})
	}
}

// madePair is an answer of the auditor.
func madePair() job.KeysReport {
	return job.KeysReport{
		Keys: []job.KeyReport{{Title: "ES256 key pair", KeyID: "spring", Thumbprint: "abc", Facts: []job.Fact{{Name: "Curve", Text: "P-256"}}}},
		Files: []job.KeyFile{
			{Name: "private.pem", Title: "Private key", Private: true, Text: []byte("the private part")},
			{Name: "jwks.json", Title: "Key set", Text: []byte(`{"keys": []}`)},
			{Name: "sec1.pem", Title: "SEC 1", More: true, Private: true, Text: []byte("once more")},
		},
		Token: []byte("a.b.c"), Signed: "Verified with the public key.",
		Snippets: []job.KeySnippet{{ID: "one", Title: "One", Sign: "sign();", Verify: "verify();"}, {ID: "two", Title: "Two", Sign: "sign(2);", Verify: "verify(2);"}},
	}
}

func TestThePageDrawsTheKeyThatItIsTold(t *testing.T) {
	p, act, answers := mountedPair(t)
	answers(madePair())
	html := drawn(p)
	for _, part := range []string{">ES256 key pair<", "P-256", "spring", "abc", "Verified with the public key.", "{&#34;keys&#34;: []}", "Other forms", "sign", ">Ready: ES256 key pair.<"} {
		assert.Contains(t, html, part)
	}
	for _, private := range []string{"the private part", "once more", "a.b.c"} {
		assert.NotContains(t, html, private, "it is no part of the drawn tree")
	}
	act(func() { p.code = "two" })
	assert.Contains(t, string(p.files()[5].Text), "verify(2);")
}

func TestWhatIsWrongStandsAtItsFieldAndKeepsTheKeyOfBefore(t *testing.T) {
	p, act, answers := mountedPair(t)
	answers(madePair())
	for _, f := range []struct {
		field string
		job.KeysReport
	}{
		{"pair-kid", job.KeysReport{KeyIDProblem: "Wrong."}}, {"pair-lock", job.KeysReport{PassphraseProblem: "Wrong."}},
		{"pair-certificate", job.KeysReport{CertificateProblem: "Wrong."}}, {"pair-text", job.KeysReport{TextProblem: "Wrong."}},
		{"pair-served", job.KeysReport{PublishedProblem: "Wrong."}},
	} {
		answers(f.KeysReport)
		assert.Contains(t, drawn(p), `id="`+f.field+`-problem"`, f.field)
		assert.Equal(t, "Nothing was made: Wrong.", string(bytes.ReplaceAll([]byte(p.status), []byte("\u00a0"), nil)))
		assert.Contains(t, drawn(p), ">ES256 key pair<")
	}
	act(func() { p.asked = job.Keys{Text: []byte("a key")} })
	answers(job.KeysReport{PassphraseProblem: "Wrong."})
	assert.Contains(t, drawn(p), `id="pair-open-problem"`, "of the key that was pasted")
}

func TestWhatIsAskedForAndNotAnsweredIsWiped(t *testing.T) {
	for what, ends := range map[string]func(p *pairPage, answers func(job.KeysReport)){
		"refused": func(_ *pairPage, answers func(job.KeysReport)) { answers(job.KeysReport{PassphraseProblem: "Wrong."}) },
		"stopped": func(p *pairPage, _ func(job.KeysReport)) { p.stop() },
		"cleared": func(p *pairPage, _ func(job.KeysReport)) { p.clear() },
	} {
		p, act, answers := mountedPair(t)
		asked := job.Keys{Text: []byte("a private key"), Passphrase: []byte("battery staple")}
		act(func() { p.asked, p.asking = asked, &task{job: &browser.Job{}} })
		if ends(p, answers); what != "refused" {
			assert.False(t, p.asking.running())
		}
		assert.Empty(t, bytes.Trim(append(asked.Text, asked.Passphrase...), "\x00"), what)
	}
	p, act, _ := mountedPair(t)
	act(func() { p.send(job.Keys{Text: []byte("a private key")}, "") }) // no auditor can be started here
	eventually(t, act, func() bool { return !p.asking.running() })
	assert.Empty(t, bytes.Trim(p.asked.Text, "\x00"))
}

// What stands in no field is refused before the auditor is asked.
func TestOfWhatIsRefusedAtOnceNoCopyIsInMemory(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	p, act, answers := mountedPair(t)
	answers(madePair())
	set := written(base64.RawURLEncoding.AppendEncode)
	act(func() { p.made.set = set; p.add() })
	assert.Contains(t, p.status, "Paste the key set")
	clear(set)
	assertGone(t)
	asked := job.Keys{Passphrase: []byte("battery staple")} // where there is no browser, no field holds one
	act(func() { p.refuse(&asked, problems{fieldPairText: "No."}) })
	assert.Empty(t, bytes.Trim(asked.Passphrase, "\x00"))
}

func TestAKeyThatWasReplacedCanBeBroughtBack(t *testing.T) {
	p, act, answers := mountedPair(t)
	answers(madePair())
	first := p.made.files[0].Text
	answers(job.KeysReport{Keys: []job.KeyReport{{Title: "RS256 key pair"}}, Files: []job.KeyFile{{Name: "private.pem", Private: true, Text: []byte("another")}}})
	second := p.made.files[0].Text
	assert.Contains(t, p.status, "What was here before can be brought back.")
	assert.Contains(t, drawn(p), `id="undo"`)
	act(p.undo)
	assert.Equal(t, "the private part", string(p.made.files[0].Text))
	assert.Contains(t, drawn(p), ">ES256 key pair<")
	assert.Empty(t, bytes.Trim(second, "\x00"))

	act(p.clear)
	assert.Nil(t, p.made)
	assert.Contains(t, drawn(p), `id="undo"`)
	assert.NotEmpty(t, bytes.Trim(first, "\x00"))
	act(func() { p.undoEnds(p.before) })
	assert.Empty(t, bytes.Trim(first, "\x00"))
	assert.NotContains(t, drawn(p), `id="undo"`)
	assert.Contains(t, p.status, "What was here before is gone.")
}

// A button goes with the next drawing, a moment after what it is for.
func TestAClickOnAKeyThatComesTooLateDoesNothing(t *testing.T) {
	p, act, answers := mountedPair(t)
	answers(madePair())
	assert.NotPanics(t, func() {
		act(func() {
			p.hand("copy-6", "6")
			p.clear()
			p.hand("copy-0", "0")
			p.hand("download-0", "0")
			p.stop()
			p.add()
			p.clear()
			p.undo()
			p.undo()
		})
	})
	assert.Equal(t, "Brought back: ES256 key pair.", p.status)
}

func TestAKeyIsPutAsideWhileTheFormAsksForAnother(t *testing.T) {
	p, act, answers := mountedPair(t)
	answers(madePair())
	assert.NotContains(t, drawn(p), "result aside")
	act(func() { p.kind = usualPair("RS256"); p.follow() })
	assert.Contains(t, drawn(p), "result aside")
	assert.Contains(t, drawn(p), `id="former"`)
	act(func() { p.kind = usualPair("ES256"); p.follow() })
	assert.NotContains(t, drawn(p), "result aside")
}

func TestTheKeySetOfAllTakesThePlaceOfTheKeyAlone(t *testing.T) {
	p, act, answers := mountedPair(t)
	answers(madePair())
	act(func() { p.asked = job.Keys{Text: bytes.Clone(p.made.set), Published: []byte("{}")} })
	answers(job.KeysReport{Keys: []job.KeyReport{{Title: "a public key"}}, Files: []job.KeyFile{{Name: "jwks.json", Text: []byte("both")}}})
	assert.Equal(t, "both", string(p.made.files[1].Text))
	assert.Equal(t, `{"keys": []}`, string(p.made.set), "what is added next time")
	assert.Contains(t, drawn(p), ">ES256 key pair<")
	assert.Contains(t, drawn(p), "both")
}

func TestAKeyThatIsBroughtBackKeepsItsOwnKeySet(t *testing.T) {
	p, act, answers := mountedPair(t)
	answers(madePair())
	answers(madePair())
	act(func() {
		p.asked, p.asking = job.Keys{Text: bytes.Clone(p.made.set), Published: []byte("{}")}, &task{job: &browser.Job{}}
		p.undo()
	})
	assert.False(t, p.asking.running(), "the other key is not added any more")
}

func TestThePageSaysOfAPastedKeyThatNothingIsWrong(t *testing.T) {
	p, act, answers := mountedPair(t)
	act(func() { p.asked = job.Keys{Text: []byte("a key")} })
	answers(madePair())
	assert.Contains(t, drawn(p), "Nothing wrong was found")
	flawed := madePair()
	flawed.Keys[0].Findings = []job.Finding{{Code: "rsa-short", Title: "Too short", Sentence: "It has 1,024 bits."}}
	answers(flawed)
	assert.NotContains(t, drawn(p), "Nothing wrong was found")
	assert.Contains(t, drawn(p), `data-code="rsa-short"`)
	shared := madePair()
	shared.Findings = []job.Finding{{Code: "rsa-shared", Title: "A prime in common", Sentence: "Two keys of the text share it."}}
	answers(shared)
	assert.NotContains(t, drawn(p), "Nothing wrong was found")
	assert.Contains(t, drawn(p), `data-code="rsa-shared"`)
}

func TestASymmetricKeyHasNoThumbprintAndNoRotationOfPairs(t *testing.T) {
	p, _, answers := mountedPair(t)
	answers(madePair())
	assert.Contains(t, drawn(p), ">Thumbprint<")
	assert.Contains(t, drawn(p), "plan the rotation")
	answers(job.KeysReport{Keys: []job.KeyReport{{Title: "A256KW key", KeyID: "spring"}}, Files: []job.KeyFile{{Name: "key.txt", Private: true, Text: []byte("private")}}})
	assert.NotContains(t, drawn(p), ">Thumbprint<")
	assert.NotContains(t, drawn(p), "plan the rotation")
}

func TestOfSeveralKeysTheFirstIsDescribedAndTheOthersUnfold(t *testing.T) {
	p, _, answers := mountedPair(t)
	two := madePair()
	two.Keys = append(two.Keys, job.KeyReport{Title: "RSA public key", KeyID: "winter", Findings: []job.Finding{{Title: "Too short"}}})
	answers(two)
	html := drawn(p)
	other := html[strings.Index(html, `id="key-1"`):]
	assert.Contains(t, other[:strings.Index(other, "</summary>")], "RSA public key winter")
	assert.Contains(t, other[strings.Index(other, "</details>"):], "Too short", "what is wrong is not folded")
}

func TestThePageOfKeysSaysThatTheAuditorBrokeDown(t *testing.T) {
	p, act, _ := mountedPair(t)
	act(p.generate) // no auditor can be started here
	eventually(t, act, func() bool { return !p.asking.running() })
	assert.Contains(t, drawn(p), "What you pasted is still here")
	require.Nil(t, p.made)
}
