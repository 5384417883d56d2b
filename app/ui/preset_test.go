package ui

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/preset"
	"jwtsecret/app/secret"
)

func TestAProductsAddressSaysNoMoreThanItsName(t *testing.T) {
	for _, p := range preset.All() {
		s := readSettings("for=" + strings.ToUpper(p.ID))
		request, wrong := s.check()
		assert.Empty(t, wrong, p.ID)
		assert.Equal(t, p.Request(), request, p.ID)
		assert.Equal(t, "for="+p.ID, s.query())
		if p.ID == "hasura" || p.ID == "livekit" { // they want more than the secret in it
			assert.Equal(t, defaultName, s.name, p.ID)
		} else {
			assert.Equal(t, keyName(&p), s.name, "lines for .env have its name")
		}
		assert.Empty(t, s.unmet(), p.ID)
	}
}

func TestWhatDiffersFromTheProductStandsBesideItsName(t *testing.T) {
	for query, want := range map[string]string{
		"for=supabase&alg=hs256&size=32&format=base64url&count=1": "for=supabase",
		"for=supabase&alg=HS512":                                  "for=supabase&alg=HS512",
		"for=supabase&size=48&format=hex&count=3":                 "for=supabase&size=48&format=hex&count=3",
		"for=nothing&alg=HS384":                                   "alg=HS384",
	} {
		assert.Equal(t, want, readSettings(query).query(), query)
	}
}

func TestAnUnknownProductIsSpokenOfAndNotRepeated(t *testing.T) {
	g, w, act := mountedGenerator(t)
	act(func() { w.read("for=c3VwZXJzZWNyZXQ") })
	assert.Contains(t, w.problems[fieldPreset], "a program that this page does not know")
	assert.Contains(t, drawn(g), "Choose a program")
	assert.NotContains(t, strings.ToLower(drawn(g)), "c3vwzxjzzwnyzxq")
	act(w.generate)
	assert.Empty(t, w.result)
	act(func() { w.choose("") })
	assert.Empty(t, w.problems)
}

// A page that does not take the product from its address takes none of its settings.
func TestTheOtherPagesTakeNoProduct(t *testing.T) {
	for address, want := range map[string]string{
		"/bulk?for=mercure&size=32": "for", "/rotate?for=supabase": "for", "/audit?for=supabase&alg=HS256": "for alg", "/?for=nothing": "",
	} {
		path, query, _ := strings.Cut(address, "?")
		assert.Equal(t, want, strings.Join(leftOut(path, query), " "), address)
	}
	for _, p := range preset.All() {
		assert.Equal(t, readSettings(""), soundSettings("for="+p.ID), p.ID)
	}
}

func TestTheSettingsSayWhatTheProductWantsInstead(t *testing.T) {
	for query, want := range map[string]string{
		"":                                     "",
		"alg=HS512":                            "",
		"for=supabase":                         "",
		"for=supabase&size=64":                 "", // as good
		"for=supabase&alg=HS512":               "Supabase wants HS256.",
		"for=supabase&alg=HS384&format=hex":    "Supabase wants HS256, base64url.",
		"for=supabase&size=x&format=hex":       "", // first things first
		"for=supabase&format=hex-upper&size=8": "",
	} {
		assert.Equal(t, want, readSettings(query).unmet(), query)
	}
	g, w, act := mountedGenerator(t)
	act(func() { w.read("for=supabase&alg=HS512&size=100") })
	assert.Contains(t, drawn(g), "Supabase wants HS256. Choose that")
	act(func() { (&form{Work: w}).onAsWanted(w.ctx, app.Event{}) })
	assert.NotContains(t, drawn(g), "Choose that")
	assert.Equal(t, "for=supabase", w.settings.query())
	assert.Equal(t, "Supabase: HS256, 32 bytes, 14 values.", w.status)
}

// ofSupabase shows a generator with a secret for Supabase.
func ofSupabase(t *testing.T) (g *generator, w *work, act func(func())) {
	t.Helper()
	g, w, act = mountedGenerator(t)
	act(func() { w.read("for=supabase") })
	act(w.generate)
	require.NotNil(t, w.values)
	return g, w, act
}

// texts are the values as they stand.
func (pv *productValues) texts() (all []string) {
	for _, v := range pv.all {
		all = append(all, string(v.Text))
	}
	return all
}

func TestASecretForAProductComesWithAllItsValues(t *testing.T) {
	g, w, _ := ofSupabase(t)
	assert.Equal(t, "1 secret is ready: 256 bits, 14 values.", w.status)
	all := w.values.texts()
	require.Len(t, all, 14)
	assert.Equal(t, string(w.result[0].Text()), all[0])
	for i, role := range map[int]string{1: "anon", 2: "service_role"} {
		claims := jwt.MapClaims{}
		_, err := jwt.ParseWithClaims(all[i], claims, func(*jwt.Token) (any, error) { return w.result[0].Text(), nil }, jwt.WithValidMethods([]string{"HS256"}))
		require.NoError(t, err)
		assert.Equal(t, role, claims["role"])
	}
	html := drawn(g)
	for _, text := range all {
		assert.NotContains(t, html, text, "nothing of it is in the drawn tree")
	}
	assert.Equal(t, 11, strings.Count(html, "not a JWT key"))
	assert.Contains(t, html, "Claims role: anon, iss: supabase; valid until ")
}

func TestEveryProductTakesTheSecretThatItWants(t *testing.T) {
	_, w, act := mountedGenerator(t)
	for _, p := range preset.All() {
		act(func() { w.choose(p.ID) })
		act(w.generate)
		require.NotNil(t, w.values, p.ID)
		assert.Empty(t, w.values.problem, p.ID)
		require.Len(t, w.values.all, len(p.Variables), p.ID)
		_, err := p.Write(w.values.all)
		assert.NoError(t, err, p.ID)
	}
}

func TestUndoBringsTheSecretBackWithTheVeryValuesThatItHad(t *testing.T) {
	_, w, act := ofSupabase(t)
	first, held := w.values.texts(), w.values.all
	act(w.generate)
	second := w.values
	assert.NotEqual(t, first, second.texts())
	act(w.undo)
	assert.Equal(t, first, w.values.texts())
	assert.Equal(t, "", strings.Join(second.texts(), ""), "what Undo took away is wiped")
	act(w.generate)
	act(w.generate)
	assert.Empty(t, bytes.Trim(held[5].Text, "\x00"), "nobody can bring it back any more")
	last := w.values
	act(w.forget)
	assert.Empty(t, strings.Join(last.texts(), ""))
	assert.Nil(t, w.values)
}

func TestASecretForAnotherProductIsPutAside(t *testing.T) {
	g, w, act := ofSupabase(t)
	act(func() { w.choose("postgrest") })
	assert.Equal(t, "Made for Supabase. Click Generate for what is chosen now.", w.former())
	assert.Contains(t, drawn(g), "For Supabase", "the values on screen are of the secret on screen")
	act(w.generate)
	assert.Empty(t, w.former())
	assert.Contains(t, drawn(g), "For PostgREST")
	act(func() { w.choose("") })
	assert.Equal(t, "Made for PostgREST. Click Generate for what is chosen now.", w.former())
	act(w.generate)
	assert.NotContains(t, drawn(g), "For PostgREST")
	act(func() { w.choose("supabase") })
	assert.Equal(t, "Made before you chose Supabase. Click Generate for its values.", w.former())
	assert.Contains(t, drawn(g), "Click Generate for the values.")
}

func TestWhatNoProductTakesHasNoValuesAndSaysWhy(t *testing.T) {
	for query, want := range map[string]string{
		"for=supabase&count=3":    manyPresets,
		"for=supabase&count=101":  manyPresets,
		"for=supabase&format=raw": "Supabase wants base64url. Choose that, and click Generate.",
		"for=supabase&size=8":     "Supabase wants 32 bytes. Choose that, and click Generate.",
		"for=mercure&format=jwk":  "",
	} {
		g, w, act := mountedGenerator(t)
		act(func() { w.read(query); w.settings.testOnly = strings.Contains(query, "size") })
		act(w.generate)
		eventually(t, act, func() bool { return w.values != nil })
		if want == "" {
			assert.Contains(t, drawn(g), "Mercure wants base64url.", "it was made with what the secret is")
			continue
		}
		assert.Empty(t, w.values.all, query)
		assert.Contains(t, drawn(g), want, query)
		assert.Empty(t, w.former(), query)
	}
}

// Its secret is base64 that it decodes, and base64url may have what it does not read.
func TestAProductThatCannotReadTheFormatSaysSo(t *testing.T) {
	made, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL, Count: 1})
	require.NoError(t, err)
	for _, p := range preset.All() {
		if p.Format != secret.HexLower || p.Reading == 0 {
			continue
		}
		values, err := makeValues(p.ID, made, time.Now())
		require.NoError(t, err)
		assert.Equal(t, p.Title+" cannot read a secret of this format. Choose hex, lower case, and click Generate.", values.problem)
		return
	}
	t.Fatal("no product reads hex")
}

func TestAClickOnValuesThatAreGoneDoesNothing(t *testing.T) {
	_, w, act := mountedGenerator(t)
	u := &use{Work: w}
	act(func() { u.onVariables(w.ctx, app.Event{}) })
	assert.Empty(t, w.status)
	assert.False(t, w.taken)
}
