package export_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

func TestTextOfOneSecretIsExactlyItsText(t *testing.T) {
	for _, f := range secret.Formats() {
		secrets := generate(t, f, 32, 1)
		assert.Equal(t, secrets[0].Text(), export.Text(secrets), f.String())
	}
}

func TestTextOfSeveralSecretsIsOneOnEachLine(t *testing.T) {
	for _, f := range textFormats(t) {
		s := generate(t, f, 32, 3)
		want := string(s[0].Text()) + "\n" + string(s[1].Text()) + "\n" + string(s[2].Text()) + "\n"
		assert.Equal(t, want, string(export.Text(s)), f.String())
	}
}

func TestTextOfRawSecretsIsTheirBytesOneAfterAnother(t *testing.T) {
	s := generate(t, secret.Raw, 32, 3)
	want := string(s[0].Text()) + string(s[1].Text()) + string(s[2].Text())
	assert.Equal(t, want, string(export.Text(s)))
}

func TestTextIsACopy(t *testing.T) {
	secrets := generate(t, secret.HexLower, 32, 1)
	clear(export.Text(secrets))
	assert.NotContains(t, secrets[0].Text(), byte(0))
}

func TestTextOfNothingIsEmpty(t *testing.T) {
	assert.Empty(t, export.Text(nil))
}
