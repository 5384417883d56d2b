package export_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

// textFormats are all formats but Raw.
func textFormats(t testing.TB) []secret.Format {
	t.Helper()
	var formats []secret.Format
	for _, f := range secret.Formats() {
		if f != secret.Raw {
			formats = append(formats, f)
		}
	}
	require.Len(t, formats, len(secret.Formats())-1)
	return formats
}

// generate returns secrets for HS256, for tests only when they are too small.
func generate(t testing.TB, f secret.Format, size, count int) []secret.Secret {
	t.Helper()
	secrets, err := secret.Generate(secret.Request{
		Algorithm: secret.HS256, Size: size, Format: f, Count: count, TestOnly: true,
	})
	require.NoError(t, err)
	require.Len(t, secrets, count)
	return secrets
}

// targets are the encoders that can refuse.
var targets = map[string]func([]secret.Secret) ([]byte, error){
	"Env":  func(ss []secret.Secret) ([]byte, error) { return export.Env("JWT_SECRET", ss) },
	"JSON": export.JSON,
	"CSV":  export.CSV,
}

func TestRawBytesAreNotWrittenAsText(t *testing.T) {
	for name, write := range targets {
		text, err := write(generate(t, secret.Raw, 32, 2))
		assert.ErrorIs(t, err, export.ErrRaw, name)
		assert.Nil(t, text, name)
	}
}

func TestWipedSecretIsNotWritten(t *testing.T) {
	for name, write := range targets {
		for _, f := range secret.Formats() {
			secrets := generate(t, f, 32, 1)
			secrets[0].Wipe()
			text, err := write(secrets)
			assert.ErrorIs(t, err, export.ErrNoSecret, name)
			assert.Nil(t, text, name)
		}
	}
}

func TestNoSecretsMakeNoFile(t *testing.T) {
	for name, write := range targets {
		_, err := write(nil)
		assert.ErrorIs(t, err, export.ErrNoSecret, name)
	}
}

// A buffer that grew would leave a copy of the secrets where nobody wipes it.
func TestEveryResultIsASingleBuffer(t *testing.T) {
	name := strings.Repeat("KEY_", export.MaxName/4)
	require.NoError(t, export.CheckName(name))
	for _, f := range textFormats(t) {
		for _, size := range []int{1, 48, 1024} {
			for _, count := range []int{1, 1200} {
				secrets, err := secret.Generate(secret.Request{
					Algorithm: secret.HS512, Size: size, Format: f, Count: count, TestOnly: true,
				})
				require.NoError(t, err)
				writers := map[string]func(){
					"Text": func() { export.Text(secrets) },
					"Env":  func() { _, _ = export.Env(name, secrets) },
					"JSON": func() { _, _ = export.JSON(secrets) },
					"CSV":  func() { _, _ = export.CSV(secrets) },
				}
				for target, write := range writers {
					assert.LessOrEqual(t, fewestAllocations(write), 1.0, "%s of %d %v of %d bytes", target, count, f, size)
				}
			}
		}
	}
}

// fewestAllocations returns how often f allocates when nothing else does: in
// wasm the collector's own allocations fall into some of the runs.
func fewestAllocations(f func()) float64 {
	fewest := testing.AllocsPerRun(1, f)
	for range 4 {
		fewest = min(fewest, testing.AllocsPerRun(1, f))
	}
	return fewest
}

func ExampleEnv() {
	secrets, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: 32, Count: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	line, err := export.Env("JWT_SECRET", secrets)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer clear(line)
	fmt.Println(string(line[:11]), "and", len(line)-11, "bytes")
	// Output: JWT_SECRET= and 44 bytes
}
