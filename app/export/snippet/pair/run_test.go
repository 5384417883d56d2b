package pair_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/pair"
	"jwtsecret/app/export/snippet/snippettest"
)

// source is one text of a snippet, as it runs.
type source struct {
	name string // "ES256_sign", unique in its language
	code string
}

// These are in the place of an algorithm's name for files whose key is nowhere, or not
// whole.
const (
	missing = "MISSING"
	broken  = "BROKEN"
)

// trial is what all languages have in common.
type trial struct {
	issuers     map[string]issuer
	environment []string
	good, bad   map[string]map[string]string // tokens of ours by algorithm, then by what is special

	lock   sync.Mutex
	signed map[string]map[string]string // tokens by algorithm, then by the library that signed
}

func newTrial(t *testing.T) *trial {
	t.Helper()
	tr := &trial{issuers: issuers(t), good: map[string]map[string]string{}, bad: map[string]map[string]string{}, signed: map[string]map[string]string{}}
	folder := t.TempDir()
	for _, a := range algorithms {
		tr.environment = append(tr.environment, tr.issuers[a].environment(t, folder, a, 1)...)
		tr.good[a], tr.bad[a] = tr.issuers[a].good(t), tr.issuers[a].bad(t)
		tr.signed[a] = map[string]string{}
	}
	tr.environment = append(tr.environment, tr.issuers["ES256"].environment(t, folder, broken, 0.9)...)
	return tr
}

// sources returns the texts of a language: to the letter, but that the issuer is ours and
// each algorithm has variables of its own.
func (tr *trial) sources(id string) (all []source) {
	for _, a := range algorithms {
		for _, s := range pair.Snippets(a) {
			if s.ID == id {
				all = append(all, source{a + "_sign", tr.here(s.Sign, a, a)}, source{a + "_verify", tr.here(s.Verify, a, a)})
			}
		}
	}
	for _, s := range pair.Snippets("ES256") {
		if s.ID == id {
			all = append(all, source{missing + "_sign", tr.here(s.Sign, "ES256", missing)}, source{broken + "_sign", tr.here(s.Sign, "ES256", broken)})
		}
	}
	return all
}

func (tr *trial) here(code, algorithm, variables string) string {
	return strings.NewReplacer(
		"https://issuer.example", tr.issuers[algorithm].url,
		"JWT_PRIVATE_KEY_FILE", variables+"_PRIVATE_KEY_FILE",
		"JWT_PRIVATE_JWK", variables+"_PRIVATE_JWK",
		"JWT_KEY_ID", variables+"_KEY_ID",
	).Replace(code)
}

func write(t *testing.T, folder, suffix string, all []source) {
	t.Helper()
	require.NoError(t, os.MkdirAll(folder, 0o700))
	for _, s := range all {
		require.NoError(t, os.WriteFile(filepath.Join(folder, s.name+suffix), []byte(s.code), 0o600))
	}
}

// asker returns a function that asks a program of the language.
func (tr *trial) asker(t *testing.T, p program) func(name, action, text string) (string, error) {
	started := map[string]*snippettest.Answers{}
	return func(name, action, text string) (string, error) {
		process := ""
		if p.alone {
			process = name
		}
		if started[process] == nil {
			started[process] = snippettest.Start(t, tr.environment, p.command...)
		}
		return started[process].Ask(name, action, text)
	}
}

// TestLanguagesVerifyWhatTheOthersSign runs every file that is not only parsed: each
// language signs by each of its algorithms, then each verifies what all have signed, and
// refuses what has to be refused.
func TestLanguagesVerifyWhatTheOthersSign(t *testing.T) {
	tr := newTrial(t)
	var lock sync.Mutex
	programs := map[string]program{}
	folder := t.TempDir()
	t.Run("sign", func(t *testing.T) {
		for id, prepare := range languages {
			t.Run(id, func(t *testing.T) {
				t.Parallel()
				p := prepare(t, filepath.Join(folder, id), tr.sources(id))
				tr.sign(t, id, p)
				lock.Lock()
				defer lock.Unlock()
				programs[id] = p
			})
		}
	})
	t.Run("verify", func(t *testing.T) {
		for id := range languages {
			t.Run(id, func(t *testing.T) {
				t.Parallel()
				p, ok := programs[id]
				if !ok {
					t.Skip("it does not run here")
				}
				tr.verify(t, id, p)
				records.Keep(t, id, p.checked, p.with)
			})
		}
	})
}

// of returns the algorithms for which there is a snippet.
func of(id string) (all []string) {
	for _, a := range algorithms {
		for _, s := range pair.Snippets(a) {
			if s.ID == id {
				all = append(all, a)
			}
		}
	}
	return all
}

func (tr *trial) sign(t *testing.T, id string, p program) {
	t.Helper()
	ask := tr.asker(t, p)
	for _, a := range of(id) {
		signed, err := ask(a+"_sign", "sign", claims)
		require.NoError(t, err, a)
		tr.issuers[a].checkSigned(t, signed)
		tr.lock.Lock()
		tr.signed[a][id] = signed
		tr.lock.Unlock()
	}
	_, err := ask(missing+"_sign", "sign", claims)
	assert.Error(t, err, "signed without a key")
	_, err = ask(broken+"_sign", "sign", claims)
	// The error of a stand-in tells nothing of the library's.
	if assert.Error(t, err, "signed with a part of a key") && p.checked == snippet.Run {
		tr.issuers["ES256"].checkSilent(t, err.Error())
	}
}

func (tr *trial) verify(t *testing.T, id string, p program) {
	t.Helper()
	ask := tr.asker(t, p)
	for _, a := range of(id) {
		for _, tokens := range []map[string]string{tr.good[a], tr.signed[a]} {
			for who, token := range tokens {
				verified, err := ask(a+"_verify", "verify", token)
				if assert.NoError(t, err, "%s: refused the token of %s", a, who) {
					checkClaims(t, []byte(verified))
				}
			}
		}
		for why, token := range tr.bad[a] {
			_, err := ask(a+"_verify", "verify", token)
			assert.Error(t, err, "%s: accepted a token with %s", a, why)
		}
	}
}
