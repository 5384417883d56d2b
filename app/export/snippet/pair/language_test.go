package pair_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/snippettest"
	"jwtsecret/app/internal/npm"
)

// program runs the snippets that were written into its folder. It answers each line of
// standard input with one line: see the files in testdata, here and of package snippet.
type program struct {
	command []string
	with    string // versions, for the record
	alone   bool   // one process can load one file only
	checked string // snippet.Run or snippet.StandIn
}

// languages write the sources into a folder and return the program that runs them, or
// skip the test.
var languages = map[string]func(t *testing.T, folder string, all []source) program{
	"node-jose":         node(snippettest.Jose),
	"node-jsonwebtoken": node(snippettest.Jsonwebtoken, snippettest.JwksRSA),
	"python-pyjwt":      python("jwt", "PyJWT"),
	"python-authlib":    python("authlib", "Authlib"),
	"go-golang-jwt":     prepareGo,
	"ruby-jwt":          prepareRuby,
	"perl-crypt-jwt":    preparePerl,
	"java-nimbus":       prepareJava,
	"spring-boot":       prepareJava,
	"rust-jsonwebtoken": prepareRust,
	"php-firebase":      preparePHP,
}

func node(libraries ...string) func(*testing.T, string, []source) program {
	return func(t *testing.T, folder string, all []source) program {
		t.Helper()
		version := snippettest.NodeVersion(t)
		write(t, folder, ".mjs", all)
		modules, err := os.Readlink(filepath.Join(npm.Install(t, snippettest.Jsonwebtoken, snippettest.Jose, snippettest.JwksRSA), "node_modules"))
		require.NoError(t, err)
		require.NoError(t, os.Symlink(modules, filepath.Join(folder, "node_modules")))
		return program{
			command: []string{"node", "../testdata/node.mjs", folder},
			with:    version + ", " + strings.ReplaceAll(strings.Join(libraries, ", "), "@", " "),
			checked: snippet.Run,
		}
	}
}

func python(module, library string) func(*testing.T, string, []source) program {
	return func(t *testing.T, folder string, all []source) program {
		t.Helper()
		python, with := snippettest.Python(t, module, library)
		if exec.Command(python, "-c", "import cryptography").Run() != nil {
			t.Skip("needs Python's module cryptography")
		}
		write(t, folder, ".py", all)
		return program{command: []string{python, "../testdata/python.py", folder}, with: with, checked: snippet.Run}
	}
}

func prepareRuby(t *testing.T, folder string, all []source) program {
	t.Helper()
	ruby, with := snippettest.Ruby(t)
	write(t, folder, ".rb", all)
	return program{command: []string{ruby, "../testdata/ruby.rb", folder}, with: with, checked: snippet.Run}
}

func preparePerl(t *testing.T, folder string, all []source) program {
	t.Helper()
	perl, with := snippettest.Perl(t)
	write(t, folder, ".pm", all)
	return program{command: []string{perl, "../testdata/perl.pl", folder}, with: with, checked: snippet.Run}
}

func preparePHP(t *testing.T, folder string, all []source) program {
	t.Helper()
	php := snippettest.Need(t, "php")
	modules := snippettest.Output(t, php, "-m")
	if !strings.Contains(modules, "openssl") || !strings.Contains(modules, "sodium") {
		t.Skip("needs PHP's modules openssl and sodium")
	}
	write(t, folder, ".php", all)
	return program{
		command: []string{php, "../testdata/php.php", folder, "testdata/php-standin.php"},
		with:    "PHP " + snippettest.Output(t, php, "-r", "echo PHP_VERSION;"),
		alone:   true,
		checked: snippet.StandIn,
	}
}
