package ui

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
	"jwtsecret/app/secret/secrettest"
)

// generateUntil makes secrets until one has - or _, or until one has neither.
func generateUntil(u *use, act func(func()), has bool) {
	for bytes.ContainsAny(u.Work.lone().Text(), "-_") != has {
		act(u.Work.generate)
	}
}

func TestADecoderOfStandardBase64IsNamedWhereTheSecretDoesNotFitIt(t *testing.T) {
	const decoder = "Keys.hmacShaKeyFor(Decoders.BASE64.decode(text))"
	for name, c := range map[string]struct {
		query, library, want string
		has, forgotten       bool
	}{
		"a secret with - or _":    {"", "java-jjwt", decoder + " takes no - and no _, and this secret has some. Choose base64 for such a program, and generate a new secret.", true, false},
		"a secret without":        {"", "java-jjwt", "and of 100 base64url secrets of 32 bytes 74 have some. Choose base64 for such a program, and generate a new secret.", false, false},
		"48 bytes without":        {"alg=HS384", "java-jjwt", "of 48 bytes 87 have some.", false, false},
		"no secret":               {"", "java-jjwt", "74 have some. Choose base64 for such a program.", false, true},
		"another library":         {"", "rust-jsonwebtoken", "EncodingKey::from_base64_secret(text) takes no - and no _", true, false},
		"base64":                  {"format=base64", "java-jjwt", "", false, false},
		"hex":                     {"format=hex", "java-jjwt", "", false, false},
		"letters and digits":      {"format=alphanumeric", "java-jjwt", "", false, false},
		"a library that takes it": {"", "node-jose", "", true, false},
	} {
		t.Run(name, func(t *testing.T) {
			u, act := using(t, c.query)
			generateUntil(u, act, c.has)
			act(func() {
				u.library = libraryByID(c.library)
				if c.forgotten {
					u.Work.forget()
				}
			})
			html := drawn(u)
			if c.want == "" {
				assert.NotContains(t, html, "takes no -")
				assert.NotContains(t, html, "choose-library-base64")
				return
			}
			assert.Contains(t, html, c.want)
			assert.Contains(t, html, "The code below decodes base64url. A program that decodes the secret with ")
			assert.Contains(t, tag(t, html, "choose-library-base64"), `aria-describedby="library-base64"`)
		})
	}
}

func TestAPlaceWhoseReadersDecodeStandardBase64SaysSo(t *testing.T) {
	u, act := using(t, "")
	generateUntil(u, act, true)
	for _, place := range export.Targets() {
		act(func() { u.target = place })
		assert.Equal(t, place.ID == "spring", strings.Contains(drawn(u), `id="target-base64"`), place.ID)
	}
	act(func() { u.target = target(t, "spring") })
	assert.Contains(t, drawn(u), "and this secret has some")
}

func TestTheOfferChangesTheFormAndGeneratesNothing(t *testing.T) {
	u, act := using(t, "")
	generateUntil(u, act, true)
	before := string(u.Work.lone().Text())
	act(func() { u.library = libraryByID("java-jjwt") })
	act(func() { u.onBase64(u.ctx, app.Event{}) })
	assert.Equal(t, "base64", u.Work.settings.format)
	assert.Equal(t, "format=base64", u.Work.query, "the address is that of the form")
	assert.Equal(t, before, string(u.Work.lone().Text()))
	assert.Contains(t, u.Work.status, "Click Generate")
	html := drawn(u)
	assert.Contains(t, html, "Base64 is chosen above: generate a new secret for such a program.")
	assert.NotContains(t, html, "choose-library-base64", "it was taken")

	act(u.Work.generate)
	assert.NotContains(t, drawn(u), `id="library-base64"`)
	code, problem := u.code()
	require.Empty(t, problem)
	assert.Contains(t, code, "Base64.getDecoder()")
}

// A character of six random bits is - or _ with chance 1/32. 32 bytes are 42 of them
// and one of four bits: 1 - (31/32)^42 = 0.736. 48 bytes are 64, and 64 bytes are 85
// and one of two bits.
func TestHowManySecretsHaveACharacterOfTheURLAlphabet(t *testing.T) {
	for size, want := range map[int]int{1: 3, 32: 74, 48: 87, 64: 93, secret.MaxSize: 99} {
		assert.Equal(t, want, inHundred(size), "%d bytes", size)
	}
	secrettest.ReplaceRandomness(t, secrettest.Predictable())
	for _, a := range secret.Algorithms() {
		secrets, err := secret.Generate(secret.Request{Algorithm: a, Size: a.MinSize(), Format: secret.Base64URL, Count: secret.MaxCount})
		require.NoError(t, err)
		without := slices.DeleteFunc(secrets, func(s secret.Secret) bool { return bytes.ContainsAny(s.Text(), "-_") })
		// of 10,000, four times the standard deviation of 44 at most
		assert.InDelta(t, 100*inHundred(a.MinSize()), secret.MaxCount-len(without), 50+4*44, a.String())
	}
}
