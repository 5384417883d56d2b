package ui

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

func TestGoodSettingsBecomeARequest(t *testing.T) {
	s := readSettings("alg=HS384&size=50&format=hex&count=7")
	request, wrong := s.check()
	require.Empty(t, wrong)
	assert.Equal(t, secret.Request{Algorithm: secret.HS384, Size: 50, Format: secret.HexLower, Count: 7}, request)
}

func TestEveryMistakeGetsASentenceBesideItsFieldAndNoOther(t *testing.T) {
	edit := func(e func(*settings)) settings {
		s := readSettings("")
		e(&s)
		return s
	}
	for name, c := range map[string]struct {
		settings settings
		field    field
		sentence string
	}{
		"algorithm":     {readSettings("alg=none"), fieldAlgorithm, "an algorithm that this page does not have"},
		"format":        {readSettings("format=x"), fieldFormat, "a format that this page does not have"},
		"size 0":        {readSettings("size=0"), fieldSize, "Enter a whole number of bytes, from 32 to 1,024."},
		"size 1025":     {readSettings("size=1025"), fieldSize, "from 32 to 1,024"},
		"size abc":      {readSettings("alg=HS512&size=abc"), fieldSize, "from 64 to 1,024"},
		"size for test": {edit(func(s *settings) { s.size, s.testOnly = "0", true }), fieldSize, "from 1 to 1,024"},
		"below HS256":   {readSettings("size=31"), fieldSize, "HS256 needs at least 32 bytes (RFC 7518, section 3.2)"},
		"below HS512":   {readSettings("alg=HS512&size=63"), fieldSize, "HS512 needs at least 64 bytes"},
		"count 0":       {readSettings("count=0"), fieldCount, "from 1 to 10,000"},
		"count 10001":   {readSettings("count=10001"), fieldCount, "from 1 to 10,000"},
		"no name":       {edit(func(s *settings) { s.name = "" }), fieldName, "Give the variable a name"},
		"a space":       {edit(func(s *settings) { s.name = "A B" }), fieldName, "no spaces"},
		"a hyphen":      {edit(func(s *settings) { s.name = "A-B" }), fieldName, "letters, digits and underscores"},
		"a long name":   {edit(func(s *settings) { s.name = strings.Repeat("A_", 40) }), fieldName, "too long"},
		"a secret":      {edit(func(s *settings) { s.name = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ" }), fieldName, "looks like a secret"},
		"an assignment": {edit(func(s *settings) { s.name = "JWT_SECRET=AyM1SysPpbyDfgZld3umj1qz" }), fieldName, "This is an assignment, a name with its value. Clear it from here and enter the name alone"},
		"a shell's own": {edit(func(s *settings) { s.name = "PATH" }), fieldName, "a meaning of their own"},
	} {
		t.Run(name, func(t *testing.T) {
			_, wrong := c.settings.check()
			require.Len(t, wrong, 1)
			assert.Contains(t, wrong[c.field], c.sentence)
		})
	}
}

func TestSeveralMistakesAreAllNamedAndTheFirstAsReadComesFirst(t *testing.T) {
	_, wrong := readSettings("format=x&size=0&count=-").check()
	assert.Len(t, wrong, 3)
	first, found := wrong.first(generatorFields...)
	assert.True(t, found)
	assert.Equal(t, fieldSize, first)

	_, found = problems{}.first(generatorFields...)
	assert.False(t, found)
}

func TestATestOnlySecretMayBeSmall(t *testing.T) {
	s := readSettings("size=8")
	s.testOnly = true
	request, wrong := s.check()
	assert.Empty(t, wrong)
	assert.True(t, request.TestOnly)
}

func TestWhatIsWrongWithARotationIsSaidBesideItsField(t *testing.T) {
	type request = rotation.Request
	for name, c := range map[string]struct {
		change  func(*request)
		field   field
		mention string
	}{
		"kind":              {func(r *request) { r.Kind = 9 }, fieldKind, "Choose"},
		"algorithm":         {func(r *request) { r.Algorithm = 0 }, fieldAlgorithm, "Choose"},
		"no previous":       {func(r *request) { r.Previous = nil }, fieldPrevious, "Paste"},
		"previous not hex":  {func(r *request) { r.Reading, r.New = token.Hex, []byte(strings.Repeat("0a", 32)) }, fieldPrevious, "one line of hex"},
		"previous of lines": {func(r *request) { r.Previous = []byte("a\nb") }, fieldPrevious, "one line of text"},
		"key id":            {func(r *request) { r.PreviousKeyID = "a b" }, fieldPreviousKeyID, "128"},
		"no new":            {func(r *request) { r.New = nil }, fieldNew, "Make a new secret"},
		"new of lines":      {func(r *request) { r.New = []byte("a\nb") }, fieldNew, "one line of text"},
		"new a byte short":  {func(r *request) { r.New = r.New[1:] }, fieldNew, "Read as UTF-8, this has 31 of the 32 bytes that HS256 needs"},
		"the same":          {func(r *request) { r.New = r.Previous }, fieldNew, "in use already"},
		"name":              {func(r *request) { r.Name = "A-B" }, fieldName, "underscore"},
		"a secret as name":  {func(r *request) { r.Name = strings.Repeat("0a1b", 16) }, fieldName, "looks like a secret"},
		"lifetime":          {func(r *request) { r.Lifetime = 0 }, fieldLifetime, "366 days"},
		"endless lifetime":  {func(r *request) { r.Lifetime = 1 << 62 }, fieldLifetime, "366 days"},
		"skew":              {func(r *request) { r.Skew = -1 }, fieldSkew, "24 hours"},
		"rollout":           {func(r *request) { r.Rollout = 31 * 24 * time.Hour }, fieldRollout, "30 days"},
		"no start":          {func(r *request) { r.Start = time.Time{} }, fieldStart, "Enter a date"},
		"a start of 1":      {func(r *request) { r.Start = time.Time{}.Add(time.Second) }, fieldStart, "has passed"},
		"a start of 9999":   {func(r *request) { r.Start = r.Start.AddDate(7972, 0, 0) }, fieldStart, "years away"},
		"a start of 1999":   {func(r *request) { r.Start = r.Start.AddDate(-28, 0, 0) }, fieldStart, "has passed"},
		"a start of 2999":   {func(r *request) { r.Start = r.Start.AddDate(972, 0, 0) }, fieldStart, "years away"},
		"days":              {func(r *request) { r.Days = 0 }, fieldDays, "Choose"},
		"overlap":           {func(r *request) { r.Days, r.Lifetime = 30, 30*24*time.Hour }, fieldDays, "still be accepted"},
	} {
		t.Run(name, func(t *testing.T) {
			r := rotationRequest(c.change)
			_, err := rotation.New(r)
			require.Error(t, err)
			wrong := rotationProblems(r, err)
			require.Len(t, wrong, 1)
			assert.Contains(t, wrong[c.field], c.mention)
			assert.NotContains(t, wrong[c.field], freshText)
		})
	}
}

func TestANameOfAShellIsRefusedOnEveryPage(t *testing.T) {
	for _, name := range []string{"PATH", "home", "LD_PRELOAD", "IFS", "NODE_OPTIONS", "PORT"} {
		b, act := mountedBulk(t)
		act(func() { b.settings.name = name; b.make() })
		assert.Contains(t, b.problems[fieldName], "a meaning of their own", name)
		r := rotationRequest(func(r *rotation.Request) { r.Name = name })
		assert.Contains(t, rotationProblems(r, r.Validate())[fieldName], "a meaning of their own", name)
		s := readSettings("")
		s.name = name
		_, wrong := s.check()
		assert.Contains(t, wrong[fieldName], "a meaning of their own", name)
	}
}
