package rotation

import (
	"errors"
	"slices"
	"time"

	"jwtsecret/app/keypair"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Pair is the plan by which signatures are made with the private key of a new pair: after
// another pair, or after a shared secret. It holds public keys and no secret. Only
// [NewPair] makes useful ones.
//
// Verifiers fetch public keys as a key set and keep it for a while, so the dates are those
// of a [Rolling] plan in which every change of the set takes a rollout and that while:
//
//	stage     signers use   the set holds   from
//	Prepare   the old key   both            Start
//	Switch    the new key   both            SignNew = Start + rollout + cache
//	Finish    the new key   the new         StopOld = SignNew + rollout + lifetime + skew
//
// From a shared secret the way is the same, but the set comes with the deployment of each
// verifier, and nothing is cached. After a [Leak] the first deployment is the Finish.
type Pair struct {
	Kind      Kind             // [Rolling] or [Leak]
	Shared    bool             // a shared secret signs today
	Algorithm secret.Algorithm // of the shared secret
	Reading   token.Encoding   // likewise
	Name      string           // its environment variable; those of the plan are named after it
	Dates     Dates

	// What the dates follow from; see [PairRequest].
	Lifetime, Skew, Rollout, Cache time.Duration
	Days                           int

	fresh      *keypair.Key
	previousID string // of the old public key or of the secret; may be empty
	both, last []byte // key sets: of the overlap, if there is one, and from Finish on
}

// NewPair returns the plan for a request, or everything that is wrong with it, joined by
// [errors.Join]. No error holds a part of a key.
func NewPair(r PairRequest) (*Pair, error) {
	times := r.times()
	p := &Pair{
		Kind: r.Kind, Shared: r.Shared, Algorithm: r.Algorithm, Reading: r.Reading, Name: r.Name, Dates: times.dates(), Days: r.Days,
		Lifetime: r.Lifetime, Skew: r.Skew, Rollout: r.Rollout, Cache: times.cache, previousID: r.PreviousKeyID,
	}
	wrong := []error{times.checkTimes(), r.checkNames()}
	if r.Kind != Rolling && r.Kind != Leak {
		wrong = append(wrong, ErrKind)
	}
	if times.cache < 0 || times.cache > MaxCache {
		wrong = append(wrong, ErrCache)
	}
	var err error
	if p.fresh, err = r.fresh(); err != nil {
		wrong = append(wrong, err)
	} else if r.Shared && r.KeyID == "" && p.fresh.ID == r.PreviousKeyID { // verifiers would take the secret's tokens for those of the pair
		wrong = append(wrong, ErrNewKeyID)
	}
	if err := errors.Join(append(wrong, r.sets(p))...); err != nil {
		return nil, err
	}
	return p, nil
}

// KeyID returns the "kid" of the new public key, which each new token carries.
func (p *Pair) KeyID() string { return p.fresh.ID }

// SignsWith returns the "alg" of the new key.
func (p *Pair) SignsWith() string { return string(p.fresh.Algorithm) }

// PreviousKeyID returns the "kid" of the key that signs today, or "" if it has none.
func (p *Pair) PreviousKeyID() string { return p.previousID }

// Stages returns the deployments of the plan, in their order.
func (p *Pair) Stages() []Stage { return p.Kind.stages() }

// JWKS returns the key set that verifiers have in a stage, public keys alone (RFC 7517
// §5). The error is [ErrStage].
func (p *Pair) JWKS(s Stage) ([]byte, error) {
	switch {
	case !slices.Contains(p.Stages(), s):
		return nil, ErrStage
	case s == Finish:
		return p.last, nil
	default:
		return p.both, nil
	}
}
