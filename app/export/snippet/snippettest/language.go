package snippettest

import (
	"os/exec"
	"testing"
)

// Libraries of the npm registry, each of one version.
const (
	Jsonwebtoken = "jsonwebtoken@9.0.3"
	Jose         = "jose@6.2.17"
	JwksRSA      = "jwks-rsa@4.1.0"
)

// NodeVersion returns a version such as "Node.js 20.20.2", or skips the test.
func NodeVersion(t *testing.T) string {
	t.Helper()
	return "Node.js " + Output(t, Need(t, "node"), "-p", "process.versions.node")
}

// Python returns a Python that has the module, the system's, where packages of the
// distribution are, or the first in the path; and both versions, the module's after the
// library's name. Without one it skips the test.
func Python(t *testing.T, module, library string) (python, with string) {
	t.Helper()
	for _, python := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(python, "-c", "import "+module).Run() == nil {
			version := Output(t, python, "-c", "import "+module+"; print("+module+".__version__)")
			return python, Output(t, python, "--version") + ", " + library + " " + version
		}
	}
	t.Skip("needs Python with the module " + module + ": what it reads is not checked here")
	return "", ""
}

// Ruby returns a Ruby that has the gem jwt, and both versions, or skips the test.
func Ruby(t *testing.T) (ruby, with string) {
	t.Helper()
	ruby = Need(t, "ruby")
	if exec.Command(ruby, "-e", "require 'jwt'").Run() != nil {
		t.Skip("needs Ruby's gem jwt")
	}
	return ruby, Output(t, ruby, "-e", "require 'jwt'; print 'Ruby ', RUBY_VERSION, ', jwt ', JWT.gem_version")
}

// Perl returns a Perl that has Crypt::JWT, and both versions, or skips the test.
func Perl(t *testing.T) (perl, with string) {
	t.Helper()
	perl = Need(t, "perl")
	if exec.Command(perl, "-MCrypt::JWT", "-e", "1").Run() != nil {
		t.Skip("needs Perl's module Crypt::JWT")
	}
	return perl, Output(t, perl, "-MCrypt::JWT", "-e", `printf "Perl %vd, Crypt::JWT %s", $^V, $Crypt::JWT::VERSION`)
}

// QuickJava are the flags with which a program of a few seconds begins sooner.
var QuickJava = []string{"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"}

// Crates is where Debian's packages of Rust libraries put their sources, and CargoConfig
// has cargo take them from there.
const (
	Crates      = "/usr/share/cargo/registry"
	CargoConfig = "[source.crates-io]\nreplace-with = \"debian\"\n[source.debian]\ndirectory = \"" + Crates + "\"\n"
)

// Cargo returns the path of a cargo that runs, or skips the test: one that another program
// puts in its place may have no toolchain behind it.
func Cargo(t *testing.T) string {
	t.Helper()
	cargo := Need(t, "cargo")
	if err := exec.Command(cargo, "--version").Run(); err != nil {
		t.Skip("needs a cargo with a toolchain: what Rust reads is not checked here")
	}
	return cargo
}
