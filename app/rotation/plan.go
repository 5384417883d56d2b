package rotation

import (
	"bytes"
	"slices"
	"time"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Plan is a rotation: both keys with their ids, and the dates. Only [New] makes
// useful ones.
type Plan struct {
	Kind      Kind
	Algorithm secret.Algorithm
	Reading   token.Encoding
	Name      string // environment variable of the secret
	Dates     Dates

	// What the dates follow from; see [Request].
	Lifetime, Skew, Rollout time.Duration
	Days                    int

	// PreviousTooSmall says that the previous key has fewer bytes than RFC 7518
	// §3.2 requires. If it can be guessed, it is to be treated as leaked.
	PreviousTooSmall bool

	fresh, previous key // previous is the zero value after a leak
}

// key is a secret with its name.
type key struct {
	id    string
	text  []byte // as it stands in the environment
	bytes []byte // as the service reads it
}

// New returns the plan for a request, or what [Request.Validate] finds wrong.
// It makes new key ids, so two plans for one request differ.
func New(r Request) (*Plan, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	p := &Plan{
		Kind: r.Kind, Algorithm: r.Algorithm, Reading: r.Reading, Name: r.Name, Dates: r.dates(),
		Lifetime: r.Lifetime, Skew: r.Skew, Rollout: r.Rollout, Days: r.Days,
		fresh: key{r.KeyID, bytes.Clone(r.New), r.key(r.New)},
	}
	if r.KeyID == "" {
		p.fresh.id = secret.NewKeyID()
	}
	if r.Kind == Leak {
		return p, nil
	}
	p.previous = key{r.PreviousKeyID, bytes.Clone(r.Previous), r.key(r.Previous)}
	if p.previous.id == "" {
		p.previous.id = secret.NewKeyID()
	}
	p.PreviousTooSmall = len(p.previous.bytes) < r.Algorithm.MinSize()
	return p, nil
}

// KeyID returns the "kid" of the new secret.
func (p *Plan) KeyID() string { return p.fresh.id }

// PreviousKeyID returns the "kid" of the previous secret, and "" after a
// [Leak].
func (p *Plan) PreviousKeyID() string { return p.previous.id }

// Stages returns the deployments of the plan, in their order.
func (p *Plan) Stages() []Stage { return p.Kind.stages() }

// Wipe overwrites the key material with zeros and lets go of it, as far as a Go
// program can: see [secret.Secret.Wipe].
func (p *Plan) Wipe() {
	for _, k := range []*key{&p.fresh, &p.previous} {
		clear(k.text)
		clear(k.bytes)
		k.text, k.bytes = nil, nil
	}
}

// String describes the plan without its secrets, so that a plan which strays
// into a log keeps them.
func (p Plan) String() string {
	return p.Kind.String() + " rotation of " + p.Name + " (secrets not shown)"
}

// GoString returns String: the verb %#v would show the secrets.
func (p Plan) GoString() string { return p.String() }

// at returns the keys that instances of this stage accept, the one that signs
// first.
func (p *Plan) at(s Stage) ([]key, error) {
	if p.fresh.text == nil {
		return nil, ErrWiped
	}
	if !slices.Contains(p.Stages(), s) {
		return nil, ErrStage
	}
	switch s {
	case Prepare:
		return []key{p.previous, p.fresh}, nil
	case Switch:
		return []key{p.fresh, p.previous}, nil
	default: // Finish
		return []key{p.fresh}, nil
	}
}
