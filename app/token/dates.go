package token

import (
	"encoding/json"
	"time"
)

const (
	// farDays is the longest life of a token that passes without a finding. No
	// standard sets one. Thirty days is the longest that common services give a
	// session to be remembered; longer lives belong to tokens that can be revoked.
	farDays = 30

	// skew is how far two clocks may differ before a date counts as the future.
	skew = time.Minute

	// earliestMillis is 1 March 1973 in milliseconds. As seconds it is the year
	// 5138, so whoever wrote a larger number meant milliseconds.
	earliestMillis = 100_000_000_000

	// longestDuration is ten years in seconds. As a date that is in 1979, decades
	// before the first JSON Web Token, so whoever wrote a smaller "exp" meant a time
	// from now.
	longestDuration = 315_360_000
)

// dates are the claims of RFC 7519 §4.1.4–4.1.6, in seconds since 1970.
type dates struct {
	seconds map[string]float64
	found   []Finding
}

func (d *dates) add(code Code, name string) {
	d.found = append(d.found, Finding{code, Payload, name})
}

func inspectDates(t *Token, now time.Time) []Finding {
	claims := members(t.payload)
	d := dates{seconds: map[string]float64{}}
	for _, name := range []string{"exp", "nbf", "iat"} {
		if value, has := claims[name]; has {
			d.read(name, value)
		}
	}
	if _, has := claims["exp"]; !has {
		d.add(ExpMissing, "exp")
	}
	d.compare(float64(now.Unix()))
	return d.found
}

// read keeps a date only if it can be compared with others.
func (d *dates) read(name string, value json.RawMessage) {
	seconds, odd := readDate(name, value)
	if odd != "" {
		d.add(odd, name)
		return
	}
	d.seconds[name] = seconds
}

func (d *dates) compare(now float64) {
	exp, hasExp := d.seconds["exp"]
	nbf, hasNbf := d.seconds["nbf"]
	iat, hasIat := d.seconds["iat"]
	never := hasExp && hasNbf && exp <= nbf
	switch {
	case never:
		d.add(NeverValid, "exp")
	case hasExp && exp <= now:
		d.add(Expired, "exp")
	}
	if hasExp && !never && exp-d.start(now) > farDays*24*60*60 {
		d.add(ExpFar, "exp")
	}
	if hasNbf && nbf > now+skew.Seconds() {
		d.add(NotYetValid, "nbf")
	}
	if hasIat && iat > now+skew.Seconds() {
		d.add(IssuedInFuture, "iat")
	}
}

// start returns when the life of the token began or will begin. When it was
// issued is told by iat, but nobody refuses a token for it: one that claims to be
// issued in the future is valid already (RFC 7519 §4.1.6).
func (d *dates) start(now float64) float64 {
	start := now
	if iat, has := d.seconds["iat"]; has {
		start = min(start, iat)
	}
	if nbf, has := d.seconds["nbf"]; has {
		start = max(start, nbf)
	}
	return start
}
