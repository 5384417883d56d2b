package snippet_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet/snippettest"
)

// program runs the snippets that were written for it.
type program struct {
	command []string
	with    string // versions, for the record
	alone   bool   // one process can load one snippet only
	checked string // snippet.Run or snippet.StandIn
}

// answers asks a running program.
type answers struct {
	t *testing.T
	*snippettest.Answers
}

// ask returns what the snippet answered, or the error that it answered with.
func (a *answers) ask(v variant, action, text string) (string, error) {
	a.t.Helper()
	return a.Ask(v.name, action, text)
}

// each calls test with every variant and a process that can load it, in an
// environment in which value gives each variable its text.
func (p program) each(t *testing.T, all []variant, value func(variant) string, test func(v variant, text string, a *answers)) {
	t.Helper()
	texts := map[string]string{}
	var environment []string
	for _, v := range all {
		if texts[v.name] = value(v); texts[v.name] != "" {
			environment = append(environment, v.name+"="+texts[v.name])
		}
	}
	var running *answers
	for _, v := range all {
		if running == nil || p.alone {
			running = &answers{t, snippettest.Start(t, environment, p.command...)}
		}
		test(v, texts[v.name], running)
	}
}

// write writes every variant into the folder, under its variable's name.
func write(t *testing.T, folder, suffix string, all []variant) {
	t.Helper()
	require.NoError(t, os.MkdirAll(folder, 0o700))
	for _, v := range all {
		require.NoError(t, os.WriteFile(filepath.Join(folder, v.name+suffix), []byte(v.code), 0o600))
	}
}
