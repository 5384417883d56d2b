package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

// mountedServices shows the page without a browser, as if a person could act and
// a worker had been asked for two services in one environment.
func mountedServices(t *testing.T) (s *services, act func(func())) {
	t.Helper()
	s = &services{}
	d := app.NewClientTester(s)
	t.Cleanup(d.Close)
	act = func(what func()) {
		d.Dispatch(app.Dispatch{Mode: app.Update, Source: s, Function: func(app.Context) { what() }})
		d.Consume()
	}
	act(func() {
		s.live, s.names, s.environments = true, "billing\nsearch", "production"
		order, wrong := s.check()
		_, found := wrong.firstOf(servicesFields)
		require.False(t, found, wrong)
		s.packing = &packing{order: order}
	})
	return s, act
}

// answer is what the worker sends: a file and an archive.
func answer(t *testing.T) []byte {
	t.Helper()
	message, err := job.Encode(job.Event{Files: &job.Files{
		Bits: 256, Single: "jwt-secrets-2.env", SingleSize: 9, Archive: "jwt-secrets-2.zip", Example: "production/a.env",
		Content: []byte("TheSecretPK TheSecret"),
	}})
	require.NoError(t, err)
	return message
}

func TestThePrerenderedPageForManyServicesIsDisabled(t *testing.T) {
	s := &services{}
	d := app.NewServerTester(s)
	defer d.Close()
	html := app.HTMLString(s)
	for _, control := range append([]field{"make"}, servicesFields...) {
		i := strings.Index(html, `id="`+string(control)+`"`)
		require.Positive(t, i, control)
		assert.Contains(t, html[strings.LastIndex(html[:i], "<"):i+strings.Index(html[i:], ">")], " disabled", control)
	}
}

func TestTheFilesAreOfferedAndTheTableSaysWhatTheyHold(t *testing.T) {
	s, act := mountedServices(t)
	act(func() { s.onAnswer(s.packing, answer(t)) })
	html := app.HTMLString(s)
	assert.Equal(t, "2 secrets are ready: 256 bits each.", s.status)
	assert.Equal(t, 2, strings.Count(html, "<td>\n256 bits\n</td>")+strings.Count(html, "<td>256 bits</td>"), html)
	for _, text := range []string{"billing", "search", "production", "download-single", "download-zip", "Make new ones instead of these"} {
		assert.Contains(t, html, text)
	}
	assert.NotContains(t, html, "TheSecret")
	assert.Equal(t, "TheSecret", string(s.packed.single))
	assert.Equal(t, "PK TheSecret", string(s.packed.archive))
}

func TestClearLeavingAndMakingAgainWipeTheFiles(t *testing.T) {
	for name, end := range map[string]func(*services){
		"clear": func(s *services) { s.onClear(s.ctx, app.Event{}) },
		"leave": func(s *services) { s.forget() },
		"again": func(s *services) {
			s.packing = &packing{order: s.packed.order}
			s.onAnswer(s.packing, answer(t))
			assert.Contains(t, s.status, "The ones before are gone.")
		},
	} {
		s, act := mountedServices(t)
		act(func() { s.onAnswer(s.packing, answer(t)) })
		first := s.packed
		act(func() { end(s) })
		assert.Equal(t, make([]byte, 9), first.single, name)
		assert.Equal(t, make([]byte, 12), first.archive, name)
		assert.Equal(t, name == "again", s.packed != nil, name)
	}
}

func TestWhatWasMadeStaysUntilTheNextIsReady(t *testing.T) {
	s, act := mountedServices(t)
	act(func() { s.onAnswer(s.packing, answer(t)) })
	run := &packing{order: s.packed.order}
	act(func() { s.packing = run })
	act(func() { s.onStop(s.ctx, app.Event{}) })
	late := answer(t)
	act(func() { s.onAnswer(run, late) })
	assert.Equal(t, make([]byte, len(late)), late, "what comes after Stop is wiped")
	assert.Equal(t, "TheSecret", string(s.packed.single))
}

func TestAnAnswerThatIsNoneMakesNothingAndSaysSo(t *testing.T) {
	for name, message := range map[string]string{
		"no message": "?", "a failure": `{"Failed":"No."}`, "another event": `{"Made":{"Count":1}}` + "\nTheSecret",
		"cut short": `{"Files":{"SingleSize":9}}` + "\nTheSecret", "negative": `{"Files":{"SingleSize":-1}}` + "\nTheSecret",
	} {
		s, act := mountedServices(t)
		sent := []byte(message)
		act(func() { s.onAnswer(s.packing, sent) })
		assert.Equal(t, make([]byte, len(sent)), sent, name)
		assert.Nil(t, s.packed, name)
		assert.Nil(t, s.packing, name)
		assert.Contains(t, s.status, "Nothing was made", name)
	}
}

func TestWithoutAWorkerNothingIsMadeAndThePageSaysSo(t *testing.T) {
	s, act := mountedServices(t)
	act(func() { s.packing = nil; s.make() }) // outside a browser every worker crashes
	act(func() {})
	assert.Nil(t, s.packing)
	assert.Contains(t, s.status, "did not let a worker start")
}

func TestNamesAreReadOneALineAndEmptyLinesCount(t *testing.T) {
	names, problem := labels(" billing \r\n\n  Search API\n", "service")
	assert.Empty(t, problem)
	assert.Equal(t, []string{"billing", "Search API"}, names)
	for text, want := range map[string]string{
		"":                    "Enter at least one service",
		" \n\n":               "Enter at least one service",
		"billing\n\na/b":      "Line 3 has a character",
		"a, b":                "Line 1 has a character",
		"ok\n..":              "Line 2 has a character",
		"mail\nMAIL":          "Line 2 is the same name as line 1",
		"my api\n\nx\nmy_api": "Line 4 is the same name as line 1",
		"x\nZm9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFiY2RlZg": "Line 2 looks like a secret",
		"x\n" + strings.Repeat("name ", 14):         "Line 2 is too long", // 69 without the space at the end
	} {
		_, problem := labels(text, "service")
		assert.True(t, strings.HasPrefix(problem, want), "%q: %s", text, problem)
	}
}

func TestEveryMistakeIsSpokenOfBesideItsField(t *testing.T) {
	for name, c := range map[string]struct {
		spoil    func(*services)
		field    field
		sentence string
	}{
		"too many":       {func(s *services) { s.names = numbered(501); s.environments = "a\nb" }, fieldServices, "1,002 secrets"},
		"below the rule": {func(s *services) { s.settings.size = "31" }, fieldSize, "HS256 needs at least 32 bytes (RFC 7518, section 3.2). Enter more."},
		"no number":      {func(s *services) { s.settings.size = "x" }, fieldSize, "whole number"},
		"a bad variable": {func(s *services) { s.settings.name = "JWT SECRET" }, fieldName, "no spaces"},
	} {
		s := &services{names: "billing", environments: "production", settings: readSettings(""), target: "dotenv"}
		c.spoil(s)
		_, wrong := s.check()
		f, _ := wrong.firstOf(servicesFields)
		assert.Equal(t, c.field, f, name)
		assert.Contains(t, wrong[f], c.sentence, name)
	}
}

func numbered(count int) string {
	var text strings.Builder
	for i := range count {
		text.WriteString("s" + thousands(i)[max(0, len(thousands(i))-3):] + "\n")
	}
	return text.String()
}

func TestWhatTheWorkerRefusesIsSpokenOfBesideItsFieldUntilTheFormChanges(t *testing.T) {
	s, act := mountedServices(t)
	message, err := job.Encode(job.Event{Files: &job.Files{Problem: &job.Problem{Field: "format", Sentence: "No raw bytes."}}})
	require.NoError(t, err)
	act(func() { s.onAnswer(s.packing, message) })
	assert.Nil(t, s.packed)
	assert.Equal(t, "Nothing was made. No raw bytes.", s.status)
	assert.Contains(t, app.HTMLString(s), `id="format-problem"`)
	act(func() { s.change(func() { s.settings.format = "hex" }) })
	assert.NotContains(t, app.HTMLString(s), `id="format-problem"`)
}

func TestOnlyPlacesThatHoldTheSecretsAreOffered(t *testing.T) {
	s, _ := mountedServices(t)
	html := app.HTMLString(s)
	assert.Contains(t, html, `value="kubernetes-data"`)
	assert.NotContains(t, html, `value="vault"`)
	assert.NotContains(t, html, "Secret store")
}

func TestTheTableShowsNoMoreThanAPageCanDraw(t *testing.T) {
	s, act := mountedServices(t)
	act(func() {
		s.names = numbered(60)
		s.environments = numbered(12)
		s.packing.order, _ = s.check()
		s.onAnswer(s.packing, answer(t))
	})
	html := app.HTMLString(s)
	assert.Equal(t, 200, strings.Count(html, "<td>"))
	assert.Contains(t, html, "first 20 services and 10 environments. The files hold all 720 secrets.")
}
