package judge

import (
	"time"

	"jwtsecret/app/attack"
	"jwtsecret/app/attack/kernel"
	"jwtsecret/app/attack/shader"
	"jwtsecret/app/token"
)

// A round of measuring lasts so long, and there are so many.
const (
	roundLasts = 20 * time.Millisecond
	allRounds  = 10
)

// Pace finds out how many keys a second one thread tries here. It takes the best of
// some rounds, because a browser compiles what has just begun to run better and
// better, and other programs take their turns. The zero value has measured nothing, and
// a nil one never does.
type Pace struct {
	// Machine runs the kernel of an attack, or is nil where nothing does. Without it an
	// attack is slower.
	Machine kernel.Machine

	// Card opens the graphics card of this computer, or is nil where nothing does. Its
	// errors are those of package shader.
	Card func() (shader.Card, error)

	attack *attack.Attack
	rounds int // done
	best   float64
}

// rate returns keys a second, or 0 before all rounds are done.
func (p *Pace) rate() float64 {
	if p == nil || p.rounds < allRounds {
		return 0
	}
	return p.best
}

// measure does one round, if there is one left, and reports whether there is
// another one.
func (p *Pace) measure() (more bool) {
	if p == nil || p.rounds == allRounds {
		return false
	}
	if p.attack == nil {
		p.attack = onNobody()
		p.vectorise(p.attack)
	}
	p.best = max(p.best, speed(p.attack, roundLasts))
	p.rounds++
	return p.rounds < allRounds
}

// vectorise lets an attack use the machine. One without vectors is slower, and that
// is all.
func (p *Pace) vectorise(a *attack.Attack) {
	if p != nil && p.Machine != nil {
		_ = a.Vectorise(p.Machine)
	}
}

// nobodysToken is a token like any other. Nobody knows its secret.
const nobodysToken = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

func onNobody() *attack.Attack {
	t, _ := token.Parse([]byte(nobodysToken))
	a, _ := attack.New(t)
	return a
}

// speed tries one key again and again, as an attack does. With a space in it the
// text has one reading, so each candidate is one key.
func speed(a *attack.Attack, while time.Duration) float64 {
	again := func(yield func(int, []byte) bool) {
		for place := 1; yield(place, []byte("pass word")); place++ {
		}
	}
	began := time.Now()
	at, _ := a.Search([]attack.Source{{Candidates: again, Size: func() int { return 0 }}}, func(attack.Progress) bool { return time.Since(began) < while })
	return float64(at.Tried) / time.Since(began).Seconds()
}
