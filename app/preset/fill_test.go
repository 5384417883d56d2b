package preset_test

import (
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/preset"
	"jwtsecret/app/secret"
)

func TestWhatIsWrittenIsReadAsItWasFilled(t *testing.T) {
	each(t, func(t *testing.T, p preset.Preset) {
		t.Parallel()
		values, text := filled(t, p)
		require.Len(t, values, len(p.Variables))
		file, err := p.Write(values)
		require.NoError(t, err)
		found := read(t, p, file)
		for i, v := range values {
			assert.Equal(t, p.Variables[i], v.Variable)
			assert.Equal(t, string(v.Text), found[v.Name], v.Name)
			assert.NotContains(t, string(v.Text), "$", "Compose replaces it")
			if v.Role == preset.Key {
				assert.Equal(t, v.Before+text+v.After, found[v.Name])
			}
		}
	})
}

func TestTheKeyThatTheProductReadsIsLongEnoughAndSignsTheTokens(t *testing.T) {
	each(t, func(t *testing.T, p preset.Preset) {
		p.Variables = []preset.Variable{{Name: "TOKEN", Role: preset.Token, Claims: `{"sub":"a"}`, Lifetime: time.Hour}}
		values, text := filled(t, p)
		key := bytesOf(t, p, text)
		assert.GreaterOrEqual(t, len(key), p.Algorithm.MinSize())
		parsed, err := jwt.Parse(string(values[0].Text), func(*jwt.Token) (any, error) { return key, nil },
			jwt.WithValidMethods([]string{p.Algorithm.String()}), jwt.WithTimeFunc(func() time.Time { return now }))
		require.NoError(t, err)
		assert.Equal(t, jwt.MapClaims{"sub": "a", "iat": float64(now.Unix()), "exp": float64(now.Unix() + 3600)}, parsed.Claims)
	})
}

func TestATextThatTheProductCannotReadIsRefused(t *testing.T) {
	for id, texts := range map[string][]string{
		"gitea":       {"", strings.Repeat("a", 42) + "+", strings.Repeat("a", 42) + "=", "not base64url"},
		"spring-boot": {"", strings.Repeat("a", 42) + "-"},
		"ethereum":    {"", "0x12", "abc", "xyz0"},
		"quarkus":     {"", strings.Repeat("a", 43), `{"kty":"oct"}`, `{"kty":"RSA","k":"AAAA"}`},
		"supabase":    {""},
	} {
		p, ok := preset.ByID(id)
		require.True(t, ok)
		for _, text := range texts {
			values, err := p.Fill([]byte(text), now)
			assert.Equal(t, preset.ErrReading, err, "%s: exactly this error, which quotes nothing", id)
			assert.Nil(t, values)
		}
	}
}

func TestAVariableThatCannotBeMadeLeavesNothing(t *testing.T) {
	p := preset.Preset{Algorithm: secret.HS256, Variables: []preset.Variable{{Name: "A"}, {Name: "B", Role: preset.Other}}}
	values, err := p.Fill([]byte("a text"), now)
	assert.ErrorIs(t, err, secret.ErrSize)
	assert.Nil(t, values)
	p.Variables[1] = preset.Variable{Name: "B", Role: preset.Token, Claims: `{,}`}
	_, err = p.Fill([]byte("a text"), now)
	assert.Error(t, err, "claims that are no JSON")
}

func TestRandomValuesAreNewEachTimeAndOtherThanTheSecret(t *testing.T) {
	p, _ := preset.ByID("strapi")
	text := generated(t, p)
	seen := map[string]bool{string(text): true}
	for range 3 {
		values, err := p.Fill(text, now)
		require.NoError(t, err)
		for _, v := range values {
			if v.Role == preset.Key {
				continue
			}
			for part := range strings.SplitSeq(string(v.Text), ",") {
				assert.False(t, seen[part], "%s twice", v.Name)
				seen[part] = true
			}
		}
	}
	assert.Len(t, seen, 1+3*(4+4), "four keys in APP_KEYS, and four other values")
}

func TestWipeOverwritesEveryValue(t *testing.T) {
	p, _ := preset.ByID("hasura")
	values, _ := filled(t, p)
	first, second := values[0].Text, values[1].Text
	assert.Equal(t, len(first), cap(first), "one buffer that did not grow")
	preset.Wipe(values)
	assert.Equal(t, make([]byte, len(first)), first)
	assert.Equal(t, make([]byte, len(second)), second)
	assert.Nil(t, values[0].Text)
}

func TestWipedValuesAreNotWritten(t *testing.T) {
	p, _ := preset.ByID("hasura")
	values, _ := filled(t, p)
	values[1].Wipe()
	file, err := p.Write(values)
	assert.ErrorIs(t, err, export.ErrNoSecret)
	assert.Nil(t, file)
}

func TestTheSecretItselfIsNotTheMemoryOfTheValues(t *testing.T) {
	p, _ := preset.ByID("postgrest")
	text := generated(t, p)
	kept := string(text)
	values, err := p.Fill(text, now)
	require.NoError(t, err)
	preset.Wipe(values)
	assert.Equal(t, kept, string(text), "whoever gave the text wipes it")
}
