package site

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// maxProgram is the most that a browser may have to download of the program with
// all its pages: 1.05 MB, in bytes after brotli.
const maxProgram = 1_050_000

func TestTheProgramIsSmallToDownload(t *testing.T) {
	assert.LessOrEqual(t, len(builtFile(t, builtProgram(t, "app")+".br")), maxProgram)
}

// builtProgram returns the name of the file of a program.
func builtProgram(t *testing.T, name string) string {
	t.Helper()
	for _, f := range builtSite(t).Files {
		if strings.HasPrefix(f.Name, "assets/"+name+".") && strings.HasSuffix(f.Name, ".wasm") {
			return f.Name
		}
	}
	t.Fatalf("the build has no program %s", name)
	return ""
}

// linkedPrograms returns the page's program and the auditor with the names of their
// functions.
func linkedPrograms(t *testing.T) (page, auditor string) {
	t.Helper()
	tool, err := newGoTool(root)
	require.NoError(t, err)
	tmp := t.TempDir()
	overlay, err := writeOverlay(tmp, tool.goroot, root)
	require.NoError(t, err)
	withNames, err := tool.link(tmp, "./wasm", append(wasmFlags, noInlining, "-overlay", overlay))
	require.NoError(t, err)
	audits, err := tool.link(tmp, "./wasm/auditor", wasmFlags)
	require.NoError(t, err)
	return string(withNames), string(audits)
}

// What the auditor needs and nobody else would make the first visit slow.
func TestThePagesProgramHoldsNothingOfTheAuditor(t *testing.T) {
	page, auditor := linkedPrograms(t)
	for _, text := range []string{
		"shhhhhhared-secret",     // a published default, of package strength
		"jwtsecret/app/strength", // names of functions
		"jwtsecret/app/attack.",  // likewise
		"jwtsecret/app/predict.", // likewise
	} {
		assert.True(t, strings.Contains(auditor, text), "the auditor holds %q", text)
		assert.False(t, strings.Contains(page, text), "the page holds %q", text)
	}
}

// Where the page's program compiles a regular expression, our stub would end it.
func TestThePageCompilesNoRegularExpression(t *testing.T) {
	name := "\x00regexp.MustCompile\x00" // in the table of functions; the code that the page shows has the words too
	page, auditor := linkedPrograms(t)
	assert.True(t, strings.Contains(auditor, name))
	assert.False(t, strings.Contains(page, name))
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
	write("wasm/auditor/main.go", "package main\n\nfunc main() { println(1) }\n")
	write("wasm/guide/main.go", "package main\n\nfunc main() { println(2) }\n")
	write("cmd/server/main.go", "package main\n\nfunc main() {}\n")
	write("cmd/jwtsecret/main.go", "package main\n\nfunc main() {}\n")
	for _, pkg := range stubs {
		text, err := os.ReadFile(filepath.Join(root, stubSource(pkg)))
		require.NoError(t, err)
		write(stubSource(pkg), string(text))
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
	one, err := compile(module(t, smallProgram), func([]byte) {})
	require.NoError(t, err)
	t.Setenv("GOFLAGS", "")
	other, err := compile(module(t, smallProgram), func([]byte) {})
	require.NoError(t, err)

	assert.Equal(t, "\x00asm", string(one.page[:4]))
	assert.Equal(t, "\x00asm", string(one.auditor[:4]))
	assert.Equal(t, "\x00asm", string(one.guide[:4]))
	assert.True(t, string(one.page) == string(other.page), "two folders gave two programs")
	assert.True(t, string(one.guide) == string(other.guide), "two folders gave two programs")
	assert.True(t, string(one.auditor) == string(other.auditor), "two folders gave two programs")
	assert.Contains(t, string(one.page), "no network client", "the program holds our net/http")
	assert.Contains(t, string(one.exec), "class {", "the script of the toolchain defines Go")
}

// A stub is in the place of what knows such hosts.
func TestThePageReadsItsAddressWithAHostOfIPv6(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed")
	}
	c, err := compile(module(t, `package main

import "net/url"

func main() {
	u, err := url.Parse("http://[::1]:8080/trust?x=1")
	println(err == nil, u.Host, u.Path, u.RawQuery)
}
`), func([]byte) {})
	require.NoError(t, err)
	_, said, _ := node(t, c.page)
	assert.Equal(t, "true [::1]:8080 /trust x=1\n", said)
}

func TestAProgramThatNeedsMoreOfTheNetworkDoesNotCompile(t *testing.T) {
	_, err := compile(module(t, `package main

import "net/http"

func main() { http.ListenAndServe(":80", nil) }
`), func([]byte) {})
	assert.ErrorContains(t, err, "undefined: http.ListenAndServe")
}

// The page's own program has a stub in its place: see writeOverlay.
func TestTheGuidesProgramContainsNoNetworkClient(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "./wasm/guide")
	list.Dir = root
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := list.Output()
	require.NoError(t, err)
	packages := strings.Fields(string(out))
	assert.Contains(t, packages, "jwtsecret/app/guide")
	for _, no := range []string{"net", "net/http", "crypto/tls"} {
		assert.NotContains(t, packages, no)
	}
}
