package rotation

import (
	"errors"
	"strconv"

	"jwtsecret/app/secret"
)

// The errors of this package, to be asked for with [errors.Is].
var (
	// ErrKind means that the kind is none of [Kinds], or [AtOnce] for a pair.
	ErrKind = errors.New("the kind is not rolling, at-once or leak, or at-once for a key pair")

	// ErrNoNew means that there is no new secret.
	ErrNoNew = errors.New("there is no new secret")

	// ErrNoPrevious means that there is no previous secret. Only after a leak can
	// it be left out.
	ErrNoPrevious = errors.New("there is no previous secret; it can be left out only after a leak")

	// ErrNewText means that the new secret is not one line of text, or not in
	// the encoding that the service reads.
	ErrNewText = errors.New("the new secret is not one line of text in the encoding that the service reads")

	// ErrPreviousText means the same of the previous secret.
	ErrPreviousText = errors.New("the previous secret is not one line of text in the encoding that the service reads")

	// ErrSame means that both secrets make the same signatures.
	ErrSame = errors.New("the new and the previous secret are the same key")

	// ErrKeyID means that the key id is not 1 to [MaxKeyID] of the characters
	// that every environment file and token takes as they are.
	ErrKeyID = errors.New("the key id is not 1 to " + strconv.Itoa(MaxKeyID) + " letters A to Z, digits and -_.:/+=")

	// ErrNewKeyID means that the key id of what is new is none by [secret.IsKeyID], or
	// that of another key, too.
	ErrNewKeyID = errors.New("the new key id is not 1 to " + strconv.Itoa(secret.MaxKeyID) + " letters A to Z, digits and -_.:/+=, or is that of another key")

	// ErrStart means that there is no start.
	ErrStart = errors.New("there is no start")

	// ErrPast means that the start is earlier than now.
	ErrPast = errors.New("the start is in the past")

	// ErrFar means that the start is more than [MaxYears] years from now, or that
	// the request does not say when now is.
	ErrFar = errors.New("the start is more than " + strconv.Itoa(MaxYears) + " years from now")

	// ErrLifetime means that the lifetime is outside [MinLifetime] to [MaxLifetime].
	ErrLifetime = errors.New("the longest token lifetime is not from 1 second to 366 days")

	// ErrSkew means that the clock skew is outside 0 to [MaxSkew].
	ErrSkew = errors.New("the clock skew is not from 0 to 24 hours")

	// ErrRollout means that the rollout is outside [MinRollout] to [MaxRollout].
	ErrRollout = errors.New("the time that a deployment takes is not from 1 second to 30 days")

	// ErrSchedule means that the days between rotations are outside [MinDays] to
	// [MaxDays].
	ErrSchedule = errors.New("the days between rotations are not from " + strconv.Itoa(MinDays) + " to " + strconv.Itoa(MaxDays))

	// ErrOverlap means that the next rotation would begin while this one's
	// previous secret is still accepted: there would be three secrets at once.
	ErrOverlap = errors.New("the next rotation would begin before this one has ended")

	// ErrStage means that the plan has no such stage; see [Plan.Stages].
	ErrStage = errors.New("the plan has no such stage")

	// ErrWiped means that the plan was wiped.
	ErrWiped = errors.New("the plan was wiped")

	// ErrLanguage means that there is no code in that language; see [Languages].
	ErrLanguage = errors.New("there is no code in that language")
)
