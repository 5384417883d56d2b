package preset_test

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"jwtsecret/app/preset"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// now is the time at which the presets are filled.
var now = time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)

// generated returns the text of a new secret for the preset.
func generated(t *testing.T, p preset.Preset) []byte {
	t.Helper()
	made, err := secret.Generate(p.Request())
	require.NoError(t, err)
	return made[0].Text()
}

// filled returns the values of a preset with a new secret, and the secret's text.
func filled(t *testing.T, p preset.Preset) ([]preset.Value, string) {
	t.Helper()
	text := generated(t, p)
	values, err := p.Fill(text, now)
	require.NoError(t, err)
	return values, string(text)
}

// read returns what the programs of the preset's place read in the text that was written
// for it: a shell in an .env file, go-yaml in YAML, and every byte of a file for one secret.
func read(t *testing.T, p preset.Preset, text []byte) map[string]string {
	t.Helper()
	found := map[string]string{}
	switch p.Target {
	case "docker-secret-file":
		return map[string]string{p.Variables[0].Name: string(text)}
	case "yaml":
		require.NoError(t, yaml.Unmarshal(text, &found))
		return found
	}
	path := filepath.Join(t.TempDir(), ".env")
	require.NoError(t, os.WriteFile(path, text, 0o600))
	script := `. "$0"`
	for _, v := range p.Variables {
		script += ` && printf '%s\0' "$` + v.Name + `"`
	}
	out, err := exec.Command("sh", "-c", script, path).Output()
	require.NoError(t, err)
	for i, value := range strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		found[p.Variables[i].Name] = value
	}
	return found
}

// settings returns what the product reads for a new secret, by variable, and the secret.
func settings(t *testing.T, p preset.Preset) (found map[string]string, text string) {
	t.Helper()
	values, text := filled(t, p)
	file, err := p.Write(values)
	require.NoError(t, err)
	return read(t, p, file), text
}

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

// bytesOf is how a product makes a key of a text, by Go's own decoders.
func bytesOf(t *testing.T, p preset.Preset, text string) []byte {
	t.Helper()
	var key []byte
	var err error
	switch p.Reading {
	case token.Hex:
		key, err = hex.DecodeString(text)
	case token.Base64:
		key, err = base64.StdEncoding.DecodeString(text)
	case token.Base64URL:
		key, err = base64.RawURLEncoding.DecodeString(text)
	default:
		if p.Format != secret.JWK {
			return []byte(text)
		}
		var jwk struct{ K string }
		require.NoError(t, json.Unmarshal([]byte(text), &jwk))
		key, err = base64.RawURLEncoding.DecodeString(jwk.K)
	}
	require.NoError(t, err)
	return key
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

func TestTheSecretItselfIsNotTheMemoryOfTheValues(t *testing.T) {
	p, _ := preset.ByID("postgrest")
	text := generated(t, p)
	kept := string(text)
	values, err := p.Fill(text, now)
	require.NoError(t, err)
	preset.Wipe(values)
	assert.Equal(t, kept, string(text), "whoever gave the text wipes it")
}
