package rotation

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"

	"jwtsecret/app/keypair"
)

// The key sets of the plan for a pair.

// sets makes them, and finds the key that signs today. Without a new key it only looks for
// what is wrong with the published set. One that is left out may be as weak as it is: that
// can be the reason for it.
func (r PairRequest) sets(p *Pair) (err error) {
	index := 0
	if !r.Shared {
		if index, err = r.previous(p); err != nil {
			return err
		}
	}
	if p.fresh == nil {
		return nil
	}
	if p.last, err = merged(nil, p.fresh, KeyError{New: true}); err != nil || r.Shared {
		p.both = p.last
		return err
	}
	rest, err := without(r.Published, index)
	if err != nil {
		return err
	}
	if p.last, err = merged(rest, p.fresh, KeyError{}); err != nil || r.Kind == Leak {
		return err
	}
	p.both, err = merged(r.Published, p.fresh, KeyError{Old: true})
	return err
}

// merged adds the new key to a key set. Whatever is wrong is with the keys that the error
// to return tells of.
func merged(set []byte, fresh *keypair.Key, wrong KeyError) ([]byte, error) {
	both, err := keypair.Merge(set, fresh)
	var merging *keypair.MergeError
	switch {
	case errors.As(err, &merging):
		wrong.Problems = merging.Problems
		return nil, &wrong
	case err != nil:
		return nil, ErrNoPublished
	default:
		return both, nil
	}
}

// without returns a key set in which the key at an index is left out. What else is in it
// stays.
func without(set []byte, index int) ([]byte, error) {
	var members map[string]json.RawMessage
	var keys []json.RawMessage
	if json.Unmarshal(set, &members) != nil || json.Unmarshal(members["keys"], &keys) != nil || index >= len(keys) {
		return nil, ErrNoPublished
	}
	rest, err := json.Marshal(slices.Delete(keys, index, index+1))
	if err != nil {
		return nil, err
	}
	members["keys"] = rest
	return json.Marshal(members)
}

// previous finds the key that signs today, and notes its id.
func (r PairRequest) previous(p *Pair) (index int, err error) {
	if len(bytes.TrimSpace(r.Published)) == 0 {
		return 0, ErrNoPublished
	}
	parsed, err := keypair.Parse(r.Published, nil)
	for _, k := range parsed.Keys {
		defer k.Wipe()
	}
	switch {
	case errors.Is(err, keypair.ErrNeedPassphrase), holdsPrivate(parsed):
		return 0, ErrPublishedPrivate
	case p.fresh != nil && slices.ContainsFunc(parsed.Keys, func(k *keypair.Key) bool { return k.Thumbprint() == p.fresh.Thumbprint() }):
		return 0, ErrAlready
	}
	var set struct {
		Keys []published `json:"keys"`
	}
	if json.Unmarshal(r.Published, &set) != nil || len(set.Keys) == 0 {
		return 0, ErrNoPublished
	}
	if p.fresh != nil && slices.ContainsFunc(set.Keys, func(k published) bool { return k.Kid == p.fresh.ID }) {
		return 0, ErrNewKeyID
	}
	if index = r.which(set.Keys); index < 0 {
		return 0, ErrWhich
	}
	p.previousID = set.Keys[index].Kid
	return index, nil
}

// published is what a key of a published set says of itself, also one that is not known
// here.
type published struct{ Kid, Use, Alg string }

// which returns the index of the key that signs today, or one below 0 where there are
// several or none.
func (r PairRequest) which(keys []published) int {
	found := -1
	for i, k := range keys {
		switch {
		case k.Use == "enc", keypair.Algorithm(k.Alg).Use() == "enc", r.PreviousKeyID != "" && k.Kid != r.PreviousKeyID:
		case found >= 0:
			return -1
		default:
			found = i
		}
	}
	return found
}
