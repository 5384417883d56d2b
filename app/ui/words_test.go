package ui

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/judge"
	"jwtsecret/app/secret"
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

func TestANameOfAShellIsRefusedOnEveryPage(t *testing.T) {
	for _, name := range []string{"PATH", "home", "LD_PRELOAD", "IFS", "NODE_OPTIONS", "PORT"} {
		b, act := mountedBulk(t)
		act(func() { b.settings.name = name; b.make() })
		assert.Contains(t, b.problems[fieldName], "a meaning of their own", name)
		report := judge.Planned(planRequest(func(p *job.Plan) { p.Name = []byte(name) }), planStart)
		assert.Equal(t, "name", report.Problems[0].Field)
		assert.Contains(t, report.Problems[0].Sentence, "a meaning of their own", name)
		s := readSettings("")
		s.name = name
		_, wrong := s.check()
		assert.Contains(t, wrong[fieldName], "a meaning of their own", name)
	}
}
