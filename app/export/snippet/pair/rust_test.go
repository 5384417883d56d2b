package pair_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/snippettest"
)

// rustProject builds with Debian's packages of Rust libraries, and without TLS: the tests
// have no other address than this machine's.
const rustProject = `[package]
name = "snippets"
version = "0.0.0"
edition = "2021"
[[bin]]
name = "snippets"
path = "main.rs"
[dependencies]
jsonwebtoken = { version = "*", default-features = false, features = ["use_pem"] }
ureq = { version = "*", default-features = false }
serde_json = "*"
data-encoding = "*"
`

// prepareRust keeps what it compiles in build: it takes long.
func prepareRust(t *testing.T, folder string, all []source) program {
	t.Helper()
	cargo := snippettest.Cargo(t)
	versions := ""
	for _, crate := range []string{"jsonwebtoken", "ureq", "data-encoding"} {
		found, _ := filepath.Glob(snippettest.Crates + "/" + crate + "-[0-9]*")
		if len(found) == 0 {
			t.Skip("needs Debian's librust-" + crate + "-dev")
		}
		if crate != "data-encoding" {
			versions += ", " + crate + " " + strings.TrimPrefix(filepath.Base(found[0]), crate+"-")
		}
	}
	write(t, folder, ".rs", all)
	driver, err := os.ReadFile("testdata/rust.rs.txt")
	require.NoError(t, err)
	modules, entries := "", ""
	for _, s := range all {
		modules += "mod " + s.name + ";\n"
		word := "verifies"
		if strings.HasSuffix(s.name, "_sign") {
			word = "signs"
		}
		entries += fmt.Sprintf("    load.insert(%q, %s!(%s));\n", s.name, word, s.name)
	}
	for name, text := range map[string]string{
		"Cargo.toml":  rustProject,
		"config.toml": snippettest.CargoConfig,
		"main.rs": string(driver) + "\n" + modules +
			"\nfn register(load: &mut HashMap<&str, Box<dyn FnMut(&str) -> Answer>>) {\n" + entries + "}\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	target, err := filepath.Abs("../../../../build/snippet-rust-pair")
	require.NoError(t, err)
	build := exec.Command(cargo, "--config", "config.toml", "build", "--offline", "--quiet", "--target-dir", target)
	build.Dir = folder
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	return program{
		command: []string{filepath.Join(target, "debug", "snippets")},
		with:    "Rust " + strings.Fields(snippettest.Output(t, "rustc", "--version"))[1] + versions,
		checked: snippet.Run,
	}
}
