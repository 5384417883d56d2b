package secret_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

var formatNames = []string{"base64url", "base64", "hex", "hex-upper", "alphanumeric", "raw", "jwk"}

func TestFormatNamesAreReadBack(t *testing.T) {
	require.Len(t, secret.Formats(), len(formatNames))
	for i, name := range formatNames {
		f, err := secret.ParseFormat(name)
		require.NoError(t, err)
		assert.Equal(t, secret.Formats()[i], f)
		assert.Equal(t, name, f.String())
	}
}

func TestOtherFormatNamesAreRefused(t *testing.T) {
	for _, name := range []string{"", "Base64URL", "base64url ", "HEX", "pem", "Format(7)"} {
		_, err := secret.ParseFormat(name)
		assert.ErrorIs(t, err, secret.ErrFormat, "%q", name)
	}
	assert.Equal(t, "Format(7)", secret.Format(7).String())
}

func TestZeroFormatIsBase64URL(t *testing.T) {
	var f secret.Format
	assert.Equal(t, secret.Base64URL, f)
	assert.Equal(t, f, secret.Formats()[0])
}

// A wrong length would make the text's buffer grow, and leave a copy of a
// secret where nobody wipes it, or end a text in zeros.
func TestTextFillsItsMemoryExactly(t *testing.T) {
	for _, f := range secret.Formats() {
		for _, size := range []int{1, 2, 3, 31, 32, 33, 1024} {
			for _, a := range secret.Algorithms() {
				r := secret.Request{Algorithm: a, Size: size, Format: f, Count: 2, TestOnly: true}
				secrets, err := secret.Generate(r)
				require.NoError(t, err)
				first, second := secrets[0].Text(), secrets[1].Text()
				assert.Equal(t, len(first), cap(first), "%v of %d bytes", f, size)
				assert.Len(t, second, len(first), "%v of %d bytes", f, size)
			}
		}
	}
}

func ExampleParseFormat() {
	f, err := secret.ParseFormat("hex-upper")
	fmt.Println(f, err)
	_, err = secret.ParseFormat("base32")
	fmt.Println(err)
	// Output:
	// hex-upper <nil>
	// the format is not known
}
