package rotation_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// texts are some that a plan takes in each encoding, and some that are not in it.
// All have enough bytes for HS256, whatever a decoder skips.
var texts = []struct {
	reading   token.Encoding
	good, bad []string
}{
	{token.Hex, []string{strings.Repeat("0a", 32), strings.Repeat("0A", 32)}, []string{
		strings.Repeat("0a", 32) + "b", "this is no hexadecimal at all, but a sentence of some words", strings.Repeat("0a ", 32), "0x" + strings.Repeat("0a", 32),
	}},
	{token.Base64, []string{
		strings.Repeat("+/+/", 10) + "AAE=", strings.Repeat("+/+/", 10) + "AAF", strings.Repeat("+/+/", 11) + "AA==",
	}, []string{
		"not base64! not base64! not base64! not base64! not base64!", strings.Repeat("-_-_", 12), strings.Repeat("+/+/", 12) + "A",
		strings.Repeat("+/+/", 10) + "AAE==", strings.Repeat("+/+/", 12) + "\n",
	}},
	{token.Base64URL, []string{
		strings.Repeat("-_-_", 10) + "AAE", strings.Repeat("-_-_", 10) + "AAE=", strings.Repeat("-_-_", 10) + "AAF",
	}, []string{
		"not base64! not base64! not base64! not base64! not base64!", strings.Repeat("+/+/", 12),
		"é" + strings.Repeat("-_-_", 12), strings.Repeat("-_-_", 12) + "\n",
	}},
}

// readsItsEncodingAlone asserts that the code starts with what a plan takes, with
// the same key, and with nothing else.
func readsItsEncodingAlone(t *testing.T, r runtime, reading token.Encoding, good, bad []string) {
	with := func(text string) rotation.Request {
		asked := request()
		asked.Kind, asked.Reading, asked.New, asked.Previous = rotation.Leak, reading, []byte(text), nil
		return asked
	}
	p, err := rotation.New(with(good[0]))
	require.NoError(t, err)
	code, err := p.Code(r.language)
	require.NoError(t, err)
	command := r.prepare(t, code)
	for _, text := range good {
		t.Run(fmt.Sprintf("reads %v %q", reading, text), func(t *testing.T) {
			p, err := rotation.New(with(text))
			require.NoError(t, err)
			entries, err := p.Entries(rotation.Finish)
			require.NoError(t, err)
			got := ask(t, command, env(t, p, rotation.Finish), []string{sign(t, secret.HS256, entries[0].Key, "", nil)})
			assert.Equal(t, []bool{true}, got.Accepted)
		})
	}
	for _, text := range bad {
		t.Run(fmt.Sprintf("refuses as %v %q", reading, text), func(t *testing.T) {
			_, err := rotation.New(with(text))
			require.ErrorIs(t, err, rotation.ErrNewText)
			refuses(t, command, "JWT_SECRET='"+text+"'\n", text)
		})
	}
}
