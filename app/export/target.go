package export

import (
	"cmp"
	"slices"
	"strconv"
)

// Group is a group of targets, for a person who chooses one.
type Group string

// The groups, in the order in which [Targets] has them.
const (
	GroupFile      Group = "File"
	GroupShell     Group = "Shell"
	GroupContainer Group = "Container and host"
	GroupCloud     Group = "Secret store"
	GroupHosting   Group = "CI and hosting"
	GroupKey       Group = "JSON Web Key"
)

// Target is one place where secrets go, and how they are written for it.
type Target struct {
	ID     string // stable, for settings: lower-case letters and dashes
	Title  string
	Group  Group
	Advice []string // sentences to show beside the text

	// StrictBase64 names what programs that are given their secret in this way often
	// decode it with, if that takes standard base64 alone, without - and _; or "".
	StrictBase64 string

	// Command says that the text asks for the value and does not contain it:
	// offer to copy the value apart.
	Command bool

	extension string // of a file's name
	single    bool   // a file holds one secret
	shared    bool   // the secrets of all services and environments live side by side

	rename   func(name string) string // of an environment variable to the target's; nil keeps it
	reserved func(name string) bool   // whether the target keeps this name, renamed, for itself; nil: none
	check    func(e *Entry) error     // whether the target can hold the value

	comment             string // what begins a line of comment, with its indentation; "" when there is none
	begin, between, end string
	encode              encoder
}

// encoder appends what the target writes of an entry that has this name there.
type encoder func(dst []byte, e *Entry, name string) []byte

// room for what a target writes of an entry besides its value and names, and
// around all entries: more than it needs.
const (
	entryRoom  = 700
	nameRoom   = 8 // times the length of the names
	valueRoom  = 6 // times the value: no escape is longer
	targetRoom = 200
)

// TargetByID returns the target with this id.
func TargetByID(id string) (Target, bool) {
	all := Targets()
	if i := slices.IndexFunc(all, func(t Target) bool { return t.ID == id }); i >= 0 {
		return all[i], true
	}
	return Target{}, false
}

// Name returns the name that an environment variable has in the target, such as
// jwt-secret for JWT_SECRET in Azure. The errors are those of [CheckName]:
// ErrNameReserved also where the target keeps the name for itself, and
// ErrNameCharacter where nothing is left of it.
func (t *Target) Name(variable string) (string, error) {
	if err := CheckName(variable); err != nil {
		return "", err
	}
	name := variable
	if t.rename != nil {
		name = t.rename(variable)
		if name == "" || isDigit(rune(name[0])) {
			return "", ErrNameCharacter
		}
	}
	if t.reserved != nil && t.reserved(name) {
		return "", ErrNameReserved
	}
	return name, nil
}

// Write returns the text for the entries, ready for a file, with its last line
// ended; the file that is only a secret ends with the secret. When there are
// several, or when the target is one for all services, each name gets its
// service and environment: JWT_SECRET_BILLING_PRODUCTION.
//
// The errors are those of [CheckName], [CheckLabel] and [Target.Name],
// [ErrNoSecret], [ErrSingle], [ErrDuplicate], and what the target cannot hold:
// [ErrRaw], [ErrLine], [ErrLong], [ErrEdges], [ErrQuotes], [ErrPlaceholder],
// [ErrUnicode] and [secret.ErrAlgorithm].
func (t *Target) Write(entries ...Entry) ([]byte, error) {
	names, err := t.Names(entries...)
	if err != nil {
		return nil, err
	}
	text := append(t.room(entries), t.begin...)
	for i := range entries {
		if i > 0 {
			text = append(text, t.between...)
		}
		text = t.appendComments(text, &entries[i])
		text = t.encode(text, &entries[i], names[i])
	}
	return append(text, t.end...), nil
}

// Names returns the name that each entry has in the text for all of them. The errors
// are those of [Target.Write].
func (t *Target) Names(entries ...Entry) ([]string, error) {
	switch {
	case len(entries) == 0:
		return nil, ErrNoSecret
	case t.single && len(entries) > 1:
		return nil, ErrSingle
	}
	names := make([]string, len(entries))
	seen := make(map[string]bool, len(entries))
	for i := range entries {
		name, err := t.nameOf(&entries[i], len(entries))
		if err != nil {
			return nil, err
		}
		if seen[name] {
			return nil, ErrDuplicate
		}
		seen[name], names[i] = true, name
	}
	return names, nil
}

func (t *Target) nameOf(e *Entry, count int) (string, error) {
	if err := cmp.Or(e.check(), t.check(e)); err != nil {
		return "", err
	}
	if t.shared || count > 1 {
		return t.Name(e.qualified())
	}
	return t.Name(e.Name)
}

// room returns an empty buffer that is large enough for the entries: one that
// grew would leave a copy of secrets in memory that nobody wipes.
func (t *Target) room(entries []Entry) []byte {
	size := targetRoom
	for i := range entries {
		e := &entries[i]
		size += entryRoom + nameRoom*(len(e.Name)+len(e.Service)+len(e.Environment)+len(e.KeyID)) +
			valueRoom*len(e.Value) + 2*len(e.Key)
	}
	return make([]byte, 0, size)
}

func (t *Target) appendComments(dst []byte, e *Entry) []byte {
	if t.comment == "" {
		return dst
	}
	if owner := e.owner(); owner != "" {
		dst = appendTexts(dst, t.comment, owner, "\n")
	}
	if e.TestOnly() {
		dst = append(appendTestOnly(append(dst, t.comment...), e.Algorithm, e.Size), '\n')
	}
	return dst
}

// FileName returns a name for the file of these entries, such as
// "jwt-secret.env", "billing-production-jwt-secret.env" or
// "jwt-secrets-100.env". Like that of [FileName] it begins with "test-only-"
// when one of them is, and never with a dot.
func (t *Target) FileName(entries ...Entry) string {
	name := "jwt-secrets-" + strconv.Itoa(len(entries))
	if len(entries) == 1 {
		name = entries[0].fileName()
	}
	if slices.ContainsFunc(entries, func(e Entry) bool { return e.TestOnly() }) {
		name = testOnlyPrefix + name
	}
	return name + t.extension
}
