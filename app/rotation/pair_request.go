package rotation

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"time"

	"jwtsecret/app/keypair"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// The limits of what only a [PairRequest] has, and what to suggest.
const (
	MaxCache     = 30 * day
	DefaultCache = time.Hour
)

// PairRequest says from what to go to which key pair, and how the service lives. It needs
// no private key and takes none.
type PairRequest struct {
	Kind Kind   // [Rolling] or [Leak]
	New  []byte // the public key that is to verify: a JWK, a JWKS of one, or PEM

	// KeyID is the "kid" of the new key, by [secret.IsKeyID]; empty for its own, or where
	// it has none for its thumbprint (RFC 7638).
	KeyID string

	// Published is the JWKS that is served today, of public keys; not used where Shared.
	Published []byte

	// PreviousKeyID is the "kid" of the key that signs today. Of a published set it is
	// needed where that has several keys for signatures; a shared secret may have none.
	PreviousKeyID string

	Shared    bool             // a shared secret signs today, and no pair
	Algorithm secret.Algorithm // of the shared secret
	Reading   token.Encoding   // how the service makes a key of its text
	Name      string           // its environment variable, as in [Request]; not used otherwise

	// Cache is the longest that a verifier goes on with a key set that is no longer served, 0
	// to [MaxCache]: the "max-age" by which a CDN or proxy keeps it (RFC 9111 §5.2.2.1), and
	// how long the verifier's library does, which may fetch it from there at the last moment.
	// Where Shared, nothing is fetched.
	Cache time.Duration

	Start, Now              time.Time // as in [Request]
	Lifetime, Skew, Rollout time.Duration
	Days                    int
	Local                   func(time.Time) time.Time
}

// The errors of a [PairRequest], besides those of a [Request] and [*KeyError].
var (
	// ErrNewPrivate and ErrPublishedPrivate mean that a private key stands where a public
	// one belongs.
	ErrNewPrivate       = errors.New("the new key is a private one: a plan takes public keys alone")
	ErrPublishedPrivate = errors.New("the published key set holds a private key or a secret: if it is published so, that key has leaked")

	// ErrNoNewKey and ErrNoPublished mean that there is no public key and no key set.
	ErrNoNewKey    = errors.New("there is no new public key: a JWK, a JWKS of one key, or PEM")
	ErrNoPublished = errors.New("there is no published key set, a JSON object with keys")

	// ErrSeveral means that the text for the new key holds several.
	ErrSeveral = errors.New("the text holds several keys")

	// ErrNotSigning means that the new key is for encryption.
	ErrNotSigning = errors.New("the new key is not for signatures")

	// ErrNoAlgorithm means that the new key fits several algorithms and names none.
	ErrNoAlgorithm = errors.New("the new key fits several algorithms and does not say which, as a JWK does by its alg")

	// ErrWhich means that the published set does not tell which key signs today, or has
	// none of that id.
	ErrWhich = errors.New("which of the published keys signs today is not said")

	// ErrAlready means that the new key is in the published set.
	ErrAlready = errors.New("the new key is in the published key set already: a plan begins with the set from before")

	// ErrCache means that the cache time is outside 0 to [MaxCache].
	ErrCache = errors.New("the cache time is not from 0 to 30 days")
)

// KeyError says what package keypair finds wrong with a key.
type KeyError struct {
	New      bool // with the new one, and not with the published set
	Old      bool // with the one of that set that signs today, and no other
	Problems []keypair.Problem
}

// Error says which, and lists the titles.
func (e *KeyError) Error() string {
	text := "the published key set cannot be used with the new key: "
	if e.New {
		text = "the new key cannot be used: "
	}
	titles := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		titles[i] = p.Title
	}
	switch {
	case e.Old:
		titles = append(titles, "it is the key that signs today, and a plan for a leak withdraws it at once")
	case !e.New:
		titles = append(titles, "it is not the key that signs today: leave it out of the set, and the first deployment withdraws it")
	}
	return text + strings.Join(titles, "; ")
}

// times are those of the request for a secret.
func (r PairRequest) times() Request {
	q := Request{Kind: r.Kind, Start: r.Start, Now: r.Now, Lifetime: r.Lifetime, Skew: r.Skew, Rollout: r.Rollout, Days: r.Days, Local: r.Local}
	if !r.Shared {
		q.cache = r.Cache
	}
	return q
}

func (r PairRequest) checkNames() error {
	var wrong []error
	if r.KeyID != "" && (!secret.IsKeyID(r.KeyID) || r.KeyID == r.PreviousKeyID) {
		wrong = append(wrong, ErrNewKeyID)
	}
	if !r.Shared {
		return errors.Join(wrong...)
	}
	if r.Algorithm.MinSize() == 0 {
		wrong = append(wrong, secret.ErrAlgorithm)
	}
	if r.PreviousKeyID != "" && !isKeyID(r.PreviousKeyID) {
		wrong = append(wrong, ErrKeyID)
	}
	return errors.Join(append(wrong, checkName(r.Name))...)
}

// fresh reads the new public key.
func (r PairRequest) fresh() (*keypair.Key, error) {
	if len(bytes.TrimSpace(r.New)) == 0 {
		return nil, ErrNoNewKey
	}
	p, err := keypair.Parse(r.New, nil)
	for _, k := range p.Keys {
		defer k.Wipe()
	}
	switch {
	case errors.Is(err, keypair.ErrNeedPassphrase), errors.Is(err, keypair.ErrPassphrase), holdsPrivate(p):
		return nil, ErrNewPrivate
	case err != nil:
		return nil, ErrNoNewKey
	case len(p.Keys) > 1:
		return nil, ErrSeveral
	case len(p.Keys) == 0 && len(p.Problems) == 0:
		return nil, ErrNoNewKey
	case len(p.Keys) == 0:
		return nil, &KeyError{New: true, Problems: p.Problems}
	}
	return r.named(p.Keys[0].Public())
}

// holdsPrivate reports whether there is a private key, also one that is encrypted.
func holdsPrivate(p keypair.Parsed) bool {
	return slices.ContainsFunc(p.Keys, (*keypair.Key).Private) ||
		slices.ContainsFunc(p.Problems, func(p keypair.Problem) bool { return p.Code == "encrypted" || p.Code == "openssh" })
}

// named gives the key its algorithm and its id, which tokens and key sets need.
func (r PairRequest) named(k *keypair.Key) (*keypair.Key, error) {
	signs := k.Signs()
	switch {
	case len(signs) == 0 || k.Use == "enc":
		return nil, ErrNotSigning
	case k.Algorithm == "" && len(signs) > 1:
		return nil, ErrNoAlgorithm
	}
	k.Algorithm, k.Use = signs[0], "sig"
	k.Complete("") // its key_ops
	if r.KeyID != "" {
		k.ID = r.KeyID
	}
	if k.ID == "" {
		k.ID = k.Thumbprint()
	}
	return k, nil
}
