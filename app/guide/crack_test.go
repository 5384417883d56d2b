package guide

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/judge"
)

// attackedPage is a page whose auditor answers as a test wants.
type attackedPage struct {
	quietPage
	answer  func(attack int, r job.Request, event func(job.Event), failed func(string))
	attacks int
	stopped int
	clock   float64
}

func (p *attackedPage) Milliseconds() float64 { p.clock += 1200; return p.clock }

func (p *attackedPage) Ask(r job.Request, event func(job.Event), failed func(string)) func() {
	p.attacks++
	p.answer(p.attacks, r, event, failed)
	return func() { p.stopped++ }
}

func crackForm(sample, own string) Form { return Form{"sample": []byte(sample), "own": []byte(own)} }

func progressed(tried int, seconds float64) job.Event {
	return job.Event{Progress: &job.Progress{Tried: tried, Total: 60_000_000, Seconds: seconds, Trying: "common words"}}
}

// The header and the claims are written out here, and signed with crypto/hmac.
func TestTheTokenIsSignedWithTheChosenSecretOrTheTypedOne(t *testing.T) {
	input := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." +
		base64.RawURLEncoding.EncodeToString([]byte(`{"iss":"https://login.acme.example","sub":"alice","role":"user"}`))
	for _, c := range []struct{ sample, own, key string }{
		{"hunter2", "", "hunter2"}, {"hunter2", "my own", "my own"},
	} {
		mac := hmac.New(sha256.New, []byte(c.key))
		mac.Write([]byte(input))
		var v View
		(&crack{}).Show(crackForm(c.sample, c.own), &v)
		var r result
		r.take(v)
		assert.Equal(t, input+"."+base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), r.texts["token"])
		assert.False(t, r.allowed["stop"], "nothing is to be stopped yet")
	}
}

func TestASecretThatIsFoundIsShownWithItsPlace(t *testing.T) {
	page := &attackedPage{answer: func(attack int, r job.Request, event func(job.Event), _ func(string)) {
		require.NotNil(t, r.Attack)
		assert.Equal(t, 1, r.Attack.Shares)
		event(progressed(1_000_000, 1))
		event(progressed(3_000_000, 2))
		found := []byte("hunter2")
		event(job.Event{Hit: &job.Hit{Secret: found, Reading: "UTF-8", Source: "common words", Place: 711_230}})
		clear(found) // as the page does with each message
	}}
	(&crack{}).Act("attack", crackForm("hunter2", ""), page)
	assert.Equal(t, "hunter2", page.texts["found"])
	assert.Equal(t, "bad", page.states["outcome"])
	assert.Equal(t, "Found: guess number 711,230, among common words. It was read as UTF-8. That took 1 second.", page.texts["outcome"])
	assert.Contains(t, page.texts["meaning"], "any account")
	assert.Equal(t, 1, page.attacks, "two seconds are enough to tell the rate")
	assert.Equal(t, "2.0 million", page.rows["times"][0][1], "3 million less 1 million, in one second")
	assert.False(t, page.allowed["stop"])
	assert.Zero(t, page.stopped, "an auditor that has ended may rest")
}

func TestASecretThatIsFoundAtOnceLeavesTheRateToBeMeasured(t *testing.T) {
	var second job.Request
	page := &attackedPage{answer: func(attack int, r job.Request, event func(job.Event), _ func(string)) {
		if attack != 2 {
			event(job.Event{Hit: &job.Hit{Secret: []byte("secret"), Reading: "UTF-8", Source: "defaults of libraries", Place: 1}})
			return
		}
		second = r
		event(progressed(100_000, 0.5))
		event(progressed(500_000, 0.9))
		event(progressed(1_300_000, 1.5))
	}}
	c := &crack{}
	c.Act("attack", crackForm("secret", ""), page)
	assert.Equal(t, 2, page.attacks)
	assert.NotEmpty(t, second.Attack.Token)
	assert.Equal(t, "1.2 million", page.rows["times"][0][1])
	assert.Equal(t, 1, page.stopped, "the second attack finds nothing, and is stopped")
	assert.Equal(t, "secret", page.texts["found"], "what was found stays")

	c.Act("attack", crackForm("secret", ""), page)
	assert.Equal(t, 3, page.attacks, "once is enough")
}

func TestASecretThatIsNotFoundIsNotCalledSafe(t *testing.T) {
	page := &attackedPage{answer: func(_ int, _ job.Request, event func(job.Event), _ func(string)) {
		event(progressed(1_000_000, 1))
		event(job.Event{Missed: &job.Progress{Tried: 60_000_000, Total: 60_000_000, Seconds: 60}})
	}}
	(&crack{}).Act("attack", crackForm("", "x"), page)
	assert.Equal(t, "Not found among 60,000,000 candidates. That does not mean it is safe: others have longer lists and faster machines.", page.texts["outcome"])
	assert.Contains(t, page.texts["meaning"], "less than a second", "60 million by 4,034 million")
	assert.Equal(t, "1.0 million", page.rows["times"][0][1], "59 million in 59 seconds")
	assert.Empty(t, page.texts["found"])
	assert.Empty(t, page.states["outcome"])
}

func TestProgressSaysHowFarAndHowFast(t *testing.T) {
	var during string
	page := &attackedPage{}
	page.answer = func(_ int, _ job.Request, event func(job.Event), failed func(string)) {
		event(progressed(6_000_000, 4))
		during = page.texts["progress"]
		failed("The auditor broke.")
	}
	(&crack{}).Act("attack", crackForm("x", ""), page)
	assert.Equal(t, "6,000,000 of 60,000,000 tried (10 %), 1,500,000 a second: common words.", during)
	assert.Equal(t, "The auditor broke. At least 6,000,000 candidates were tried, and none of them fits.", page.texts["outcome"])
	assert.Empty(t, page.texts["progress"])
}

// An attack of which nothing comes is stopped by the button, by another secret, and when
// the page is left.
func TestAnAttackIsStopped(t *testing.T) {
	for name, c := range map[string]struct {
		stop func(c *crack)
		want string
	}{
		"by the button":     {func(c *crack) { c.Act("stop", nil, nil) }, "Stopped."},
		"by leaving":        {func(c *crack) { c.Forget() }, "Stopped."},
		"by another secret": {func(c *crack) { c.Show(crackForm("y", ""), &View{}) }, "Stopped: the token is another one now."},
	} {
		t.Run(name, func(t *testing.T) {
			asked, ended := make(chan bool), make(chan bool)
			page := &attackedPage{answer: func(int, job.Request, func(job.Event), func(string)) { close(asked) }}
			box := &crack{}
			go func() {
				box.Act("attack", crackForm("x", ""), page)
				close(ended)
			}()
			<-asked
			var v View
			box.Show(crackForm("x", ""), &v)
			var r result
			r.take(v)
			assert.True(t, r.allowed["stop"], "it can be stopped")
			c.stop(box)
			select {
			case <-ended:
			case <-time.After(5 * time.Second):
				t.Fatal("it goes on")
			}
			assert.Equal(t, c.want, page.texts["outcome"])
			assert.Equal(t, 1, page.stopped)
			assert.False(t, page.allowed["stop"])
		})
	}
}

func TestWhatWasFoundGoesWithItsToken(t *testing.T) {
	page := &attackedPage{answer: func(_ int, _ job.Request, event func(job.Event), _ func(string)) {
		event(progressed(1, 0))
		event(progressed(2, 1))
		event(job.Event{Hit: &job.Hit{Secret: []byte("x")}})
	}}
	c := &crack{}
	c.Act("attack", crackForm("x", ""), page)
	for own, want := range map[string]bool{"": false, "y": true} {
		var v View
		c.Show(crackForm("x", own), &v)
		var r result
		r.take(v)
		_, emptied := r.texts["found"]
		assert.Equal(t, want, emptied, "own %q", own)
	}
}

// The real auditor finds all samples but the passphrase within seconds; that one is there to
// show that not found is not safe.
func TestTheSamplesAreFoundByTheAuditor(t *testing.T) {
	for _, sample := range []string{"secret", "changeme", "your-256-bit-secret", "hunter2", "my-super-secret-key", "Acme-2026"} {
		page := &attackedPage{answer: func(attack int, r job.Request, event func(job.Event), _ func(string)) {
			message, err := job.Encode(r)
			require.NoError(t, err)
			if attack > 1 {
				event(progressed(1, 0))
				event(progressed(2, 1))
				return
			}
			judge.Answer(message, judge.Lists{}, nil, func(answer []byte) {
				e, err := job.Decode[job.Event](answer)
				require.NoError(t, err)
				event(e)
			})
		}}
		(&crack{}).Act("attack", crackForm(sample, ""), page)
		assert.Equal(t, sample, page.texts["found"])
		assert.True(t, strings.HasPrefix(page.texts["outcome"], "Found: guess number "), page.texts["outcome"])
	}
}
