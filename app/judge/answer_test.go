package judge

import (
	"bytes"
	"errors"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/guess"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// ask sends a request and returns all events.
func ask(t *testing.T, r job.Request, own WordList) []job.Event {
	t.Helper()
	return askWith(t, r, Lists{Own: own, Packed: noLists})
}

// measured knows the rate of this computer already.
func measured() *Pace { return &Pace{rounds: allRounds, best: 600_000} }

// noLists is a site that packs none.
func noLists() (WordList, error) { return nil, nil }

// askWith does so at a site that packs lists.
func askWith(t *testing.T, r job.Request, l Lists) []job.Event {
	t.Helper()
	request, err := job.Encode(r)
	require.NoError(t, err)
	return askBytes(t, request, l)
}

func askBytes(t *testing.T, request []byte, l Lists) []job.Event {
	t.Helper()
	var events []job.Event
	Answer(request, l, measured(), func(message []byte) {
		e, err := job.Decode[job.Event](bytes.Clone(message)) // it is overwritten afterwards
		require.NoError(t, err)
		events = append(events, e)
	})
	require.NotEmpty(t, events)
	return events
}

// last returns the event that ends the job, and holds all before it to be
// progress or about a list.
func last(t *testing.T, events []job.Event) job.Event {
	t.Helper()
	for _, e := range events[:len(events)-1] {
		assert.True(t, e.Progress != nil || e.List != nil)
	}
	end := events[len(events)-1]
	assert.Nil(t, end.Progress)
	return end
}

func auditOf(t *testing.T, text string) job.Event {
	t.Helper()
	events := ask(t, job.Request{Audit: &job.Audit{Text: []byte(text)}}, nil)
	require.Len(t, events, 1)
	return events[0]
}

func signed(t *testing.T, a secret.Algorithm, key string) string {
	t.Helper()
	text, err := token.Sign(a, []byte(key), []byte(`{"iss":"shop","exp":1000000000}`))
	require.NoError(t, err)
	return string(text)
}

func TestARequestThatIsNoneGetsASentence(t *testing.T) {
	for _, request := range []string{"", "{}", "{", `{"Audit":7}`, "null"} {
		assert.NotEmpty(t, last(t, askBytes(t, []byte(request), Lists{Packed: noLists})).Failed, request)
	}
}

func TestTheRequestIsOverwritten(t *testing.T) {
	request, err := job.Encode(job.Request{Audit: &job.Audit{Text: []byte("secret")}})
	require.NoError(t, err)
	askBytes(t, request, Lists{Packed: noLists})
	assert.Equal(t, make([]byte, len(request)), request)
}

func TestATextThatCannotBeAuditedGetsASentence(t *testing.T) {
	for text, says := range map[string]string{
		"":                               "nothing to check",
		strings.Repeat("x", 64<<10+1):    "longer than 64 KiB",
		strings.Repeat("x", 1<<20):       "longer than 64 KiB",
		"eyJhbGciOiJIUzI1NiJ9.e30.a.b.c": "five parts",
		"eyJhbGciOiJIUzI1NiJ9.e30.a+":    "The signature cannot be read",
		"eyJhbGciOiJIUzI1NiJ9.!.AA":      "The payload cannot be read",
		"eyJhbGciOiJIUzI1NiI.e30.AA":     "The header cannot be read",
		"eyJhbGciOiJIUzI1NiJ9.e30=.AA":   "padded with =",
	} {
		e := auditOf(t, text)
		assert.Contains(t, e.Failed, says)
		assert.Nil(t, e.Secret)
		assert.Nil(t, e.Token)
	}
}

func TestATextOfTheLargestSizeAndNoiseAreAudited(t *testing.T) {
	for _, text := range []string{strings.Repeat("ab1", 64<<10/3), "\x00\xff\xfe\n\r\x80", " ", "\n"} {
		assert.NotNil(t, auditOf(t, text).Secret)
	}
}

func TestWhatOnlyContainsDotsIsASecret(t *testing.T) {
	for _, text := range []string{"a.b.c", "1.2.3.4", "...", "eyJ", "eyJhbGciOiJIUzI1NiJ9", "e30.e30", "W10.e30.AA"} {
		assert.NotNil(t, auditOf(t, text).Secret, text)
	}
}

func TestATokenIsShownWithWhatIsUnwiseInIt(t *testing.T) {
	for _, text := range []string{signed(t, secret.HS256, "x"), "  " + signed(t, secret.HS256, "x") + "\r\n"} {
		report := auditOf(t, text).Token
		require.NotNil(t, report)
		assert.Equal(t, "{\n  \"alg\": \"HS256\",\n  \"typ\": \"JWT\"\n}", string(report.Header))
		assert.Equal(t, "{\n  \"iss\": \"shop\",\n  \"exp\": 1000000000\n}", string(report.Payload))
		assert.Equal(t, "HS256", report.Algorithm)
		assert.Empty(t, report.NoSecret)
		assert.Equal(t, "Payload", report.PayloadTitle)
		require.Len(t, report.Findings, 1)
		assert.Equal(t, "expired", report.Findings[0].Code)
		assert.Equal(t, `Payload "exp"`, report.Findings[0].Title)
		assert.Equal(t, 10, report.Words, "of a date that is long past, they hold")
		require.Len(t, report.Dates, 1)
		assert.Equal(t, "exp", report.Dates[0].Name)
		assert.Contains(t, report.Dates[0].Text, "Sep 2001", "the 9th, a billion seconds after 1970 began")
	}
}

func TestATokenThatNoHMACSignedIsShownAndCannotBeAttacked(t *testing.T) {
	// {"alg":"RS256"}, {"alg":7} and {"alg":"HS256"} with a cut signature
	for text, algorithm := range map[string]string{
		"eyJhbGciOiJSUzI1NiJ9.e30.AA": "RS256", "eyJhbGciOjd9.e30.AA": "", "eyJhbGciOiJIUzI1NiJ9.e30.AA": "HS256",
	} {
		report := auditOf(t, text).Token
		require.NotNil(t, report)
		assert.Equal(t, algorithm, report.Algorithm)
		assert.NotEmpty(t, report.NoSecret)
		assert.Equal(t, report.NoSecret, last(t, ask(t, job.Request{Attack: &job.Attack{Token: []byte(text), Shares: 1}}, nil)).Failed)
	}
}

// words is a word list; with an end it breaks off there, and with a pause it is
// slow.
type words struct {
	text   string
	broken int
	pause  time.Duration
	asked  []int
}

func (w *words) Size() int { return len(w.text) }

func (w *words) Slice(from, to int) ([]byte, error) {
	w.asked = append(w.asked, from)
	time.Sleep(w.pause)
	if w.broken > 0 && from >= w.broken {
		return nil, errors.New("gone")
	}
	return []byte(w.text[from:min(to, len(w.text))]), nil
}

func TestAnAttackFindsTheSecretInOneShare(t *testing.T) {
	hits := 0
	for share := range 2 {
		a := job.Attack{Token: []byte(signed(t, secret.HS512, "correct horse battery staple!")), Share: share, Shares: 2}
		list := &words{text: "one\r\ntwo\r\ncorrect horse battery staple!\r\n", broken: 1 << 30}
		if share == 1 { // the other share would go through millions of forms
			list.text += strings.Repeat("x", 2*sliceSize) + "\n"
			list.broken = sliceSize
		}
		events := ask(t, job.Request{Attack: &a}, list)
		for _, e := range events[:len(events)-1] {
			assert.False(t, e.Progress != nil && strings.Contains(e.Progress.Trying, "derived"), "a list that breaks off ends the attack")
		}
		end := last(t, events)
		if end.Hit != nil {
			hits++
			assert.Equal(t, "correct horse battery staple!", string(end.Hit.Secret))
			assert.Equal(t, "UTF-8", end.Hit.Reading)
			assert.Equal(t, "your word list", end.Hit.Source)
			assert.Greater(t, end.Hit.Place, 40_000, "the common words came before")
			continue
		}
		assert.Contains(t, end.Failed, "word list")
	}
	assert.Equal(t, 1, hits)
}

func TestAnAttackFindsTheEmptySecret(t *testing.T) {
	a := job.Attack{Token: []byte(signed(t, secret.HS256, "")), Shares: 1}
	e := last(t, ask(t, job.Request{Attack: &a}, nil))
	require.NotNil(t, e.Hit)
	assert.Empty(t, e.Hit.Secret)
	assert.Equal(t, "defaults of libraries", e.Hit.Source)
}

// The lists are not asked for: "secret" is a common word, and has six letters.
func TestAnAttackOnShortSecretsTriesNothingElse(t *testing.T) {
	attack := func(key string, short guess.Short) job.Event {
		a := job.Attack{Token: []byte(signed(t, secret.HS384, key)), Shares: 1, Short: &short}
		return last(t, askWith(t, job.Request{Attack: &a}, Lists{Packed: func() (WordList, error) { return nil, errors.New("gone") }}))
	}
	hit := attack("zq7", guess.Short{Alphabet: 2, Longest: 3}).Hit
	require.NotNil(t, hit)
	assert.Equal(t, "zq7", string(hit.Secret))
	assert.Equal(t, "secrets of up to 3 characters (lower-case letters and digits)", hit.Source)
	missed := attack("secret", guess.Short{Alphabet: 1, Longest: 3}).Missed
	require.NotNil(t, missed)
	assert.Equal(t, 26+26*26+26*26*26, missed.Tried)
	assert.Equal(t, missed.Tried, missed.Total)
	for _, none := range []guess.Short{{Alphabet: 9, Longest: 3}, {Alphabet: 1, Longest: 6}, {}} {
		assert.Equal(t, unknownRequest, attack("secret", none).Failed)
	}
}

func TestAWordListIsReadInSlices(t *testing.T) {
	list := &words{text: strings.Repeat("x", 3*sliceSize) + "\nthe right one"}
	a := job.Attack{Token: []byte(signed(t, secret.HS256, "the right one")), Shares: 1}
	events := ask(t, job.Request{Attack: &a}, list)
	require.NotNil(t, last(t, events).Hit)
	assert.Equal(t, []int{0, 0, sliceSize, 2 * sliceSize, 3 * sliceSize}, list.asked, "its beginning once more, for the remarks")
}

func TestAnAttackThatLacksItsWordListSaysSo(t *testing.T) {
	a := job.Attack{Token: []byte(signed(t, secret.HS256, "x y z")), Shares: 1, WithFile: true}
	assert.Contains(t, last(t, ask(t, job.Request{Attack: &a}, nil)).Failed, "did not arrive")
}

func TestAnAttackLeavesTheCollectorAsItWas(t *testing.T) {
	before := debug.SetGCPercent(100)
	ask(t, job.Request{Attack: &job.Attack{Token: []byte(signed(t, secret.HS256, "secret")), Shares: 1}}, nil)
	assert.Equal(t, 100, debug.SetGCPercent(before))
}
