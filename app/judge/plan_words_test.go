package judge

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

const (
	freshText    = "aNewSecretOf32Characters_1234567"
	previousText = "theOldSecretOf32Characters_12345"
)

var planStart = time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)

// asked is a request in order, but for what the test changes.
func asked(change func(*rotation.Request)) rotation.Request {
	r := rotation.Request{
		Algorithm: secret.HS256, New: []byte(freshText), Previous: []byte(previousText), Name: "JWT_SECRET",
		Now: planStart, Start: planStart, Lifetime: 8 * time.Hour, Skew: 2 * time.Minute, Rollout: time.Hour, Days: 90,
	}
	change(&r)
	return r
}

func TestWhatIsWrongWithARotationIsSaidBesideItsField(t *testing.T) {
	type request = rotation.Request
	for name, c := range map[string]struct {
		change  func(*request)
		field   string
		mention string
	}{
		"kind":              {func(r *request) { r.Kind = 9 }, "kind", "Choose"},
		"algorithm":         {func(r *request) { r.Algorithm = 0 }, "algorithm", "Choose"},
		"no previous":       {func(r *request) { r.Previous = nil }, "previous", "Paste"},
		"previous not hex":  {func(r *request) { r.Reading, r.New = token.Hex, []byte(strings.Repeat("0a", 32)) }, "previous", "one line of hex"},
		"previous of lines": {func(r *request) { r.Previous = []byte("a\nb") }, "previous", "one line of text"},
		"key id":            {func(r *request) { r.PreviousKeyID = "a b" }, "previouskeyid", "128"},
		"no new":            {func(r *request) { r.New = nil }, "new", "Make a new secret"},
		"new of lines":      {func(r *request) { r.New = []byte("a\nb") }, "new", "one line of text"},
		"new a byte short":  {func(r *request) { r.New = r.New[1:] }, "new", "Read as UTF-8, this has 31 of the 32 bytes that HS256 needs"},
		"the same":          {func(r *request) { r.New = r.Previous }, "new", "in use already"},
		"name":              {func(r *request) { r.Name = "A-B" }, "name", "underscore"},
		"a secret as name":  {func(r *request) { r.Name = strings.Repeat("0a1b", 16) }, "name", "looks like a secret"},
		"lifetime":          {func(r *request) { r.Lifetime = 0 }, "lifetime", "366 days"},
		"endless lifetime":  {func(r *request) { r.Lifetime = 1 << 62 }, "lifetime", "366 days"},
		"skew":              {func(r *request) { r.Skew = -1 }, "skew", "24 hours"},
		"rollout":           {func(r *request) { r.Rollout = 31 * 24 * time.Hour }, "rollout", "30 days"},
		"no start":          {func(r *request) { r.Start = time.Time{} }, "start", "Enter a date"},
		"a start of 1":      {func(r *request) { r.Start = time.Time{}.Add(time.Second) }, "start", "has passed"},
		"a start of 9999":   {func(r *request) { r.Start = r.Start.AddDate(7972, 0, 0) }, "start", "years away"},
		"a start of 1999":   {func(r *request) { r.Start = r.Start.AddDate(-28, 0, 0) }, "start", "has passed"},
		"a start of 2999":   {func(r *request) { r.Start = r.Start.AddDate(972, 0, 0) }, "start", "years away"},
		"days":              {func(r *request) { r.Days = 0 }, "days", "Choose"},
		"overlap":           {func(r *request) { r.Days, r.Lifetime = 30, 30*24*time.Hour }, "days", "still be accepted"},
	} {
		t.Run(name, func(t *testing.T) {
			r := asked(c.change)
			_, err := rotation.New(r)
			require.Error(t, err)
			wrong := planProblems(r, err)
			require.Len(t, wrong, 1)
			assert.Equal(t, c.field, wrong[0].Field)
			assert.Contains(t, wrong[0].Sentence, c.mention)
			assert.NotContains(t, wrong[0].Sentence, freshText)
		})
	}
}
