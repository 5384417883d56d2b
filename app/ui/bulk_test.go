package ui

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
)

// mountedBulk shows the page for two services in one environment.
func mountedBulk(t *testing.T) (b *bulk, act func(func())) {
	t.Helper()
	b = &bulk{}
	act = mounted(t, b)
	act(func() { b.names, b.environments = "billing\nsearch", "production" })
	return b, act
}

// made lets the page make what its form asks for.
func made(t *testing.T, b *bulk, act func(func())) *packed {
	t.Helper()
	before := b.packed
	act(b.make)
	eventually(t, act, func() bool { return b.packing == nil })
	require.NotNil(t, b.packed, b.status)
	require.NotSame(t, before, b.packed)
	return b.packed
}

func TestTheFilesAreOfferedAndTheTableSaysWhatTheyHold(t *testing.T) {
	b, act := mountedBulk(t)
	p := made(t, b, act)
	html := drawn(b)
	assert.Equal(t, "2 secrets are ready: 256 bits each.", b.status)
	assert.Equal(t, 2, strings.Count(html, "256 bits"), "in the status and the facts, not once for each")
	for _, text := range []string{"BILLING_", "SEARCH_", "production/search-production-jwt-secret.env", "download-single", "download-zip", "Make new ones instead of these"} {
		assert.Contains(t, html, text)
	}
	secret := strings.TrimSpace(strings.Split(string(p.single.Content), "=")[1])[:40]
	assert.NotContains(t, html, secret)

	archive, err := zip.NewReader(bytes.NewReader(p.archive.Content), int64(len(p.archive.Content)))
	require.NoError(t, err)
	var names []string
	for _, f := range archive.File {
		names = append(names, f.Name)
	}
	assert.Equal(t, []string{"production/", "production/billing-production-jwt-secret.env", "production/search-production-jwt-secret.env"}, names)
	assert.Equal(t, []string{"jwt-secrets-2.env", "jwt-secrets-2.zip", names[1]}, []string{p.single.Name, p.archive.Name, p.listed[0].path})
	for _, one := range p.listed {
		assert.Contains(t, string(p.single.Content), "\n"+one.name+"=", "the names are those of the file")
	}
}

// A key set has key ids where other files have names.
func TestAKeySetIsListedByItsKeyIDs(t *testing.T) {
	b, act := mountedBulk(t)
	act(func() { b.target, _ = export.TargetByID("jwks") })
	p := made(t, b, act)
	assert.Contains(t, drawn(b), "Key id in the one file")
	require.Len(t, p.listed, 2)
	for _, one := range p.listed {
		assert.Contains(t, string(p.single.Content), `"kid":"`+one.name+`"`)
	}
}

func TestOneSecretIsNotSpokenOfAsEach(t *testing.T) {
	b, act := mountedBulk(t)
	act(func() { b.names = "billing" })
	made(t, b, act)
	assert.Equal(t, "1 secret is ready: 256 bits.", b.status)
	assert.Contains(t, drawn(b), "256 bits")
	assert.NotContains(t, drawn(b), "256 bits each")
}

func TestATargetOfOneSecretAFileHasNoSingleFile(t *testing.T) {
	b, act := mountedBulk(t)
	act(func() { b.target, _ = export.TargetByID("docker-secret-file") })
	p := made(t, b, act)
	assert.Empty(t, p.single.Name)
	assert.NotContains(t, drawn(b), "download-single")
	assert.Contains(t, drawn(b), "There is no single file")
	assert.Contains(t, drawn(b), "production/search-production-jwt-secret")
	assert.NotContains(t, drawn(b), "Name in the one file")
}

func TestClearLeavingAndMakingAgainWipeTheFiles(t *testing.T) {
	for name, end := range map[string]func(*bulk, func(func())){
		"clear": func(b *bulk, act func(func())) { act(func() { b.onClear(b.ctx, app.Event{}) }) },
		"leave": func(b *bulk, act func(func())) { act(b.forget) },
		"again": func(b *bulk, act func(func())) {
			made(t, b, act)
			assert.Contains(t, b.status, "The ones before are gone.")
		},
	} {
		t.Run(name, func(t *testing.T) {
			b, act := mountedBulk(t)
			first := made(t, b, act)
			end(b, act)
			assert.Empty(t, bytes.Trim(first.single.Content, "\x00"))
			assert.Empty(t, bytes.Trim(first.archive.Content, "\x00"))
			assert.Equal(t, name == "again", b.packed != nil)
		})
	}
}

func TestWhatWasMadeStaysUntilTheNextIsReady(t *testing.T) {
	b, act := mountedBulk(t)
	first := made(t, b, act)
	act(b.make)
	run := b.packing
	act(func() { b.step(run) })
	require.NotEmpty(t, run.secrets)
	act(func() { b.onStop(b.ctx, app.Event{}) })
	assert.True(t, run.secrets[0].Wiped())
	act(func() {})
	assert.Same(t, first, b.packed)
	assert.NotEmpty(t, bytes.Trim(first.single.Content, "\x00"))
}

func TestAThousandSecretsAreMadeInSteps(t *testing.T) {
	b, act := mountedBulk(t)
	act(func() { b.names, b.environments = numbered(500), "a\nb" })
	act(b.make)
	assert.Contains(t, drawn(b), "of 1,000")
	eventually(t, act, func() bool { return b.packing == nil })
	assert.Equal(t, "1,000 secrets are ready: 256 bits each.", b.status)
	assert.Equal(t, 1000, bytes.Count(b.packed.single.Content, []byte("JWT_SECRET_")))
}

func TestEveryMistakeIsSpokenOfBesideItsField(t *testing.T) {
	for name, c := range map[string]struct {
		spoil    func(*bulk)
		field    field
		sentence string
	}{
		"no service":     {func(b *bulk) { b.names = " \n" }, fieldServices, "Enter at least one service"},
		"a bad service":  {func(b *bulk) { b.names = "billing\n\na/b" }, fieldServices, "Line 3 has a character"},
		"twice the same": {func(b *bulk) { b.environments = "my api\n\nx\nmy_api" }, fieldEnvironments, "Line 4 is the same name as line 1"},
		"a secret":       {func(b *bulk) { b.names = "x\nZm9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFiY2RlZg" }, fieldServices, "Line 2 looks like a secret"},
		"too long":       {func(b *bulk) { b.names = "x\n" + strings.Repeat("name ", 14) }, fieldServices, "Line 2 is too long"}, // 69 without the last space
		"too many":       {func(b *bulk) { b.names = numbered(501); b.environments = "a\nb" }, fieldServices, "1,002 secrets"},
		"below the rule": {func(b *bulk) { b.settings.size = "31" }, fieldSize, "HS256 needs at least 32 bytes (RFC 7518, section 3.2). Enter more."},
		"no number":      {func(b *bulk) { b.settings.size = "x" }, fieldSize, "whole number"},
		"a bad variable": {func(b *bulk) { b.settings.name = "JWT SECRET" }, fieldName, "no spaces"},
	} {
		t.Run(name, func(t *testing.T) {
			b, act := mountedBulk(t)
			act(func() { c.spoil(b); b.make() })
			assert.Nil(t, b.packing)
			f, _ := b.problems.first(bulkFields...)
			assert.Equal(t, c.field, f)
			assert.Contains(t, b.problems[f], c.sentence)
			assert.Equal(t, "Nothing was made. "+b.problems[f], b.status)
			assert.Contains(t, drawn(b), `id="`+string(f)+`-problem"`)
		})
	}
}

func TestWhatATargetDoesNotTakeIsSpokenOfBesideItsFieldUntilTheFormChanges(t *testing.T) {
	b, act := mountedBulk(t)
	act(func() { b.settings.format = "raw"; b.make() })
	eventually(t, act, func() bool { return b.packing == nil })
	assert.Nil(t, b.packed)
	assert.Contains(t, b.status, "Nothing was made. The chosen place takes text")
	assert.Contains(t, drawn(b), `id="format-problem"`)
	act(func() { b.change(func() { b.settings.format = "hex" }) })
	assert.NotContains(t, drawn(b), `id="format-problem"`)
	made(t, b, act)
}

func numbered(count int) string {
	var text strings.Builder
	for i := range count {
		text.WriteString("s" + thousands(i)[max(0, len(thousands(i))-3):] + "\n")
	}
	return text.String()
}

func TestFilesArePutAsideWhileTheFormAsksForOthers(t *testing.T) {
	for name, edit := range map[string]struct{ change, back func(*bulk) }{
		"services":     {func(b *bulk) { b.names = "billing" }, func(b *bulk) { b.names = " billing \n\nsearch" }},
		"environments": {func(b *bulk) { b.environments = "" }, func(b *bulk) { b.environments = "production" }},
		"name":         {func(b *bulk) { b.settings.name = "9" }, func(b *bulk) { b.settings.name = defaultName }},
		"algorithm":    {func(b *bulk) { b.settings.algorithm = "HS384" }, func(b *bulk) { b.settings.algorithm = "HS256" }},
		"size":         {func(b *bulk) { b.settings.size = "x" }, func(b *bulk) { b.settings.size = "032" }},
		"format":       {func(b *bulk) { b.settings.format = "hex" }, func(b *bulk) { b.settings.format = "base64url" }},
		"target":       {func(b *bulk) { b.target, _ = export.TargetByID("json") }, func(b *bulk) { b.target, _ = export.TargetByID(defaultTarget) }},
	} {
		t.Run(name, func(t *testing.T) {
			b, act := mountedBulk(t)
			made(t, b, act)
			assert.NotContains(t, drawn(b), `id="former"`)
			act(func() { b.change(func() { edit.change(b) }) })
			assert.Contains(t, b.status, "put aside")
			assert.Contains(t, drawn(b), `id="former"`)
			assert.Contains(t, drawn(b), `class="result aside"`)
			act(func() { b.change(func() { edit.back(b) }) })
			assert.NotContains(t, drawn(b), `id="former"`)
		})
	}
}

func TestOnlyPlacesThatHoldTheSecretsAreOffered(t *testing.T) {
	b, _ := mountedBulk(t)
	assert.Contains(t, drawn(b), `value="kubernetes-data"`)
	assert.NotContains(t, drawn(b), `value="vault"`)
	assert.NotContains(t, drawn(b), "Secret store")
}

func TestTheTableShowsNoMoreThanAPageCanDraw(t *testing.T) {
	b, act := mountedBulk(t)
	act(func() { b.names, b.environments = numbered(60), numbered(12) })
	made(t, b, act)
	assert.Equal(t, 20, strings.Count(drawn(b), "<td"))
	assert.Contains(t, drawn(b), "These are the first 20. The files hold all 720 secrets.")
}

func TestAClickOnFilesThatComesTooLateDoesNothing(t *testing.T) {
	b, act := mountedBulk(t)
	assert.NotPanics(t, func() {
		act(func() {
			b.onSingle(b.ctx, app.Event{})
			b.onArchive(b.ctx, app.Event{})
			b.onStop(b.ctx, app.Event{})
			b.onClear(b.ctx, app.Event{})
		})
	})
}
