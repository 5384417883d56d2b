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

	"jwtsecret/app/export"
	"jwtsecret/app/export/snippet"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// using shows the panel with every question open, for a secret that was made by
// these settings.
func using(t *testing.T, query string) (u *use, act func(func())) {
	t.Helper()
	w := &work{undoTime: time.Hour}
	w.changed = w.renew
	w.read(query)
	u = &use{Work: w}
	act = mounted(t, u)
	act(func() {
		w.ctx = u.ctx
		for _, id := range []string{"where", "how", "bytes", "terminal"} {
			u.open[id] = true
		}
		w.generate()
	})
	return u, act
}

func target(t *testing.T, id string) export.Target {
	t.Helper()
	found, ok := export.TargetByID(id)
	require.True(t, ok)
	return found
}

func TestTheDefaultsExist(t *testing.T) {
	assert.Equal(t, defaultTarget, target(t, defaultTarget).ID)
	assert.Equal(t, defaultLibrary, libraryByID(defaultLibrary).ID)
}

func TestTheSecretIsWrittenForEveryTargetAsItWouldBeAnywhere(t *testing.T) {
	u, act := using(t, "alg=HS384")
	s := u.Work.lone()
	key, err := secret.Decode(secret.Base64URL, s.Text())
	require.NoError(t, err)
	for _, target := range export.Targets() {
		act(func() { u.target = target })
		text, problem := u.write()
		require.Empty(t, problem, target.ID)
		want, err := target.Write(export.Entry{Name: "JWT_SECRET", Value: s.Text(), Key: key, Algorithm: secret.HS384, Size: 48, KeyID: u.keyID})
		require.NoError(t, err)
		assert.Equal(t, string(want), string(text), target.ID)
	}
}

func TestAKeyIDIsDrawnOnceForEachSecret(t *testing.T) {
	u, act := using(t, "")
	act(func() { u.target = target(t, "jwk") })
	text, _ := u.write()
	assert.Contains(t, string(text), `"kid":"`+u.keyID+`"`)
	again, _ := u.write()
	assert.Equal(t, string(text), string(again))
	first := u.keyID
	act(u.Work.generate)
	assert.NotEqual(t, first, u.keyID, "another secret gets another one")

	act(func() { u.Work.edit(func(s *settings) { s.format = "jwk" }); u.Work.generate() })
	assert.Contains(t, string(u.Work.lone().Text()), `"kid":"`+u.keyID+`"`, "a key keeps the one that it has")
}

func TestWhatCannotBeWrittenGetsASentenceAndNoText(t *testing.T) {
	for name, c := range map[string]struct {
		query, variable, target, want string
	}{
		"a name with a space": {"", "JWT SECRET", "dotenv", "Correct the variable's name"},
		"no name":             {"", "", "dotenv", "Correct the variable's name"},
		"a secret for a name": {"", "Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA", "dotenv", "Correct the variable's name"},
		"a reserved name":     {"", "GITHUB_SECRET", "github", "for itself"},
		"too long to type":    {"size=1024&format=hex", "JWT_SECRET", "vault", "1,023 characters"},
	} {
		t.Run(name, func(t *testing.T) {
			u, act := using(t, c.query)
			act(func() {
				u.Work.edit(func(s *settings) { s.name = c.variable })
				u.target = target(t, c.target)
			})
			text, problem := u.write()
			assert.Contains(t, problem, c.want)
			assert.Empty(t, text)
			assert.Contains(t, tag(t, drawn(u), "target"), `aria-describedby="target-problem"`)
			act(func() { u.onCopyTarget(u.ctx, app.Event{}) })
			assert.Contains(t, u.Work.status, "Not copied. "+problem)
		})
	}
}

func TestALineThatIsPastedForANameIsShownNowhere(t *testing.T) {
	for name, line := range map[string]string{
		"a line of an .env file": "JWT_SECRET=AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ",
		"a short one":            "JWT_SECRET=AyM1SysP",
		"64 KiB":                 "JWT_SECRET=" + strings.Repeat("AyM1SysP", 8192),
		"64 KiB of padding":      "AyM1SysP" + strings.Repeat("=", 65_536),
	} {
		t.Run(name, func(t *testing.T) {
			g, w, act := mountedGenerator(t)
			act(w.generate)
			u, show := using(t, "")
			show(func() { u.Work.edit(func(s *settings) { s.name = line }) })
			act(func() { w.edit(func(s *settings) { s.name = line }) })
			act(func() { (&result{Work: w}).onCopyEnv(w.ctx, app.Event{}) })
			act(w.generate)
			assert.Contains(t, w.status, "Nothing was generated: ")
			for where, text := range map[string]string{
				"page": drawn(g), "form": drawn(&form{Work: w}), "panel": drawn(u), "address": w.query, "said": w.status, "problem": w.problems[fieldName],
			} {
				assert.NotContains(t, text, "AyM1SysP", where)
			}
			assert.Contains(t, w.problems[fieldName], "Clear it from here")
			code, _ := u.code()
			assert.Empty(t, code)
		})
	}
}

func TestASampleOfEachReadingIsSignedWithThatKey(t *testing.T) {
	u, act := using(t, "format=hex")
	act(func() { u.claims = `{"sub":"you"}` })
	all, problem := u.samples()
	require.Empty(t, problem)
	require.Len(t, all, 3)
	// 64 hexadecimal digits: 64 bytes of text, 32 in hex, and 48 by 6 bits a digit
	for i, want := range []struct {
		name string
		size int
	}{{"UTF-8", 64}, {"hex", 32}, {"base64 or base64url", 48}} {
		assert.Equal(t, want.name, all[i].name)
		assert.Equal(t, want.size, all[i].size)
		key := token.Readings(u.Work.lone().Text())[i].Key
		parsed, err := jwt.Parse(string(all[i].token), func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		require.NoError(t, err)
		assert.Equal(t, "you", parsed.Claims.(jwt.MapClaims)["sub"])
	}
}

func TestOurOwnClaimsAreRenewedBeforeTheyExpireAndTypedOnesStay(t *testing.T) {
	u, act := using(t, "")
	act(func() { u.drawnAt = u.drawnAt.Add(-2 * time.Hour); u.drawn = sampleClaims(u.drawnAt) })
	all, _ := u.samples()
	key := token.Readings(u.Work.lone().Text())[0].Key
	_, err := jwt.Parse(string(all[0].token), func(*jwt.Token) (any, error) { return key, nil })
	assert.NoError(t, err, "a token that was expired")
	act(func() { u.claims = `{"exp":1}`; u.drawnAt = time.Time{} })
	assert.Equal(t, `{"exp":1}`, u.currentClaims())
	act(u.Work.generate)
	assert.Contains(t, tag(t, drawn(u), "claims"), `{\"exp\":1}`, "the field begins anew with what was typed")
}

func TestClaimsThatAreNoneGetASentenceAndNoToken(t *testing.T) {
	for claims, want := range map[string]string{
		" ": "one JSON object", "[]": "one JSON object", `{"a":1,"a":2}`: "no name twice",
		`{"a":"` + strings.Repeat("a", token.MaxSize) + `"}`: "65536 characters",
	} {
		t.Run(want+claims[:1], func(t *testing.T) {
			u, act := using(t, "")
			act(func() { u.claims = claims })
			all, problem := u.samples()
			assert.Contains(t, problem, want)
			require.NotEmpty(t, all, "their sizes are still known")
			for _, s := range all {
				assert.Empty(t, s.token)
			}
			assert.Contains(t, drawn(u), `id="claims-problem"`)
		})
	}
}

func TestWithoutALoneSecretThePanelSaysSoAndShowsWhatNeedsNone(t *testing.T) {
	for name, c := range map[string]struct{ query, want string }{
		"several": {"count=2", "one secret at a time"},
		"raw":     {"format=raw", "Raw bytes go into a file"},
	} {
		t.Run(name, func(t *testing.T) {
			u, act := using(t, c.query)
			assert.Contains(t, drawn(u), c.want)
			act(u.Work.forget)
			html := drawn(u)
			assert.Contains(t, html, "Generate a secret first.")
			assert.Contains(t, html, `id="defaults"`)
		})
	}
}

func TestTheCodeIsThatOfTheSecretOnScreenAndIsMarked(t *testing.T) {
	u, act := using(t, "alg=HS512&format=hex-upper")
	for _, s := range snippet.All() {
		act(func() { u.library = s })
		code, problem := u.code()
		require.Empty(t, problem, s.ID)
		want, err := s.Code("JWT_SECRET", secret.HS512, token.Hex)
		require.NoError(t, err)
		assert.Equal(t, want, code, s.ID)
		html := drawn(u)
		assert.Contains(t, html, `class="code-keyword"`, s.ID)
		assert.Contains(t, strings.ToLower(html), "our tests", s.ID)
	}
	act(func() { u.Work.edit(func(s *settings) { *s = s.withAlgorithm("HS256"); s.format = "base64" }) })
	code, _ := u.code()
	want, err := u.library.Code("JWT_SECRET", secret.HS512, token.Hex)
	require.NoError(t, err)
	assert.Equal(t, want, code, "texts and code go together until another secret is made")
}

func TestAFormThatNoCodeFitsGetsASentence(t *testing.T) {
	u, act := using(t, "format=jwk")
	_, problem := u.code()
	assert.Contains(t, problem, "No variable carries this format")
	assert.Contains(t, drawn(u), "There are commands for base64url, base64 and hex, and for 1 to 1,024 bytes.")
	act(func() { u.Work.edit(func(s *settings) { s.name, s.size = "1", "0" }) })
	assert.Empty(t, u.terminals())
}

func TestCommandsMakeTheSizeAndFormatOfTheForm(t *testing.T) {
	u, _ := using(t, "size=96&format=hex-upper")
	want, err := snippet.Terminals(96, secret.HexLower)
	require.NoError(t, err)
	assert.Equal(t, want, u.terminals())
}

func TestTheCommandIsThatOfTheChosenProgram(t *testing.T) {
	u, act := using(t, "")
	for _, want := range u.terminals() {
		act(func() { u.terminal = want.ID })
		got, ok := u.command()
		require.True(t, ok)
		assert.Equal(t, want, got)
		assert.Regexp(t, `<option (value="`+want.ID+`" selected|selected value="`+want.ID+`")>`, drawn(u))
	}
	act(func() { u.terminal = "abacus" })
	got, ok := u.command()
	assert.True(t, ok)
	assert.Equal(t, u.terminals()[0], got, "the first, where there is no such program")
}

func TestWhateverEndsASecretWipesItsTexts(t *testing.T) {
	for name, end := range map[string]func(*use){
		"another secret": func(u *use) { u.Work.generate() },
		"clear":          func(u *use) { u.Work.clear() },
		"leave":          func(u *use) { u.Work.forget() },
		"another target": func(u *use) { u.target, _ = export.TargetByID("json") },
	} {
		t.Run(name, func(t *testing.T) {
			u, act := using(t, "")
			texts := u.shown
			require.Len(t, texts, 3, "the target, and tokens read as text and as base64url")
			act(func() { end(u) })
			for _, text := range texts {
				assert.Empty(t, bytes.Trim(text, "\x00"))
			}
		})
	}
}

func TestTheTreeHoldsNoTextOfTheSecret(t *testing.T) {
	u, _ := using(t, "")
	html := drawn(u)
	assert.NotContains(t, html, string(u.Work.lone().Text()))
	for _, text := range u.shown {
		assert.NotContains(t, html, string(text))
	}
}

func TestTheTableSaysWhichBase64ALibraryTakes(t *testing.T) {
	u, _ := using(t, "")
	html := drawn(u)
	for _, want := range []string{
		"base64 with + and /, not - and _",
		"UTF-8; with this setting base64 with - and _, not + and /",
		"UTF-8; with this setting base64 with + and /, or with - and _, padded with =",
	} {
		assert.Contains(t, html, want)
	}
}

// What was said of a token is about what stood in the fields.
func TestAnAnswerOfVerifyGoesWithTheNextChange(t *testing.T) {
	u, act := using(t, "")
	act(func() { u.verified = "Signed with this secret." })
	act(func() { u.onVerifyInput(u.ctx, app.Event{}) })
	assert.NotContains(t, drawn(u), "Signed with this secret.")
}
