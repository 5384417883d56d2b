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
