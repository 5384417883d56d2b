package job

import (
	"iter"
	"strings"

	"jwtsecret/app/secret"
)

// MaxPairs is the most secrets that one [Services] asks for.
const MaxPairs = 1000

// Services asks for a secret of its own for each pair of a service and an
// environment, written for one target, in [Files].
type Services struct {
	// Services and Environments are the names, as export.CheckLabel allows them.
	Services, Environments []string

	Name   string // of the variable
	Target string // the ID of an export.Target that is no command

	// Secret says what each secret is like; its Count is that of all pairs.
	Secret secret.Request
}

// Count returns the number of pairs.
func (s *Services) Count() int { return len(s.Services) * len(s.Environments) }

// Pairs returns every pair, environment by environment, in the order in which
// the names are given.
func (s *Services) Pairs() iter.Seq2[string, string] {
	return func(yield func(service, environment string) bool) {
		for _, environment := range s.Environments {
			for _, service := range s.Services {
				if !yield(service, environment) {
					return
				}
			}
		}
	}
}

// Slug returns a label as the name of a file: billing-api for "Billing API".
// Labels with the same slug are one name, because file systems, shells and
// targets would take them for one.
func Slug(label string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(label), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}

// Files is what [Services] asked for: every secret twice, once in a single file
// and once in a file of its own in a zip archive. Or it says why the target takes
// no such secrets.
type Files struct {
	Problem *Problem `json:",omitempty"` // with a field of the form; then there is nothing else

	Bits   float64  // the entropy of each secret
	Advice []string // sentences about the target's files

	// Single is the name of the single file, and SingleSize its size in bytes.
	// A target that takes one secret in each file has none.
	Single     string
	SingleSize int

	Archive string // the name of the archive
	Example string // the path of its first file

	Content []byte `json:"-"` // the single file, and after it the archive
}

// Split returns the content of the single file and of the archive, in the
// memory of Content, and whether the message is whole.
func (f *Files) Split() (single, archive []byte, ok bool) {
	if f.SingleSize < 0 || f.SingleSize >= len(f.Content) {
		return nil, nil, false
	}
	return f.Content[:f.SingleSize], f.Content[f.SingleSize:], true
}
