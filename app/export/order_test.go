package export_test

import (
	"encoding/base64"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

// order asks for six secrets: three services in two environments.
func order(t testing.TB, target string, format secret.Format) *export.Order {
	t.Helper()
	return &export.Order{
		Services: []string{"billing", "Search API", "mail.v2"}, Environments: []string{"staging", "production"},
		Name: "JWT_SECRET", Target: targetByID(t, target),
		Secret: secret.Request{Algorithm: secret.HS384, Size: 48, Format: format, Count: 6},
	}
}

func made(t testing.TB, r secret.Request) []secret.Secret {
	t.Helper()
	secrets, err := secret.Generate(r)
	require.NoError(t, err)
	return secrets
}

// delivered returns the single file, if the target has one, and the members of
// the archive.
func delivered(t testing.TB, o *export.Order) (entries []export.Entry, single []byte, members []export.File) {
	t.Helper()
	entries, err := o.Entries(made(t, o.Secret))
	require.NoError(t, err)
	single, err = o.Target.Write(entries...)
	if err != nil {
		require.ErrorIs(t, err, export.ErrSingle)
	}
	members, err = o.Members(entries)
	require.NoError(t, err)
	return entries, single, members
}

func TestEveryServiceHasAPairWithEveryEnvironment(t *testing.T) {
	o := order(t, "dotenv", secret.Base64URL)
	secrets := made(t, o.Secret)
	entries, err := o.Entries(secrets)
	require.NoError(t, err)
	var pairs []string
	for i, e := range entries {
		pairs = append(pairs, e.Service+" in "+e.Environment)
		assert.Equal(t, secrets[i].Text(), e.Value)
		assert.Equal(t, "JWT_SECRET", e.Name)
	}
	assert.Equal(t, []string{
		"billing in staging", "Search API in staging", "mail.v2 in staging",
		"billing in production", "Search API in production", "mail.v2 in production",
	}, pairs)
	assert.Equal(t, len(pairs), o.Count())
}

func TestEveryPairGetsASecretOfItsOwnInTheFileAndInTheArchive(t *testing.T) {
	for target, read := range orderReaders {
		for _, format := range []secret.Format{secret.Base64, secret.HexLower, secret.Alphanumeric} {
			t.Run(target+" "+format.String(), func(t *testing.T) {
				_, single, members := delivered(t, order(t, target, format))
				members = unzipped(t, zipped(t, members))
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
	key, err := secret.Decode(format, []byte(value))
	if strings.HasPrefix(target, "jwk") {
		key, err = base64.RawURLEncoding.DecodeString(value)
	}
	require.NoError(t, err)
	assert.Len(t, key, map[bool]int{true: 65, false: 48}[format == secret.Alphanumeric])
}

func TestMembersAreInAFolderForEachEnvironment(t *testing.T) {
	_, _, members := delivered(t, order(t, "dotenv", secret.Base64URL))
	var names []string
	for _, m := range members {
		names = append(names, m.Name)
	}
	assert.Equal(t, []string{
		"staging/billing-staging-jwt-secret.env", "staging/search-api-staging-jwt-secret.env", "staging/mail-v2-staging-jwt-secret.env",
		"production/billing-production-jwt-secret.env", "production/search-api-production-jwt-secret.env", "production/mail-v2-production-jwt-secret.env",
	}, names)
}

func TestTheSingleFileNamesThePairs(t *testing.T) {
	_, single, _ := delivered(t, order(t, "dotenv", secret.Base64URL))
	var names []string
	for line := range strings.Lines(string(single)) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), "=")
		names = append(names, name)
	}
	assert.Equal(t, []string{
		"# billing, staging", "JWT_SECRET_BILLING_STAGING", "# Search API, staging", "JWT_SECRET_SEARCH_API_STAGING",
		"# mail.v2, staging", "JWT_SECRET_MAIL_V2_STAGING",
		"# billing, production", "JWT_SECRET_BILLING_PRODUCTION", "# Search API, production", "JWT_SECRET_SEARCH_API_PRODUCTION",
		"# mail.v2, production", "JWT_SECRET_MAIL_V2_PRODUCTION",
	}, names)
}

func TestEveryTargetThatHoldsSecretsIsServedInEveryFormatThatItTakes(t *testing.T) {
	for _, target := range export.Targets() {
		for _, format := range secret.Formats() {
			t.Run(target.ID+" "+format.String(), func(t *testing.T) {
				o := order(t, target.ID, format)
				entries, err := o.Entries(made(t, o.Secret))
				if target.Command {
					assert.Equal(t, export.ErrCommand, err)
					return
				}
				require.NoError(t, err)
				members, err := o.Members(entries)
				if err != nil {
					assert.Equal(t, export.ErrRaw, err)
					assert.Equal(t, secret.Raw, format)
					return
				}
				assert.Len(t, members, 6)
			})
		}
	}
}

func TestAThousandOfTheLargestSecretsAreWrittenAtOnce(t *testing.T) {
	o := order(t, "terraform", secret.HexLower)
	o.Services, o.Environments = nil, []string{"production"}
	for i := range export.MaxPairs {
		o.Services = append(o.Services, "service "+strconv.Itoa(i))
	}
	o.Secret.Size, o.Secret.Count = secret.MaxSize, export.MaxPairs
	_, _, members := delivered(t, o)
	assert.Equal(t, members, unzipped(t, zipped(t, members)))
}

func TestWhatIsNoOrderGetsAnErrorAndNoEntries(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*export.Order)
		want  error
	}{
		"fewer secrets than pairs": {func(o *export.Order) { o.Secret.Count = 5 }, export.ErrPairs},
		"more secrets than pairs":  {func(o *export.Order) { o.Secret.Count = 7 }, export.ErrPairs},
		"no pair":                  {func(o *export.Order) { o.Services, o.Secret.Count = nil, 0 }, export.ErrPairs},
		"too many":                 {func(o *export.Order) { o.Services, o.Secret.Count = make([]string, 501), 1002 }, export.ErrPairs},
		"a name that is none":      {func(o *export.Order) { o.Name = "JWT SECRET" }, export.ErrNameSpace},
		"a label that is none":     {func(o *export.Order) { o.Services[2] = "../billing" }, export.ErrNameCharacter},
		"a command":                {func(o *export.Order) { o.Target = targetByID(t, "github") }, export.ErrCommand},
	} {
		t.Run(name, func(t *testing.T) {
			o := order(t, "dotenv", secret.Base64URL)
			c.spoil(o)
			var secrets []secret.Secret
			if o.Secret.Count > 0 {
				secrets = made(t, o.Secret)
			}
			entries, err := o.Entries(secrets)
			assert.Equal(t, c.want, err)
			assert.Nil(t, entries)
		})
	}
}

func TestAWipedSecretIsInNoOrder(t *testing.T) {
	o := order(t, "dotenv", secret.Base64URL)
	secrets := made(t, o.Secret)
	secrets[5].Wipe()
	_, err := o.Entries(secrets)
	assert.Equal(t, export.ErrNoSecret, err)
}

func TestWhatATargetDoesNotTakeIsRefusedInTheFileAndInTheArchive(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*export.Order)
		want  error
	}{
		"raw bytes for text": {func(o *export.Order) { o.Secret.Format = secret.Raw }, export.ErrRaw},
		"one name for two":   {func(o *export.Order) { o.Services[0] = "search_api" }, export.ErrDuplicate},
		"one name for two pairs": {func(o *export.Order) {
			o.Services, o.Environments, o.Secret.Count = []string{"a", "a-b"}, []string{"c", "b-c"}, 4
		}, export.ErrDuplicate},
		"a name that is kept":   {func(o *export.Order) { o.Name, o.Target = "NEXT_PUBLIC_KEY", targetByID(t, "dotenv-local") }, export.ErrNameReserved},
		"a name without letter": {func(o *export.Order) { o.Name, o.Target = "_1", targetByID(t, "helm") }, export.ErrNameCharacter},
	} {
		t.Run(name, func(t *testing.T) {
			o := order(t, "dotenv", secret.Base64URL)
			c.spoil(o)
			entries, err := o.Entries(made(t, o.Secret))
			require.NoError(t, err)
			_, err = o.Target.Write(entries...)
			assert.Equal(t, c.want, err)
			members, err := o.Members(entries)
			assert.Equal(t, c.want, err)
			assert.Nil(t, members)
		})
	}
}

// 55 and "_SEARCH_API_PRODUCTION": in a file of its own the name is as it was given.
func TestANameThatTheLabelsMakeTooLongIsRefusedInTheSingleFile(t *testing.T) {
	o := order(t, "dotenv", secret.Base64URL)
	o.Name = strings.Repeat("LONG_", 11)
	entries, err := o.Entries(made(t, o.Secret))
	require.NoError(t, err)
	_, err = o.Target.Write(entries...)
	assert.Equal(t, export.ErrNameLong, err)
}
