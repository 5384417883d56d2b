package export_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

// table returns a secret for each service in each environment.
func table(t testing.TB) []export.Entry {
	t.Helper()
	secrets := generate(t, secret.Base64, 32, 4)
	var entries []export.Entry
	for _, service := range []string{"billing", "2fa.Gate way"} {
		for _, environment := range []string{"staging", "production"} {
			entry, err := export.NewEntry("JWT_SECRET", &secrets[len(entries)])
			require.NoError(t, err)
			entry.Service, entry.Environment = service, environment
			entries = append(entries, entry)
		}
	}
	return entries
}

func TestOneFileForAllNamesAndGroupsThem(t *testing.T) {
	entries := table(t)
	target := targetByID(t, "dotenv")
	text, err := target.Write(entries...)
	require.NoError(t, err)
	want := ""
	for i, name := range []string{"BILLING_STAGING", "BILLING_PRODUCTION", "2FA_GATE_WAY_STAGING", "2FA_GATE_WAY_PRODUCTION"} {
		want += "# " + entries[i].Service + ", " + entries[i].Environment + "\nJWT_SECRET_" + name + "=" + string(entries[i].Value) + "\n"
	}
	assert.Equal(t, want, string(text))
	assert.Equal(t, "jwt-secrets-4.env", target.FileName(entries...))
}

func TestOneFileForAllOfEveryTarget(t *testing.T) {
	entries := table(t)
	for _, target := range export.Targets() {
		text, err := target.Write(entries...)
		if target.ID == "jwk" || target.ID == "docker-secret-file" {
			assert.ErrorIs(t, err, export.ErrSingle, target.ID)
			continue
		}
		require.NoError(t, err, target.ID)
		assert.Equal(t, target.ID != "json" && target.ID != "jwks", strings.Contains(string(text), "2fa.Gate way, production"), target.ID)
		assert.Equal(t, !target.Command && target.ID != "jwks" && target.ID != "kubernetes-data",
			strings.Contains(string(text), string(entries[3].Value)), target.ID)
	}
}

func TestOneFileForEach(t *testing.T) {
	entries := table(t)
	for _, target := range export.Targets() {
		files, err := target.Files(entries)
		require.NoError(t, err, target.ID)
		require.Len(t, files, 4)
		for i, file := range files {
			want, err := target.Write(entries[i])
			require.NoError(t, err)
			assert.Equal(t, want, file.Content, target.ID)
			stem := []string{"billing-staging", "billing-production", "2fa-gate-way-staging", "2fa-gate-way-production"}[i]
			assert.True(t, strings.HasPrefix(file.Name, stem+"-jwt-secret."), file.Name)
			assert.Equal(t, target.FileName(entries[i]), file.Name)
		}
	}
}

// A secret store is one for all services, a file is for one.
func TestNamesCarryTheServiceWhereAllAreSideBySide(t *testing.T) {
	entry := table(t)[1]
	for id, want := range map[string]string{
		"dotenv":              "\nJWT_SECRET=",
		"github":              "gh secret set JWT_SECRET\n",
		"kubernetes-data":     "name: jwt-secret-billing-production\ntype: Opaque\ndata:\n  JWT_SECRET: ",
		"vault":               "jwt-secret-billing-production JWT_SECRET=-",
		"aws-secrets-manager": "--name JWT_SECRET_BILLING_PRODUCTION ",
		"azure-key-vault":     "--name jwt-secret-billing-production ",
	} {
		target := targetByID(t, id)
		text, err := target.Write(entry)
		require.NoError(t, err)
		assert.Contains(t, string(text), want)
	}
}

func TestTwoSecretsOfOneNameAreRefused(t *testing.T) {
	entries := table(t)
	entries[1].Environment = "staging"
	entries[2].Service, entries[2].Environment = "BILLING", "STAGING"
	for _, target := range export.Targets() {
		_, err := target.Files(entries)
		assert.ErrorIs(t, err, export.ErrDuplicate, target.ID)
		if target.ID != "jwk" && target.ID != "docker-secret-file" {
			_, err = target.Write(entries...)
			assert.ErrorIs(t, err, export.ErrDuplicate, target.ID)
		}
	}
}

func TestFilesOfNothingAreAnError(t *testing.T) {
	target := targetByID(t, "dotenv")
	_, err := target.Files(nil)
	assert.ErrorIs(t, err, export.ErrNoSecret)
}

func TestFileNamesNeverHide(t *testing.T) {
	for _, target := range export.Targets() {
		assert.Regexp(t, "^jwt-secret[.]", target.FileName(export.Entry{Name: "___"}), target.ID)
	}
}
