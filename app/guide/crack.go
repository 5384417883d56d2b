package guide

import (
	"crypto/sha256"
	"sync"

	"jwtsecret/app/guess"
	"jwtsecret/app/job"
	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// crack makes a token with a weak secret and lets the auditor guess it, as it does for a
// token that somebody pastes on the page for audits.
type crack struct {
	mu    sync.Mutex
	run   *crackRun // under way, or nil
	rate  float64   // candidates a second here, or 0 until that was measured
	total int       // candidates of the auditor, or 0 until it has told

	// signed is the SHA-256 of the token that was attacked last.
	signed [sha256.Size]byte

	sample string // that is chosen: none is a secret
}

// crackClaims are what the token says. A name in it is what attackers try first, so the
// company's stands there.
const crackClaims = `{"iss":"https://login.acme.example","sub":"alice","role":"user"}`

// crackToken signs a token with the secret that was typed, or else with the one chosen.
func crackToken(f Form) []byte {
	key := f["own"]
	if len(key) == 0 {
		key = f["sample"]
	}
	made, err := token.Sign(secret.HS256, key, []byte(crackClaims))
	if err != nil { // these claims can be signed
		return nil
	}
	return made
}

// Show makes the token. Where it is another one than was attacked, what came of that goes. Where
// another sample is chosen, it takes the place of what was typed.
func (c *crack) Show(f Form, v *View) {
	c.mu.Lock()
	defer c.mu.Unlock()
	before := c.sample
	c.sample = f.Text("sample")
	if before != "" && before != c.sample && len(f["own"]) > 0 {
		f = Form{"sample": f["sample"]}
		v.Fill("own", nil)
	}
	made := crackToken(f)
	if sha256.Sum256(made) != c.signed {
		c.stop(crackOtherToken)
		showNoCrack(v)
	}
	v.Put("token", made)
	v.Allow("stop", c.run != nil)
	v.List("times", crackTimes(c.rate, c.total))
}

// crackOtherToken is said when the secret is changed while its token is attacked.
const crackOtherToken = "Stopped: the token is another one now."

// showNoCrack empties the places of an attack.
func showNoCrack(v *View) {
	showNoOutcome(v, "progress", "outcome", "found", "meaning")
}

// Act begins an attack, or stops it.
func (c *crack) Act(name string, f Form, e Env) {
	switch name {
	case "attack":
		c.attack(crackToken(f), e)
	case "stop":
		c.mu.Lock()
		defer c.mu.Unlock()
		c.stop("Stopped.")
	}
}

// Forget ends an attack that is under way, and forgets the token.
func (c *crack) Forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.stop("Stopped.")
	c.run, c.signed, c.sample = nil, [sha256.Size]byte{}, ""
}

// stop ends an attack that is under way.
func (c *crack) stop(sentence string) {
	if c.run != nil {
		c.run.end(sentence)
	}
}

// attack guesses until the secret is found, the lists end, or somebody stops it; and then,
// if that was too short, goes on a little with another token, to measure how fast it is here.
func (c *crack) attack(made []byte, e Env) {
	run := c.begin(made)
	e.Show(func(v *View) {
		showNoCrack(v)
		v.Say("outcome", "The attack is under way.")
		v.Say("progress", "Starting the auditor…")
		v.Allow("stop", true)
	})
	run.ask(e, made, func(p job.Progress) {
		e.Show(func(v *View) {
			v.Say("progress", job.ProgressSentence(p.Tried, p.Total, speed(p), p.Trying, p.Lines))
		})
	})
	c.tell(run, e)
	if run.hit != nil && run.rate() == 0 && c.unmeasured() {
		run = c.measure(made, e)
	}
	c.end(run, e)
}

// begin notes that an attack is under way.
func (c *crack) begin(made []byte) *crackRun {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.run, c.signed = newCrackRun(), sha256.Sum256(made)
	return c.run
}

func (c *crack) unmeasured() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.rate == 0
}

// measure attacks a token whose secret nobody guesses, until the rate is known.
func (c *crack) measure(made []byte, e Env) *crackRun {
	key := digest(secret.HS256, made)
	other, err := token.Sign(secret.HS256, key, []byte(crackClaims))
	if err != nil { // these claims can be signed
		return newCrackRun()
	}
	c.mu.Lock()
	run := newCrackRun()
	c.run = run
	c.mu.Unlock()
	e.Show(func(v *View) { v.Say("progress", "That was too quick to tell how fast it is here. Measuring…") })
	run.ask(e, other, func(job.Progress) {
		if run.rate() > 0 {
			run.end("")
		}
	})
	return run
}

// end shows what the rate that was measured means.
func (c *crack) end(run *crackRun, e Env) {
	c.mu.Lock()
	if c.run == run { // else the page was left, and may be there again
		c.run = nil
	}
	if rate := run.rate(); rate > 0 {
		c.rate = rate
	}
	c.total = max(c.total, run.last.Total)
	rows := crackTimes(c.rate, c.total)
	c.mu.Unlock()
	e.Show(func(v *View) {
		v.Say("progress", "")
		v.Allow("stop", false)
		v.List("times", rows)
	})
}

// tell says what came of an attack.
func (c *crack) tell(run *crackRun, e Env) {
	tried := run.last.Tried
	e.Show(func(v *View) {
		switch {
		case run.hit != nil:
			v.Judge("outcome", false, job.HitSentence(run.hit)+" It was read as "+run.hit.Reading+". That took "+briefly(run.milliseconds/1000)+".")
			v.Put("found", run.hit.Secret)
			v.Say("meaning", "Whoever holds one of your tokens can do the same. Nothing of it is in your logs. Then they sign tokens for any account.")
		case run.missed:
			v.Say("outcome", job.NotFound(tried, ""))
			v.Say("meaning", "One RTX 4090 goes through as many in "+briefly(float64(tried)/guess.CardRate)+", and then on to longer lists.")
		case tried > 0 && run.sentence != "" && run.sentence != crackOtherToken:
			v.Say("outcome", run.sentence+" "+job.NoneSoFar(tried))
		default:
			v.Say("outcome", run.sentence)
		}
	})
}

// briefly says how long something took, in seconds.
func briefly(seconds float64) string {
	if seconds < 1 {
		return guess.Span(seconds)
	}
	return prose.Counted(int(seconds+0.5), "second", "seconds")
}
