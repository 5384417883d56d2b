package main

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

// order asks for six secrets: three services in two environments.
func order(target string, format secret.Format) job.Services {
	return job.Services{
		Services: []string{"billing", "Search API", "mail.v2"}, Environments: []string{"staging", "production"},
		Name: "JWT_SECRET", Target: target,
		Secret: secret.Request{Algorithm: secret.HS384, Size: 48, Format: format, Count: 6},
	}
}

// delivered returns the only event that answers the order.
func delivered(t *testing.T, s job.Services) job.Event {
	t.Helper()
	request, err := job.Encode(job.Request{Services: &s})
	require.NoError(t, err)
	events := ask(t, request)
	require.Len(t, events, 1)
	return events[0]
}

// opened returns the single file, and the files of the archive in their order.
func opened(t *testing.T, s job.Services) (f *job.Files, single []byte, members []export.File) {
	t.Helper()
	f = delivered(t, s).Files
	require.NotNil(t, f)
	single, archive, ok := f.Split()
	require.True(t, ok)
	reader, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	require.NoError(t, err)
	for _, m := range reader.File {
		if m.FileInfo().IsDir() {
			continue
		}
		file, err := m.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(file) // also compares the checksum
		require.NoError(t, err)
		members = append(members, export.File{Name: m.Name, Content: content})
	}
	return f, single, members
}

func TestEveryPairGetsASecretOfItsOwnInTheFileAndInTheArchive(t *testing.T) {
	for target, read := range readers {
		for _, format := range []secret.Format{secret.Base64, secret.HexLower, secret.Alphanumeric} {
			t.Run(target+" "+format.String(), func(t *testing.T) {
				_, single, members := opened(t, order(target, format))
				require.Len(t, members, 6)
				seen := map[string]bool{}
				var values []string
				for _, m := range members {
					held := read(t, m.Content)
					require.Len(t, held, 1, m.Name)
					seen[held[0]], values = true, append(values, held[0])
					assertSize(t, target, format, held[0])
				}
				assert.Len(t, seen, 6, "all differ")
				if target == "jwk" || target == "docker-secret-file" {
					assert.Empty(t, single, "one secret in each file")
				} else {
					assert.ElementsMatch(t, values, read(t, single), "the same secrets")
				}
			})
		}
	}
}

// assertSize decodes a value: 48 bytes, or of letters and digits
// ⌈384 / log2 62⌉ = 65.
func assertSize(t *testing.T, target string, format secret.Format, value string) {
	t.Helper()
	if strings.HasPrefix(target, "jwk") {
		key, err := base64.RawURLEncoding.DecodeString(value)
		require.NoError(t, err)
		assert.Len(t, key, map[bool]int{true: 65, false: 48}[format == secret.Alphanumeric])
		return
	}
	key, err := secret.Decode(format, []byte(value))
	require.NoError(t, err)
	assert.Len(t, key, map[bool]int{true: 65, false: 48}[format == secret.Alphanumeric])
}

func TestEveryTargetThatHoldsSecretsIsServed(t *testing.T) {
	served := 0
	for _, target := range export.Targets() {
		event := delivered(t, order(target.ID, secret.Base64URL))
		assert.Equal(t, target.Command, event.Files == nil, target.ID)
		assert.Equal(t, target.Command, event.Failed != "", target.ID)
		if !target.Command {
			served++
		}
	}
	assert.Greater(t, served, 10)
}

func TestTheSingleFileNamesThePairs(t *testing.T) {
	f, single, _ := opened(t, order("dotenv", secret.Base64URL))
	assert.Equal(t, "jwt-secrets-6.env", f.Single)
	assert.Equal(t, "jwt-secrets-6.zip", f.Archive)
	assert.Equal(t, 384.0, f.Bits)
	var names []string
	for _, line := range strings.Split(strings.TrimSuffix(string(single), "\n"), "\n") {
		name, _, _ := strings.Cut(line, "=")
		names = append(names, name)
	}
	assert.Equal(t, []string{
		"# billing, staging", "JWT_SECRET_BILLING_STAGING", "# Search API, staging", "JWT_SECRET_SEARCH_API_STAGING",
		"# mail.v2, staging", "JWT_SECRET_MAIL_V2_STAGING",
		"# billing, production", "JWT_SECRET_BILLING_PRODUCTION", "# Search API, production", "JWT_SECRET_SEARCH_API_PRODUCTION",
		"# mail.v2, production", "JWT_SECRET_MAIL_V2_PRODUCTION",
	}, names)
}

func TestTheArchiveHasAFolderForEachEnvironmentThatOnlyItsOwnerReads(t *testing.T) {
	f := delivered(t, order("dotenv", secret.Base64URL)).Files
	require.NotNil(t, f)
	_, archive, _ := f.Split()
	reader, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	require.NoError(t, err)
	var names []string
	for _, m := range reader.File {
		names = append(names, m.Name)
		assert.True(t, m.Modified.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)), "the time tells nothing")
		want := fs.FileMode(0o600)
		if strings.HasSuffix(m.Name, "/") {
			want = fs.ModeDir | 0o700
		}
		assert.Equal(t, want, m.Mode(), m.Name)
	}
	assert.Equal(t, []string{
		"staging/", "staging/billing-staging-jwt-secret.env", "staging/search-api-staging-jwt-secret.env", "staging/mail-v2-staging-jwt-secret.env",
		"production/", "production/billing-production-jwt-secret.env", "production/search-api-production-jwt-secret.env", "production/mail-v2-production-jwt-secret.env",
	}, names)
	assert.Equal(t, names[1], f.Example)
}

func TestWhatWasSentIsWipedInTheWorker(t *testing.T) {
	s, sent := order("dotenv", secret.Base64URL), []byte(nil)
	require.NoError(t, makeFiles(&s, func(e job.Event) {
		sent = e.Files.Content
		assert.Contains(t, string(sent), "JWT_SECRET_BILLING_STAGING=")
	}))
	assert.Equal(t, make([]byte, len(sent)), sent)
}

func TestRawBytesGoWhereBytesCanGo(t *testing.T) {
	_, _, members := opened(t, order("docker-secret-file", secret.Raw))
	require.Len(t, members, 6)
	assert.Len(t, members[0].Content, 48)
}

func TestAThousandOfTheLargestSecretsAreMadeAtOnce(t *testing.T) {
	s := order("terraform", secret.HexLower)
	s.Services, s.Environments = nil, []string{"production"}
	for i := range job.MaxPairs {
		s.Services = append(s.Services, "service "+strconv.Itoa(i))
	}
	s.Secret.Size, s.Secret.Count = secret.MaxSize, job.MaxPairs
	_, _, members := opened(t, s)
	assert.Len(t, members, 1000)
}

func TestWhatIsNoOrderGetsASentenceAndNoSecret(t *testing.T) {
	for name, spoil := range map[string]func(*job.Services){
		"no such target":       func(s *job.Services) { s.Target = "fax" },
		"fewer than the pairs": func(s *job.Services) { s.Secret.Count = 5 },
		"none":                 func(s *job.Services) { s.Services, s.Secret.Count = nil, 0 },
		"too many":             func(s *job.Services) { s.Services, s.Secret.Count = make([]string, 501), 1002 },
		"too small":            func(s *job.Services) { s.Secret.Size = 47 },
		"a name that is none":  func(s *job.Services) { s.Name = "JWT SECRET" },
		"a label that is none": func(s *job.Services) { s.Services[0] = "../billing" },
	} {
		s := order("dotenv", secret.Base64URL)
		spoil(&s)
		event := delivered(t, s)
		assert.Contains(t, event.Failed, "cannot be made", name)
		assert.Nil(t, event.Files, name)
	}
}

func TestWhatATargetDoesNotTakeIsSaidOfTheFieldToMend(t *testing.T) {
	for name, c := range map[string]struct {
		spoil           func(*job.Services)
		field, sentence string
	}{
		"raw bytes for text": {func(s *job.Services) { s.Secret.Format = secret.Raw }, "format", "raw bytes"},
		"one name for two":   {func(s *job.Services) { s.Services[0] = "search_api" }, "services", "would get one name"},
		"one name for two pairs": {func(s *job.Services) {
			s.Services, s.Environments, s.Secret.Count = []string{"a", "a-b"}, []string{"c", "b-c"}, 4
		}, "services", "would get one name"},
		"a name that is kept":   {func(s *job.Services) { s.Name, s.Target = "NEXT_PUBLIC_KEY", "dotenv-local" }, "name", "keeps this name"},
		"a name without letter": {func(s *job.Services) { s.Name, s.Target = "_1", "helm" }, "name", "a letter at the beginning"},
		"a name that is too long": { // 55 and "_SEARCH_API_PRODUCTION"
			func(s *job.Services) { s.Name = strings.Repeat("LONG_", 11) }, "name", "more than 64 characters"},
	} {
		s := order("dotenv", secret.Base64URL)
		c.spoil(&s)
		files := delivered(t, s).Files
		require.NotNil(t, files, name)
		require.NotNil(t, files.Problem, name)
		assert.Equal(t, c.field, files.Problem.Field, name)
		assert.Contains(t, files.Problem.Sentence, c.sentence, name)
		assert.Empty(t, files.Content, name)
	}
}

func TestEveryFormatGoesToEveryTargetThatHoldsTextOrIsRefusedForRawBytes(t *testing.T) {
	for _, target := range export.Targets() {
		for _, format := range secret.Formats() {
			if target.Command {
				continue
			}
			files := delivered(t, order(target.ID, format)).Files
			require.NotNil(t, files, target.ID)
			assert.True(t, files.Problem == nil || format == secret.Raw && files.Problem.Field == "format", "%s in %s", format, target.ID)
			assert.Equal(t, files.Problem == nil, len(files.Advice) > 0, target.ID)
		}
	}
}
