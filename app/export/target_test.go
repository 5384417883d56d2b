package export_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

func TestTargetsAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, target := range export.Targets() {
		assert.Regexp(t, "^[a-z]+(-[a-z]+)*$", target.ID)
		assert.False(t, seen[target.ID], "%s is there twice", target.ID)
		seen[target.ID] = true
		assert.NotEmpty(t, target.Title, target.ID)
		assert.NotEmpty(t, target.Group, target.ID)
		assert.NotEmpty(t, target.Advice, target.ID)
		found, ok := export.TargetByID(target.ID)
		assert.True(t, ok)
		assert.Equal(t, target.Title, found.Title)
		ignored := strings.Contains(strings.Join(target.Advice, " "), ".gitignore")
		assert.Equal(t, !target.Command, ignored, "%s: advice about git where a secret is in the file", target.ID)
	}
	_, ok := export.TargetByID("paper")
	assert.False(t, ok)
}

// What the generator makes holds neither, so a sentence about them would only worry.
func TestNoAdviceIsAboutCharactersThatNoFormatHas(t *testing.T) {
	for _, f := range secret.Formats() {
		if f == secret.Raw {
			continue
		}
		made, err := secret.Generate(secret.Request{Algorithm: secret.HS512, Size: 1024, Format: f, Count: 1})
		require.NoError(t, err)
		require.NotContains(t, string(made[0].Text()), "$")
		require.NotContains(t, string(made[0].Text()), `\`)
	}
	for _, target := range export.Targets() {
		assert.NotRegexp(t, `\$ (is|in)|\$\{|backslash`, strings.Join(target.Advice, " "), target.ID)
	}
}

func TestGroupsAreTogether(t *testing.T) {
	var groups []export.Group
	for _, target := range export.Targets() {
		if len(groups) == 0 || groups[len(groups)-1] != target.Group {
			groups = append(groups, target.Group)
		}
	}
	assert.Len(t, groups, 6, "each group once")
}

// The text of each target that is a file, for a value with $, quotes and a
// backslash. The expected texts follow from the rules of each format.
func TestTextsOfTargets(t *testing.T) {
	const value = `a"$b\c`
	for id, want := range map[string]string{
		"dotenv":             `JWT_SECRET='a"$b\c'` + "\n",
		"dotenv-local":       `JWT_SECRET='a"\$b\c'` + "\n",
		"json":               "{\n" + `  "JWT_SECRET": "a\"$b\\c"` + "\n}\n",
		"yaml":               `JWT_SECRET: "a\"$b\\c"` + "\n",
		"properties":         `JWT_SECRET=a"$b\\c` + "\n",
		"spring":             `jwt.secret: "a\"$b\\c"` + "\n",
		"terraform":          `jwt_secret = "a\"$b\\c"` + "\n",
		"shell":              `export JWT_SECRET='a"$b\c'` + "\n",
		"fish":               `set -gx JWT_SECRET 'a"$b\\c'` + "\n",
		"powershell":         `$env:JWT_SECRET = 'a"$b\c'` + "\n",
		"compose":            "services:\n  app:\n    environment:\n      " + `JWT_SECRET: "a\"$$b\\c"` + "\n",
		"docker-secret-file": value,
		"kubernetes-data":    "apiVersion: v1\nkind: Secret\nmetadata:\n  name: jwt-secret\ntype: Opaque\ndata:\n  JWT_SECRET: YSIkYlxj\n",
		"kubernetes-string":  "apiVersion: v1\nkind: Secret\nmetadata:\n  name: jwt-secret\ntype: Opaque\nstringData:\n" + `  JWT_SECRET: "a\"$b\\c"` + "\n",
		"helm":               `jwtSecret: "a\"$b\\c"` + "\n",
	} {
		t.Run(id, func(t *testing.T) {
			target := targetByID(t, id)
			text, err := target.Write(export.Entry{Name: "JWT_SECRET", Value: []byte(value)})
			require.NoError(t, err)
			assert.Equal(t, want, string(text))
		})
	}
}

// PowerShell is seldom installed where the tests run, so its rule stands here:
// five characters are single quotes to it (about_Quoting_Rules).
func TestPowerShellDoublesEverySingleQuote(t *testing.T) {
	target := targetByID(t, "powershell")
	text, err := target.Write(export.Entry{Name: "X", Value: []byte("a'b‘c’d‚e‛f“g")})
	require.NoError(t, err)
	assert.Equal(t, "$env:X = 'a''b‘‘c’’d‚‚e‛‛f“g'\n", string(text))
}

func TestTheLabelForTestsOnlyStaysWhereThereIsAPlace(t *testing.T) {
	weak := generate(t, secret.HexLower, 16, 1)
	entry, err := export.NewEntry("JWT_SECRET", &weak[0])
	require.NoError(t, err)
	assert.True(t, entry.TestOnly())
	const why = "test only: 16 bytes, below the 32 bytes that RFC 7518 §3.2 requires for HS256\n"
	for _, target := range export.Targets() {
		text, err := target.Write(entry)
		require.NoError(t, err)
		switch {
		case target.Command:
			assert.Contains(t, string(text), "(for tests only)", target.ID)
		case target.Group == export.GroupKey:
			assert.Contains(t, string(text), `"kid":"test-only-`, target.ID)
		case target.ID == "json" || target.ID == "docker-secret-file":
			assert.NotContains(t, string(text), "test", "no place but the name")
		default:
			assert.Contains(t, string(text), "# "+why, target.ID)
		}
		assert.Regexp(t, "^test-only-jwt-secret[.]", target.FileName(entry))
	}
}

// A buffer that grew would leave a copy of the secret where nobody wipes it, and
// the number of allocations would depend on the length.
func TestEveryTargetWritesIntoASingleBuffer(t *testing.T) {
	name := strings.Repeat("KEY_", 4) + "X"
	label := strings.Repeat("label-", 2)
	for _, target := range export.Targets() {
		count := func(value string) float64 {
			entries := make([]export.Entry, 0, 20)
			for i := range cap(entries) {
				entries = append(entries, export.Entry{
					Name: name, Value: []byte(value), Key: []byte(value), Algorithm: secret.HS512, Size: 1, KeyID: "id",
					Service: fmt.Sprintf("%sx%03d", label, i), Environment: label + "x",
				})
			}
			if _, err := target.Write(entries...); errors.Is(err, export.ErrSingle) {
				entries = entries[:1]
			}
			_, err := target.Write(entries...)
			require.NoError(t, err, target.ID)
			return fewestAllocations(func() { _, _ = target.Write(entries...) })
		}
		long := strings.Repeat("a", 800)
		if !target.Command {
			long = strings.Repeat("a", 5000)
		}
		assert.Equal(t, count("a"), count(long), target.ID)
		for _, escaped := range []string{`"`, "$", "\\x", "'", "\u2018", "é", "🔑", "\u0085", "\x7f", "${", "%{"} {
			value := strings.Repeat(escaped, 2000)
			if _, err := target.Write(export.Entry{Name: name, Value: []byte(value), Key: []byte{1}, Algorithm: secret.HS256}); err == nil {
				assert.Equal(t, count("a"), count(value), "%s %q", target.ID, escaped)
			}
		}
	}
}

func TestWriteTakesACopy(t *testing.T) {
	value := []byte("the value")
	for _, target := range export.Targets() {
		text, err := target.Write(export.Entry{Name: "A", Value: value, Key: value, Algorithm: secret.HS256})
		require.NoError(t, err)
		clear(text)
		assert.True(t, bytes.Equal([]byte("the value"), value))
	}
}

func ExampleTarget_Write() {
	target, _ := export.TargetByID("compose")
	text, err := target.Write(export.Entry{Name: "JWT_SECRET", Value: []byte("pa$$word, for example")})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer clear(text)
	fmt.Print(string(text))
	// Output:
	// services:
	//   app:
	//     environment:
	//       JWT_SECRET: "pa$$$$word, for example"
}
