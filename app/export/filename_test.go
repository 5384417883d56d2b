package export_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

func TestFileNameSaysWhatIsInTheFile(t *testing.T) {
	cases := []struct {
		kind        export.Kind
		size, count int
		want        string
	}{
		{export.KindText, 32, 1, "jwt-secret.txt"},
		{export.KindEnv, 32, 1, "jwt-secret.env"},
		{export.KindEnv, 32, 100, "jwt-secrets-100.env"},
		{export.KindJSON, 32, 2, "jwt-secrets-2.json"},
		{export.KindCSV, 32, 10_000, "jwt-secrets-10000.csv"},
		{export.KindBinary, 32, 1, "jwt-secret.bin"},
		{export.KindText, 31, 1, "test-only-jwt-secret.txt"},
		{export.KindCSV, 31, 3, "test-only-jwt-secrets-3.csv"},
	}
	for _, c := range cases {
		t.Run(c.want, func(t *testing.T) {
			assert.Equal(t, c.want, export.FileName(c.kind, generate(t, secret.Base64URL, c.size, c.count)))
		})
	}
}

func TestOneSecretForTestsOnlyMarksTheFile(t *testing.T) {
	secrets := append(generate(t, secret.Base64URL, 32, 2), generate(t, secret.Base64URL, 31, 1)...)
	assert.Equal(t, "test-only-jwt-secrets-3.env", export.FileName(export.KindEnv, secrets))
}

func TestZeroKindIsText(t *testing.T) {
	var kind export.Kind
	assert.Equal(t, export.KindText, kind)
}
