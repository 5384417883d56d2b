package strength_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

// Length alone makes nothing of a weak text.
func TestALongTextIsJudgedPieceByPiece(t *testing.T) {
	for _, weak := range []string{
		strings.Repeat("A", 300) + "!",
		strings.Repeat("password!", 40) + "x",
		strings.Repeat("!", 400) + "x",
	} {
		assert.Equal(t, strength.Guessable, audit(weak, secret.HS256).Verdict, weak[:20])
	}
	assert.Equal(t, strength.DefectFound, audit(strings.Repeat("A", 242)+"_SECRET=hunter2", secret.HS256).Verdict)
	made, err := secret.Generate(secret.Request{Algorithm: secret.HS512, Size: 1024, Format: secret.Base64URL, Count: 1})
	require.NoError(t, err)
	text := string(made[0].Text())
	assert.Equal(t, strength.NoDefectFound, audit(text, secret.HS512).Verdict)
	assert.Equal(t, strength.NoDefectFound, audit(text[:300]+strings.Repeat("A", 300), secret.HS512).Verdict, "a piece that is random is enough")
}

func TestASecretThatIsTooShortSaysWhatItIsWorth(t *testing.T) {
	short := audit("ab", secret.HS256)
	assert.Equal(t, strength.BelowRule, short.Verdict)
	assert.Contains(t, short.Sentence(), "however it is read")
	assert.Regexp(t, `at most \d+ bits: guessing finds it`, short.Sentence())
	beyond := audit("пароль", secret.HS256) // 12 bytes
	assert.Equal(t, strength.BelowRule, beyond.Verdict)
	assert.Contains(t, beyond.Sentence(), "It can be worth at most 96 bits, and NIST accepts no key below 112 (SP 800-131A).")
	assert.NotContains(t, beyond.Sentence(), "guessing", "beneath it stands how long that would take")
	partly := audit("3f0e9c1e-7d3b-4c56-9a11-0c2f7f6c8d21", secret.HS256)
	assert.Contains(t, partly.Sentence(), "at least one way")
}
