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

// attacked is a page whose auditor answers as a test wants, and whose clock is 1.2 seconds
// later each time it is asked.
func attacked(t *testing.T, answer func(page *fakePage, r job.Request, event func(job.Event), failed func(string))) *fakePage {
	page := &fakePage{t: t, tick: 1200}
	page.auditor = func(r job.Request, event func(job.Event), failed func(string)) { answer(page, r, event, failed) }
	return page
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
		r := show(&crack{}, crackForm(c.sample, c.own))
		assert.Equal(t, input+"."+base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), r.text("token"))
		assert.False(t, r.allowed("stop"), "nothing is to be stopped yet")
	}
}

func TestASecretThatIsFoundIsShownWithItsPlace(t *testing.T) {
	page := attacked(t, func(page *fakePage, r job.Request, event func(job.Event), _ func(string)) {
		require.NotNil(t, r.Attack)
		assert.Equal(t, 1, r.Attack.Shares)
		event(progressed(1_000_000, 1))
		event(progressed(3_000_000, 2))
		found := []byte("hunter2")
		event(job.Event{Hit: &job.Hit{Secret: found, Reading: "UTF-8", Source: "common words", Place: 711_230}})
		clear(found) // as the page does with each message
	})
	(&crack{}).Act("attack", crackForm("hunter2", ""), page)
	assert.Equal(t, "hunter2", page.view.text("found"))
	assert.Equal(t, "bad", page.view.state("outcome"))
	assert.Equal(t, "Found: guess number 711,230, among common words. It was read as UTF-8. That took 1 second.", page.view.text("outcome"))
	assert.Contains(t, page.view.text("meaning"), "any account")
	assert.Equal(t, 1, page.asked, "two seconds are enough to tell the rate")
	assert.Equal(t, "2.0 million", page.view.rows("times")[0][1], "3 million less 1 million, in one second")
	assert.False(t, page.view.allowed("stop"))
	assert.Zero(t, page.stops, "an auditor that has ended may rest")
}

func TestASecretThatIsFoundAtOnceLeavesTheRateToBeMeasured(t *testing.T) {
	var second job.Request
	page := attacked(t, func(page *fakePage, r job.Request, event func(job.Event), _ func(string)) {
		if page.asked != 2 {
			event(job.Event{Hit: &job.Hit{Secret: []byte("secret"), Reading: "UTF-8", Source: "defaults of libraries", Place: 1}})
			return
		}
		second = r
		event(progressed(100_000, 0.5))
		event(progressed(500_000, 0.9))
		event(progressed(1_300_000, 1.5))
	})
	c := &crack{}
	c.Act("attack", crackForm("secret", ""), page)
	assert.Equal(t, 2, page.asked)
	assert.NotEmpty(t, second.Attack.Token)
	assert.Equal(t, "1.2 million", page.view.rows("times")[0][1])
	assert.Equal(t, 1, page.stops, "the second attack finds nothing, and is stopped")
	assert.Equal(t, "secret", page.view.text("found"), "what was found stays")

	c.Act("attack", crackForm("secret", ""), page)
	assert.Equal(t, 3, page.asked, "once is enough")
}

func TestASecretThatIsNotFoundIsNotCalledSafe(t *testing.T) {
	page := attacked(t, func(_ *fakePage, _ job.Request, event func(job.Event), _ func(string)) {
		event(progressed(1_000_000, 1))
		event(job.Event{Missed: &job.Progress{Tried: 60_000_000, Total: 60_000_000, Seconds: 60}})
	})
	(&crack{}).Act("attack", crackForm("", "x"), page)
	assert.Equal(t, "Not found among 60,000,000 candidates. That does not mean it is safe: others have longer lists and faster machines.", page.view.text("outcome"))
	assert.Contains(t, page.view.text("meaning"), "less than a second", "60 million by 4,034 million")
	assert.Equal(t, "1.0 million", page.view.rows("times")[0][1], "59 million in 59 seconds")
	assert.Empty(t, page.view.text("found"))
	assert.Empty(t, page.view.state("outcome"))
}

func TestProgressSaysHowFarAndHowFast(t *testing.T) {
	var during string
	page := attacked(t, func(page *fakePage, _ job.Request, event func(job.Event), failed func(string)) {
		event(progressed(6_000_000, 4))
		during = page.view.text("progress")
		failed("The auditor broke.")
	})
	(&crack{}).Act("attack", crackForm("x", ""), page)
	assert.Equal(t, "6,000,000 of 60,000,000 tried (10 %), 1,500,000 a second: common words.", during)
	assert.Equal(t, "The auditor broke. At least 6,000,000 candidates were tried, and none of them fits.", page.view.text("outcome"))
	assert.Empty(t, page.view.text("progress"))
}

func TestHowLongTheListsAreIsKnownFromThenOn(t *testing.T) {
	page := attacked(t, func(page *fakePage, _ job.Request, event func(job.Event), failed func(string)) {
		if page.asked == 1 {
			event(progressed(6_000_000, 4))
		}
		failed("The auditor broke.")
	})
	c := &crack{}
	for range 2 {
		c.Act("attack", crackForm("x", ""), page)
		assert.Equal(t, "The lists of this page, 60 million", page.view.rows("times")[1][0])
	}
}

// An attack of which nothing comes is stopped by the button, by another secret, and when
// the page is left.
func TestAnAttackIsStopped(t *testing.T) {
	for name, c := range map[string]struct {
		stop func(c *crack)
		want string
	}{
		"by the button":     {func(c *crack) { c.Act("stop", nil, nil) }, "Stopped. At least 2,000,000 candidates were tried, and none of them fits."},
		"by leaving":        {func(c *crack) { c.Forget() }, "Stopped. At least 2,000,000 candidates were tried, and none of them fits."},
		"by another secret": {func(c *crack) { c.Show(crackForm("y", ""), &View{}) }, "Stopped: the token is another one now."},
	} {
		t.Run(name, func(t *testing.T) {
			asked, ended := make(chan bool), make(chan bool)
			page := attacked(t, func(_ *fakePage, _ job.Request, event func(job.Event), _ func(string)) {
				event(progressed(2_000_000, 1))
				close(asked)
			})
			box := &crack{}
			go func() {
				box.Act("attack", crackForm("x", ""), page)
				close(ended)
			}()
			<-asked
			r := show(box, crackForm("x", ""))
			assert.True(t, r.allowed("stop"), "it can be stopped")
			assert.Equal(t, "The attack is under way.", page.view.text("outcome"))
			c.stop(box)
			select {
			case <-ended:
			case <-time.After(5 * time.Second):
				t.Fatal("it goes on")
			}
			assert.Equal(t, c.want, page.view.text("outcome"))
			assert.Equal(t, 1, page.stops)
			assert.False(t, page.view.allowed("stop"))
		})
	}
}

func TestAnotherSampleTakesThePlaceOfWhatWasTyped(t *testing.T) {
	c := &crack{}
	assert.False(t, show(c, crackForm("hunter2", "")).changed("own"), "the page begins so")
	typed := show(c, crackForm("hunter2", "qwerty"))
	assert.False(t, typed.changed("own"))
	chosen := show(c, crackForm("secret", "qwerty"))
	assert.True(t, chosen.changed("own"))
	assert.Empty(t, chosen.text("own"))
	assert.Equal(t, show(&crack{}, crackForm("secret", "")).text("token"), chosen.text("token"))
}

// The goroutine of an attack ends a moment after the page was left, when another attack may be
// under way.
func TestAnAttackOfAPageThatWasLeftChangesNothingOfTheNext(t *testing.T) {
	c := &crack{}
	page := attacked(t, nil)
	old := c.begin([]byte("a"))
	c.Forget()
	assert.False(t, show(c, crackForm("x", "")).allowed("stop"), "nothing is to be stopped when the person comes back")
	c.begin(crackToken(crackForm("x", "")))
	c.end(old, page)
	assert.True(t, show(c, crackForm("x", "")).allowed("stop"))
}

func TestWhatWasFoundGoesWithItsToken(t *testing.T) {
	page := attacked(t, func(_ *fakePage, _ job.Request, event func(job.Event), _ func(string)) {
		event(progressed(1, 0))
		event(progressed(2, 1))
		event(job.Event{Hit: &job.Hit{Secret: []byte("x")}})
	})
	c := &crack{}
	c.Act("attack", crackForm("x", ""), page)
	for own, want := range map[string]bool{"": false, "y": true} {
		r := show(c, crackForm("x", own))
		assert.Equal(t, want, r.changed("found"), "own %q", own)
	}
}

// The real auditor finds all samples but the passphrase within seconds; that one is there to
// show that not found is not safe.
func TestTheSamplesAreFoundByTheAuditor(t *testing.T) {
	for _, sample := range []string{"secret", "changeme", "your-256-bit-secret", "hunter2", "my-super-secret-key", "Acme-2026"} {
		page := attacked(t, func(page *fakePage, r job.Request, event func(job.Event), _ func(string)) {
			message, err := job.Encode(r)
			require.NoError(t, err)
			if page.asked > 1 {
				event(progressed(1, 0))
				event(progressed(2, 1))
				return
			}
			judge.Answer(message, judge.Lists{}, nil, func(answer []byte) {
				e, err := job.Decode[job.Event](answer)
				require.NoError(t, err)
				event(e)
			})
		})
		(&crack{}).Act("attack", crackForm(sample, ""), page)
		assert.Equal(t, sample, page.view.text("found"))
		assert.True(t, strings.HasPrefix(page.view.text("outcome"), "Found: guess number "), page.view.text("outcome"))
	}
}
