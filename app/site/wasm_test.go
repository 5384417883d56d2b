package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// maxProgram is the most that a browser may have to download of the program:
// 1.10 MB, in bytes after brotli.
const maxProgram = 1_100_000

func TestTheProgramIsSmallToDownload(t *testing.T) {
	for _, f := range builtSite(t).Files {
		if strings.HasSuffix(f.Name, ".wasm") {
			assert.LessOrEqual(t, len(builtFile(t, f.Name+".br")), maxProgram)
			return
		}
	}
	t.Fatal("the build has no program")
}

// module writes a small module whose page is the given program, with a copy of
// the packages that take the place of standard ones.
func module(t *testing.T, program string) string {
	t.Helper()
	dir := t.TempDir()
	version, err := toolchain(root)
	require.NoError(t, err)
	write := func(name, text string) {
		require.NoError(t, writeFile(filepath.Join(dir, name), []byte(text)))
	}
	write("go.mod", "module example\n\ngo 1.26.0\n\ntoolchain "+version+"\n")
	write("wasm/main.go", program)
	for _, s := range stubs {
		text, err := os.ReadFile(filepath.Join(root, s.source))
		require.NoError(t, err)
		write(s.source, string(text))
	}
	return dir
}

const smallProgram = `package main

import "net/http"

func main() {
	_, err := http.Get("/")
	println(err.Error())
}
`

func TestTheProgramIsTheSameWhereverItIsCompiled(t *testing.T) {
	t.Setenv("GOFLAGS", "-ldflags=-X=main.changed=1")
	one, exec, err := compile(module(t, smallProgram))
	require.NoError(t, err)
	t.Setenv("GOFLAGS", "")
	other, _, err := compile(module(t, smallProgram))
	require.NoError(t, err)

	assert.Equal(t, "\x00asm", string(one[:4]))
	assert.True(t, string(one) == string(other), "two folders gave two programs")
	assert.Contains(t, string(one), "no network client", "the program holds our net/http")
	assert.Contains(t, string(exec), "class {", "the script of the toolchain defines Go")
}

func TestAProgramThatNeedsMoreOfTheNetworkDoesNotCompile(t *testing.T) {
	_, _, err := compile(module(t, `package main

import "net/http"

func main() { http.ListenAndServe(":80", nil) }
`))
	assert.ErrorContains(t, err, "undefined: http.ListenAndServe")
}
