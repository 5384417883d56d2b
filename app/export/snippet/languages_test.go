package snippet_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/snippettest"
)

func TestNodeSnippetsRun(t *testing.T) {
	t.Parallel()
	for id, library := range map[string]string{
		"node-jsonwebtoken": snippettest.Jsonwebtoken, "node-jose": snippettest.Jose, "nextjs-edge": snippettest.Jose,
	} {
		s := find(t, id)
		folder := filepath.Join(needLibraries(t), id) // beside node_modules, where Node looks for them
		write(t, folder, ".mjs", variants(t, s))
		p := program{
			command: []string{snippettest.Need(t, "node"), "testdata/node.mjs", folder},
			with:    snippettest.NodeVersion(t) + ", " + strings.Replace(library, "@", " ", 1),
			checked: snippet.Run,
		}
		if id == "nextjs-edge" {
			p.command = append(p.command, "web")
		}
		checkSnippet(t, s, p)
	}
}

func TestPythonSnippetsRun(t *testing.T) {
	t.Parallel()
	for id, library := range map[string][2]string{"python-pyjwt": {"jwt", "PyJWT"}, "python-authlib": {"authlib", "Authlib"}} {
		t.Run(id, func(t *testing.T) {
			s := find(t, id)
			python, with := snippettest.Python(t, library[0], library[1])
			folder := t.TempDir()
			write(t, folder, ".py", variants(t, s))
			checkSnippet(t, s, program{
				command: []string{python, "testdata/python.py", folder},
				with:    with,
				checked: snippet.Run,
			})
		})
	}
}

func TestRubySnippetRuns(t *testing.T) {
	t.Parallel()
	s := find(t, "ruby-jwt")
	ruby, with := snippettest.Ruby(t)
	folder := t.TempDir()
	write(t, folder, ".rb", variants(t, s))
	checkSnippet(t, s, program{
		command: []string{ruby, "testdata/ruby.rb", folder},
		with:    with,
		checked: snippet.Run,
	})
}

func TestPerlSnippetRuns(t *testing.T) {
	t.Parallel()
	s := find(t, "perl-crypt-jwt")
	perl, with := snippettest.Perl(t)
	folder := t.TempDir()
	write(t, folder, ".pm", variants(t, s))
	checkSnippet(t, s, program{
		command: []string{perl, "testdata/perl.pl", folder},
		with:    with,
		checked: snippet.Run,
	})
}

func TestPHPSnippetRuns(t *testing.T) {
	t.Parallel()
	s := find(t, "php-firebase")
	php := snippettest.Need(t, "php")
	folder := t.TempDir()
	write(t, folder, ".php", variants(t, s))
	checkSnippet(t, s, program{
		command: []string{php, "testdata/php.php", folder, "testdata/php-standin.php"},
		with:    "PHP " + snippettest.Output(t, php, "-r", "echo PHP_VERSION;"),
		alone:   true,
		checked: snippet.StandIn,
	})
}

func TestJavaSnippetsRun(t *testing.T) {
	t.Parallel()
	java := snippettest.Need(t, "java")
	snippettest.Need(t, "javac") // the compiler that Compile.java calls comes with it
	standIns, err := filepath.Glob("testdata/java/standin/*.java")
	require.NoError(t, err)
	classes := t.TempDir()
	compile := slices.Concat(snippettest.QuickJava, []string{"testdata/java/Compile.java", classes, "testdata/java/Driver.java"}, standIns)
	compile = append(compile, "--")
	folders := map[string]string{}
	for _, id := range []string{"java-jjwt", "java-nimbus", "spring-boot"} {
		folders[id] = t.TempDir()
		for _, v := range variants(t, find(t, id)) {
			path := filepath.Join(folders[id], v.name+".java")
			require.NoError(t, os.WriteFile(path, []byte(v.code), 0o600))
			compile = append(compile, path)
		}
	}
	snippettest.Output(t, append([]string{java}, compile...)...)
	for id, folder := range folders {
		checkSnippet(t, find(t, id), program{
			command: slices.Concat([]string{java}, snippettest.QuickJava, []string{"-cp", classes, "Driver", folder}),
			with:    "Java " + strings.Fields(snippettest.Output(t, java, "--version"))[1],
			checked: snippet.StandIn,
		})
	}
}
