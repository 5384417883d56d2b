package export

import (
	"slices"
	"strings"

	"jwtsecret/app/secret"
)

// Entry is a secret with what a [Target] has to know about it. A person may have
// pasted the value, so only Name and Value are always there.
type Entry struct {
	// Name is the name of the environment variable; see [CheckName]. Targets that
	// know other names derive theirs from it; see [Target.Name].
	Name string

	// Value is the text that the service reads.
	Value []byte

	// Key is the key that signs: the bytes that the value stands for. A JSON Web
	// Key is written from it, and nothing else.
	Key []byte

	// Algorithm belongs to the key. A JSON Web Key needs it.
	Algorithm secret.Algorithm

	// Size is the bytes of randomness, or 0 when nobody knows them.
	Size int

	// KeyID is the "kid" of a JSON Web Key; it is left out when there is none.
	KeyID string

	// Service and Environment say to which of many the secret belongs, such as
	// "billing" and "production"; see [CheckLabel]. Both may be empty.
	Service, Environment string
}

// NewEntry returns the entry of a generated secret. Its value is the memory of
// the secret, and its key a copy that [Entry.Wipe] clears. The key id is that of
// the secret, or a new one: keep the entry as long as it is shown, because the
// next one would have another.
//
// The errors are [ErrNoSecret] and those of [CheckName].
func NewEntry(name string, s *secret.Secret) (Entry, error) {
	if err := CheckName(name); err != nil {
		return Entry{}, err
	}
	if s.Wiped() {
		return Entry{}, ErrNoSecret
	}
	key, err := secret.Decode(s.Format(), s.Text())
	if err != nil {
		return Entry{}, err
	}
	e := Entry{
		Name: name, Value: s.Text(), Key: key,
		Algorithm: s.Algorithm(), Size: s.Size(), KeyID: s.KeyID(),
	}
	if e.KeyID == "" {
		e.KeyID = e.NamedKey(secret.NewKeyID())
	}
	return e, nil
}

// NamedKey returns a key id for the entry, which says so where the secret is for tests
// only.
func (e *Entry) NamedKey(id string) string {
	if e.TestOnly() {
		return testOnlyPrefix + id
	}
	return id
}

// TestOnly reports whether the secret is known to have less randomness than
// RFC 7518 §3.2 allows for its algorithm.
func (e *Entry) TestOnly() bool { return e.Size > 0 && e.Size < e.Algorithm.MinSize() }

// Wipe clears the copy of the key. The value belongs to somebody else.
func (e *Entry) Wipe() {
	clear(e.Key)
	e.Key, e.Value = nil, nil
}

// labels returns the service and the environment, as far as there are any.
func (e *Entry) labels() []string {
	return slices.DeleteFunc([]string{e.Service, e.Environment}, func(label string) bool { return label == "" })
}

// underscores has what a label may have and a variable's name not.
var underscores = strings.NewReplacer("-", "_", ".", "_", " ", "_")

// qualified returns the name with the service and the environment at its end,
// such as JWT_SECRET_BILLING_PRODUCTION: at its beginning a digit could stand.
func (e *Entry) qualified() string {
	name := e.Name
	for _, label := range e.labels() {
		name += "_" + strings.ToUpper(underscores.Replace(label))
	}
	return name
}

// owner returns "billing, production", or what there is of it.
func (e *Entry) owner() string { return strings.Join(e.labels(), ", ") }

// check returns what is wrong with the entry for every target.
func (e *Entry) check() error {
	if err := CheckName(e.Name); err != nil {
		return err
	}
	for _, label := range e.labels() {
		if err := CheckLabel(label); err != nil {
			return err
		}
	}
	return refuse(len(e.Value) == 0, ErrNoSecret)
}
