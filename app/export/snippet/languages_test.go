package snippet_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
)

func TestNodeSnippetsRun(t *testing.T) {
	t.Parallel()
	for id, library := range map[string]string{"node-jsonwebtoken": jsonwebtoken, "node-jose": jose, "nextjs-edge": jose} {
		s := find(t, id)
		folder := filepath.Join(needLibraries(t), id) // beside node_modules, where Node looks for them
		write(t, folder, ".mjs", variants(t, s))
		p := program{
			command: []string{need(t, "node"), "testdata/node.mjs", folder},
			with:    nodeVersion(t) + ", " + strings.Replace(library, "@", " ", 1),
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
			python := needPython(t, library[0])
			folder := t.TempDir()
			write(t, folder, ".py", variants(t, s))
			version := output(t, python, "-c", "import "+library[0]+"; print("+library[0]+".__version__)")
			checkSnippet(t, s, program{
				command: []string{python, "testdata/python.py", folder},
				with:    output(t, python, "--version") + ", " + library[1] + " " + version,
				checked: snippet.Run,
			})
		})
	}
}

// needPython returns a Python that has the module: the system's, where packages
// of the distribution are, or the first in the path.
func needPython(t *testing.T, module string) string {
	t.Helper()
	for _, python := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(python, "-c", "import "+module).Run() == nil {
			return python
		}
	}
	t.Skip("needs Python with the module " + module + ": what it reads is not checked here")
	return ""
}

func TestRubySnippetRuns(t *testing.T) {
	t.Parallel()
	s := find(t, "ruby-jwt")
	ruby := need(t, "ruby")
	if exec.Command(ruby, "-e", "require 'jwt'").Run() != nil {
		t.Skip("needs Ruby's gem jwt")
	}
	folder := t.TempDir()
	write(t, folder, ".rb", variants(t, s))
	checkSnippet(t, s, program{
		command: []string{ruby, "testdata/ruby.rb", folder},
		with:    output(t, ruby, "-e", "require 'jwt'; print 'Ruby ', RUBY_VERSION, ', jwt ', JWT.gem_version"),
		checked: snippet.Run,
	})
}

func TestPerlSnippetRuns(t *testing.T) {
	t.Parallel()
	s := find(t, "perl-crypt-jwt")
	perl := need(t, "perl")
	if exec.Command(perl, "-MCrypt::JWT", "-e", "1").Run() != nil {
		t.Skip("needs Perl's module Crypt::JWT")
	}
	folder := t.TempDir()
	write(t, folder, ".pm", variants(t, s))
	checkSnippet(t, s, program{
		command: []string{perl, "testdata/perl.pl", folder},
		with:    output(t, perl, "-MCrypt::JWT", "-e", `printf "Perl %vd, Crypt::JWT %s", $^V, $Crypt::JWT::VERSION`),
		checked: snippet.Run,
	})
}

func TestPHPSnippetRuns(t *testing.T) {
	t.Parallel()
	s := find(t, "php-firebase")
	php := need(t, "php")
	folder := t.TempDir()
	write(t, folder, ".php", variants(t, s))
	checkSnippet(t, s, program{
		command: []string{php, "testdata/php.php", folder},
		with:    "PHP " + output(t, php, "-r", "echo PHP_VERSION;"),
		alone:   true,
		checked: snippet.StandIn,
	})
}

func TestJavaSnippetsRun(t *testing.T) {
	t.Parallel()
	java := need(t, "java")
	need(t, "javac") // the compiler that Compile.java calls comes with it
	standIns, err := filepath.Glob("testdata/java/standin/*.java")
	require.NoError(t, err)
	classes := t.TempDir()
	compile := append([]string{"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "testdata/java/Compile.java", classes, "testdata/java/Driver.java"}, standIns...)
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
	output(t, append([]string{java}, compile...)...)
	for id, folder := range folders {
		checkSnippet(t, find(t, id), program{
			command: []string{java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, "Driver", folder},
			with:    "Java " + strings.Fields(output(t, java, "--version"))[1],
			checked: snippet.StandIn,
		})
	}
}
