package export_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// orderReaders give back the secrets that a text of a target holds, each as its text,
// or for keys as base64url.
var orderReaders = map[string]func(t *testing.T, text []byte) []string{
	"dotenv": func(t *testing.T, text []byte) (values []string) {
		for _, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
			name, value, _ := strings.Cut(line, "=")
			if !strings.HasPrefix(line, "#") {
				require.True(t, strings.HasPrefix(name, "JWT_SECRET"), name)
				values = append(values, strings.Trim(value, "'"))
			}
		}
		return values
	},
	"json": func(t *testing.T, text []byte) (values []string) {
		var object map[string]string
		require.NoError(t, json.Unmarshal(text, &object))
		for _, value := range object {
			values = append(values, value)
		}
		return values
	},
	"kubernetes-data": func(t *testing.T, text []byte) (values []string) {
		for d := yaml.NewDecoder(bytes.NewReader(text)); ; {
			var manifest struct{ Data map[string]string }
			err := d.Decode(&manifest)
			if errors.Is(err, io.EOF) {
				return values
			}
			require.NoError(t, err)
			value, err := base64.StdEncoding.DecodeString(manifest.Data["JWT_SECRET"])
			require.NoError(t, err)
			values = append(values, string(value))
		}
	},
	"docker-secret-file": func(_ *testing.T, text []byte) []string { return []string{string(text)} },
	"jwk":                func(t *testing.T, text []byte) []string { return keysOf(t, []byte(`{"keys":[`+string(text)+`]}`)) },
	"jwks":               keysOf,
}

func keysOf(t *testing.T, text []byte) (keys []string) {
	var set struct {
		Keys []struct{ Kty, K, Kid, Alg string }
	}
	require.NoError(t, json.Unmarshal(text, &set))
	for _, key := range set.Keys {
		assert.Equal(t, "oct", key.Kty)
		assert.Equal(t, "HS384", key.Alg)
		assert.NotEmpty(t, key.Kid)
		keys = append(keys, key.K)
	}
	return keys
}
