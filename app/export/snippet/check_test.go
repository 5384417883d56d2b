package snippet_test

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// checkSnippet runs every variant of a snippet, to the letter.
func checkSnippet(t *testing.T, s snippet.Snippet, p program) {
	t.Helper()
	all := variants(t, s)
	p.each(t, all, func(v variant) string { return text(t, v, v.algorithm.MinSize()) }, checkUse)
	p.each(t, all, func(v variant) string { return text(t, v, v.algorithm.MinSize()-1) }, checkShort)
	p.each(t, all, func(variant) string { return "" }, checkRefusal)
	p.each(t, all, func(v variant) string { return foreign(text(t, v, 2*v.algorithm.MinSize()+2)) }, checkForeign)
	records.Keep(t, s.ID, p.checked, p.with)
}

// text returns a secret as the variant reads it, a key of so many bytes.
func text(t *testing.T, v variant, size int) string {
	t.Helper()
	secrets, err := secret.Generate(secret.Request{
		Algorithm: v.algorithm, Size: size, Format: formats[v.encoding], Count: 1, TestOnly: true,
	})
	require.NoError(t, err)
	made := string(secrets[0].Text())
	if v.encoding == token.UTF8 {
		return made[:size]
	}
	return made
}

// foreign puts characters in the middle that no encoding has: four, so that what
// remains when they are skipped is well-formed. A decoder that skips them, or
// stops there, still finds enough bytes in a text of twice the size.
func foreign(text string) string {
	middle := len(text) / 2
	return text[:middle] + "!!!!" + text[middle:]
}

const claims = `{"sub":"ann","admin":true,"role":"staff"}`

// checkUse checks that the snippet signs what we verify, verifies what it and we
// sign, and refuses what it has to refuse.
func checkUse(v variant, text string, a *answers) {
	a.t.Helper()
	key, err := secret.Decode(formats[v.encoding], []byte(text))
	require.NoError(a.t, err)

	signed, err := a.ask(v, "sign", claims)
	require.NoError(a.t, err, v.name)
	checkToken(a.t, v, key, signed)
	for _, good := range []string{signed, ourToken(a.t, v.algorithm, key, time.Hour)} {
		verified, err := a.ask(v, "verify", good)
		require.NoError(a.t, err, v.name)
		checkClaims(a.t, []byte(verified))
	}
	for why, bad := range badTokens(a.t, v, key) {
		_, err := a.ask(v, "verify", bad)
		if assert.Error(a.t, err, "%s: accepted a token with %s", v.name, why) {
			assert.NotContains(a.t, err.Error(), text)
		}
	}
}

func checkToken(t *testing.T, v variant, key []byte, signed string) {
	t.Helper()
	parsed, err := token.Parse([]byte(signed))
	require.NoError(t, err, v.name)
	require.NoError(t, parsed.Verify(v.algorithm, key), v.name)
	checkClaims(t, parsed.Payload())

	var dates struct{ Exp int64 }
	require.NoError(t, json.Unmarshal(parsed.Payload(), &dates))
	assert.WithinDuration(t, time.Now().Add(15*time.Minute), time.Unix(dates.Exp, 0), time.Minute, v.name)
}

func checkClaims(t *testing.T, payload []byte) {
	t.Helper()
	var read struct {
		Sub, Role string
		Admin     bool
	}
	require.NoError(t, json.Unmarshal(payload, &read))
	assert.Equal(t, "ann staff true", fmt.Sprint(read.Sub, " ", read.Role, " ", read.Admin))
}

func ourToken(t *testing.T, a secret.Algorithm, key []byte, life time.Duration) string {
	t.Helper()
	payload := fmt.Sprintf(`%s,"exp":%d}`, strings.TrimSuffix(claims, "}"), time.Now().Add(life).Unix())
	signed, err := token.Sign(a, key, []byte(payload))
	require.NoError(t, err)
	return string(signed)
}

func badTokens(t *testing.T, v variant, key []byte) map[string]string {
	t.Helper()
	other := make([]byte, len(key))
	_, _ = rand.Read(other)
	good := strings.Split(ourToken(t, v.algorithm, key, time.Hour), ".")
	none := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"none","typ":"JWT"}`)) + "." + good[1] + "."
	changed := base64.RawURLEncoding.EncodeToString([]byte(`{"sub":"eve","exp":4000000000}`))
	bad := map[string]string{
		"another key":             ourToken(t, v.algorithm, other, time.Hour),
		"alg none":                none,
		"alg none, and a tag":     none + good[2],
		"a changed payload":       good[0] + "." + changed + "." + good[2],
		"no tag":                  good[0] + "." + good[1] + ".",
		"a date of expiry passed": ourToken(t, v.algorithm, key, -time.Hour),
	}
	for _, a := range secret.Algorithms() {
		if a != v.algorithm {
			bad["alg "+a.String()] = ourToken(t, a, key, time.Hour)
		}
	}
	return bad
}

// checkShort checks that the refusal is the snippet's and not the library's,
// which may come later or from another rule.
func checkShort(v variant, text string, a *answers) {
	a.t.Helper()
	_, err := a.ask(v, "sign", claims)
	require.Error(a.t, err, "%s: accepted a short key", v.name)
	assert.Contains(a.t, err.Error(), v.name+" holds less than the "+fmt.Sprint(v.algorithm.MinSize())+" bytes")
	assert.NotContains(a.t, err.Error(), text)
}

func checkRefusal(v variant, _ string, a *answers) {
	a.t.Helper()
	_, err := a.ask(v, "sign", claims)
	assert.Error(a.t, err, "%s: signed without a secret", v.name)
}

// checkForeign leaves out UTF-8, where every character is one of the key.
func checkForeign(v variant, text string, a *answers) {
	a.t.Helper()
	if v.encoding == token.UTF8 {
		return
	}
	_, err := a.ask(v, "sign", claims)
	if assert.Error(a.t, err, "%s: accepted a text that is not %v", v.name, v.encoding) {
		assert.NotContains(a.t, err.Error(), text)
	}
}
