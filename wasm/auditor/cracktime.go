package main

import (
	"time"

	"jwtsecret/app/attack"
	"jwtsecret/app/job"
	"jwtsecret/app/strength"
	"jwtsecret/app/token"
)

// measureFor is how long this computer's own rate is measured.
const measureFor = 200 * time.Millisecond

// crackTimes says how long guessing takes, here and elsewhere.
func crackTimes(r strength.Report) []job.CrackTime {
	var times []job.CrackTime
	for _, t := range strength.CrackTimes(r, measure()) {
		times = append(times, job.CrackTime(t))
	}
	return times
}

// measured is a token like any other. Nobody knows its secret.
const measured = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

// measure returns how many keys one thread tries a second here: the best of ten
// short whiles, because a browser compiles what has just begun to run better and
// better, and other programs take their turns.
func measure() float64 {
	t, err := token.Parse([]byte(measured))
	if err != nil {
		return 1
	}
	a, err := attack.New(t)
	if err != nil {
		return 1
	}
	hurry(a)
	best := 1.0
	for range 10 {
		best = max(best, rate(a, measureFor/10))
	}
	return best
}

// rate tries one key again and again, as an attack does. With a space in it the
// text has one reading, so each candidate is one key.
func rate(a *attack.Attack, while time.Duration) float64 {
	again := func(yield func([]byte) bool) {
		for yield([]byte("pass word")) {
		}
	}
	began := time.Now()
	at, _ := a.Search([]attack.Source{{Candidates: again}}, func(attack.Progress) bool { return time.Since(began) < while })
	return float64(at.Tried) / time.Since(began).Seconds()
}
