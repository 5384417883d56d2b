package rotation

import (
	"bytes"
	"crypto/hmac"
	"errors"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// The limits of a request, and what to suggest.
const (
	MinLifetime = time.Second
	MaxLifetime = 366 * day
	MaxSkew     = day
	MinRollout  = time.Second
	MaxRollout  = 30 * day
	MinDays     = 1
	MaxDays     = 730 // NIST's two years; see package schedule
	MaxYears    = 5   // from now to the start
	MaxKeyID    = 128 // characters
	MaxName     = export.MaxName - len(previousSuffix+untilSuffix)

	DefaultSkew    = 2 * time.Minute // 60 s of leeway, and clocks that differ by 60 s
	DefaultRollout = time.Hour

	day = 24 * time.Hour
)

// Request says what to rotate, and how the service lives.
type Request struct {
	Kind      Kind
	Algorithm secret.Algorithm // of both secrets

	// Reading is how the service makes a key of a secret's text. It is part of
	// its code, so it is the same for both secrets.
	Reading token.Encoding

	// The texts are taken as they stand: what a person pasted is unwrapped before, by
	// package paste.
	New      []byte // the new secret's text, one line
	Previous []byte // the text in use until now; after a [Leak] it may be absent

	// KeyID is the "kid" of the new secret, by [secret.IsKeyID] and not that of the
	// previous one; empty for a random one.
	KeyID string

	// PreviousKeyID is the "kid" that the service puts into its tokens already,
	// as it does after an earlier rotation. Without it those tokens would be
	// refused, because their id is unknown. Empty means that tokens have no "kid";
	// the plan then gives the previous secret one.
	PreviousKeyID string

	Name     string        // environment variable of the secret, by [export.CheckName], of at most [MaxName] characters
	Start    time.Time     // of the first deployment: not before the minute of Now, and at most [MaxYears] years after it
	Now      time.Time     // when the request is made; without it every start is too far away
	Lifetime time.Duration // the longest from a token's signature to its "exp"

	// Skew is how much later than its lifetime says a token may still be accepted:
	// the leeway of the verifiers, and the most by which two clocks of the service
	// differ, a signer's that is ahead and a verifier's that is behind.
	Skew time.Duration

	// Rollout is the longest that a deployment takes, from its start until no
	// instance of the version before is left.
	Rollout time.Duration

	Days int // from this start to that of the next rotation, at the same time of the day

	// Local returns a moment in the time zone whose clocks tell the time of the day, as
	// a moment of a fixed offset from UTC or another; nil stands for UTC. A browser
	// knows its zone, and a program in it does not.
	Local func(time.Time) time.Time

	// cache is how long a verifier goes on with a key set that it has fetched; nobody
	// fetches secrets.
	cache time.Duration
}

// Validate returns everything that is wrong with the request, joined by
// [errors.Join], or nil. The errors are those of this package, those of
// [export.CheckName], [secret.ErrAlgorithm] and, for a new secret that is
// shorter than RFC 7518 §3.2 allows, a [*secret.TooSmallError]. A previous
// secret may be of any length: that it is short can be the reason to rotate.
func (r Request) Validate() error {
	wrong := []error{r.checkSecrets(), r.checkTimes(), checkName(r.Name)}
	if r.Kind > Leak {
		wrong = append(wrong, ErrKind)
	}
	if r.PreviousKeyID != "" && !isKeyID(r.PreviousKeyID) {
		wrong = append(wrong, ErrKeyID)
	}
	if r.KeyID != "" && (!secret.IsKeyID(r.KeyID) || r.KeyID == r.PreviousKeyID) {
		wrong = append(wrong, ErrNewKeyID)
	}
	return errors.Join(wrong...)
}

func (r Request) checkSecrets() error {
	if r.Algorithm.MinSize() == 0 {
		return secret.ErrAlgorithm
	}
	fresh, previous := r.key(r.New), r.key(r.Previous)
	defer clear(fresh)
	defer clear(previous)
	var wrong []error
	switch {
	case len(r.New) == 0:
		wrong = append(wrong, ErrNoNew)
	case fresh == nil:
		wrong = append(wrong, ErrNewText)
	case len(fresh) < r.Algorithm.MinSize():
		wrong = append(wrong, &secret.TooSmallError{Algorithm: r.Algorithm, Size: len(fresh)})
	}
	switch {
	case len(r.Previous) == 0 && r.Kind != Leak:
		wrong = append(wrong, ErrNoPrevious)
	case len(r.Previous) > 0 && previous == nil:
		wrong = append(wrong, ErrPreviousText)
	}
	if fresh != nil && previous != nil && r.sameKey(fresh, previous) {
		wrong = append(wrong, ErrSame)
	}
	return errors.Join(wrong...)
}

// key returns the bytes that the service reads from the text, in new memory, or
// nil where it cannot.
func (r Request) key(text []byte) (key []byte) {
	if !utf8.Valid(text) || bytes.ContainsFunc(text, unicode.IsControl) {
		return nil
	}
	for _, reading := range token.Readings(text) {
		if reading.Encoding == r.Reading {
			key = reading.Key
			continue
		}
		clear(reading.Key)
	}
	return key
}

// sameKey compares signatures and not bytes: HMAC pads a short key with zeros
// and hashes a long one, so that two texts may be one key (RFC 2104 §2).
func (r Request) sameKey(a, b []byte) bool {
	byA, _ := token.Sign(r.Algorithm, a, []byte("{}")) // the algorithm is known
	byB, _ := token.Sign(r.Algorithm, b, []byte("{}"))
	return hmac.Equal(byA, byB)
}

// checkName also checks the longest name that the plan makes of it.
func checkName(name string) error {
	if err := export.CheckName(name); err != nil {
		return err
	}
	return export.CheckName(name + previousSuffix + untilSuffix)
}

func (r Request) checkTimes() error {
	var wrong []error
	switch {
	case r.Start.IsZero():
		wrong = append(wrong, ErrStart)
	case r.Start.Before(r.Now.Truncate(time.Minute)): // people enter minutes
		wrong = append(wrong, ErrPast)
	case r.Start.After(r.Now.AddDate(MaxYears, 0, 0)):
		wrong = append(wrong, ErrFar)
	}
	if r.Lifetime < MinLifetime || r.Lifetime > MaxLifetime {
		wrong = append(wrong, ErrLifetime)
	}
	if r.Skew < 0 || r.Skew > MaxSkew {
		wrong = append(wrong, ErrSkew)
	}
	if r.Rollout < MinRollout || r.Rollout > MaxRollout {
		wrong = append(wrong, ErrRollout)
	}
	if r.Days < MinDays || r.Days > MaxDays {
		wrong = append(wrong, ErrSchedule)
	}
	if d := r.dates(); len(wrong) == 0 && d.Next.Before(d.Delete) {
		wrong = append(wrong, ErrOverlap)
	}
	return errors.Join(wrong...)
}

// isKeyID reports whether environment files and tokens take the id as it is.
func isKeyID(id string) bool {
	return id != "" && len(id) <= MaxKeyID && !strings.ContainsFunc(id, secret.ForeignToKeyIDs)
}
