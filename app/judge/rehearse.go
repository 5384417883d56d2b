package judge

import (
	"sync"
	"time"

	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

// rehearsals are texts whose audits make the tables that all later ones look into,
// of words and of their hashes.
var rehearsals = []string{"secret", "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"}

// Rehearse does what the first job would have to wait for, in steps, each of which
// takes its turn. A job that has come goes first.
func Rehearse(turn sync.Locker, p *Pace) {
	step := func(do func()) {
		time.Sleep(time.Millisecond) // the browser delivers what has come
		turn.Lock()
		defer turn.Unlock()
		do()
	}
	for _, text := range rehearsals {
		step(func() { strength.Audit([]byte(text), secret.HS256, strength.Context{}) })
	}
	for more := true; more; {
		step(func() { more = p.measure() })
	}
}
