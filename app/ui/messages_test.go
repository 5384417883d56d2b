package ui

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

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
	cases := []struct {
		settings settings
		field    field
		sentence string
	}{
		{readSettings("alg=none"), fieldAlgorithm, "an algorithm that this page does not have"},
		{readSettings("format=x"), fieldFormat, "a format that this page does not have"},
		{readSettings("size=0"), fieldSize, "from 1 to 1,024"},
		{readSettings("size=1025"), fieldSize, "from 1 to 1,024"},
		{readSettings("size=abc"), fieldSize, "from 1 to 1,024"},
		{readSettings("size=31"), fieldSize, "HS256 needs at least 32 bytes (RFC 7518, section 3.2)"},
		{readSettings("alg=HS512&size=63"), fieldSize, "HS512 needs at least 64 bytes"},
		{readSettings("count=0"), fieldCount, "from 1 to 10,000"},
		{readSettings("count=10001"), fieldCount, "from 1 to 10,000"},
		{edit(func(s *settings) { s.name = "" }), fieldName, "Give the variable a name"},
		{edit(func(s *settings) { s.name = "A B" }), fieldName, "no spaces"},
		{edit(func(s *settings) { s.name = "A-B" }), fieldName, "letters, digits and underscores"},
		{edit(func(s *settings) { s.name = strings.Repeat("A_", 40) }), fieldName, "too long"},
		{edit(func(s *settings) { s.name = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ" }), fieldName, "looks like a secret"},
	}
	for _, c := range cases {
		_, wrong := c.settings.check()
		require.Len(t, wrong, 1, "%+v", c.settings)
		assert.Contains(t, wrong[c.field], c.sentence)
	}
}

func TestSeveralMistakesAreAllNamedAndTheFirstAsReadComesFirst(t *testing.T) {
	_, wrong := readSettings("format=x&size=0&count=-").check()
	assert.Len(t, wrong, 3)
	first, found := wrong.first()
	assert.True(t, found)
	assert.Equal(t, fieldSize, first)

	_, found = problems{}.first()
	assert.False(t, found)
}

func TestATestOnlySecretMayBeSmall(t *testing.T) {
	s := readSettings("size=8")
	s.testOnly = true
	request, wrong := s.check()
	assert.Empty(t, wrong)
	assert.True(t, request.TestOnly)
}

func TestNumbersAreWrittenInGroupsOfThree(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 10000: "10,000", 1234567: "1,234,567"} {
		assert.Equal(t, want, thousands(n))
	}
}
