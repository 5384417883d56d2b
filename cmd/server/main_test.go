package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

var readyLine = regexp.MustCompile(`^jwtsecret \S+ on (http://127\.0\.0\.1:[1-9]\d*/)\n$`)

// started is a program that has said that it is ready.
type started struct {
	url    string
	cancel context.CancelFunc
	ended  chan int // exit code
	stderr bytes.Buffer
	more   chan []byte // what followed the first line on stdout
}

// start runs the program in this process, with the site under test.
func start(t *testing.T, args ...string) *started {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	p := &started{cancel: cancel, ended: make(chan int, 1), more: make(chan []byte, 1)}
	t.Cleanup(cancel)
	site := builtSite(t)
	stdout, end := io.Pipe()
	go func() {
		p.ended <- run(ctx, site, args, end, &p.stderr)
		end.Close()
	}()
	r := bufio.NewReader(stdout)
	line, err := r.ReadString('\n')
	require.NoError(t, err, "it ended before it was ready")
	require.Regexp(t, readyLine, line)
	p.url = readyLine.FindStringSubmatch(line)[1]
	go func() {
		rest, _ := io.ReadAll(r)
		p.more <- rest
	}()
	return p
}

// stop ends the program as a signal does, and waits for it.
func (p *started) stop(t *testing.T) {
	t.Helper()
	p.cancel()
	assert.Equal(t, exitOK, <-p.ended)
}

func get(t *testing.T, url string) (*http.Response, string) {
	t.Helper()
	response, err := http.Get(url)
	require.NoError(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response, string(body)
}

func TestItServesTheSiteAndSaysWhere(t *testing.T) {
	p := start(t, "-addr", "127.0.0.1:0")
	response, body := get(t, p.url)
	assert.Equal(t, content["/"], body)
	assert.Empty(t, response.Header.Get("Strict-Transport-Security"))
	response, body = get(t, p.url+"nowhere")
	assert.Equal(t, http.StatusNotFound, response.StatusCode)
	assert.Equal(t, content["/404"], body)
	p.stop(t)
	assert.Empty(t, p.stderr.String(), "nothing is logged unless asked for")
	assert.Empty(t, <-p.more, "stdout has one line")
}

func TestHSTSAndTheLogAreSentOnRequest(t *testing.T) {
	p := start(t, "-addr", "127.0.0.1:0", "-hsts", "-log")
	response, _ := get(t, p.url+"?alg=HS512")
	assert.Equal(t, "max-age=63072000; includeSubDomains", response.Header.Get("Strict-Transport-Security"))
	p.stop(t)
	assert.Regexp(t, `^\S+ "GET /" 200 14\n$`, p.stderr.String()) // 14 bytes: <h1>start</h1>
}

func TestWhatIsWrongIsSaidInOneLine(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	spoilt := builtSite(t)
	spoilt["dist/site/index.html"] = &fstest.MapFile{Data: []byte("other")}
	unbuilt := fstest.MapFS{"dist/.gitkeep": {}}

	for want, c := range map[string]struct {
		code int
		site fstest.MapFS
		args []string
	}{
		"the site is not built: run make build":                     {1, unbuilt, nil},
		"the built site is invalid":                                 {1, spoilt, nil},
		"address already in use; choose another address with -addr": {1, builtSite(t), []string{"-addr", taken.Addr().String()}},
		"missing port in address":                                   {1, builtSite(t), []string{"-addr", "127.0.0.1"}},
		"flag provided but not defined: -port; -help lists":         {2, unbuilt, []string{"-port", "80"}},
		"flag needs an argument: -addr":                             {2, unbuilt, []string{"-addr"}},
		`unexpected argument "8080"`:                                {2, unbuilt, []string{"-log", "8080"}},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, c.code, run(t.Context(), c.site, c.args, &stdout, &stderr), want)
		assert.Regexp(t, `^jwtsecret: [^\n]+\n$`, stderr.String())
		assert.Contains(t, stderr.String(), want)
		assert.Empty(t, stdout.String())
	}
}

func TestVersionNamesProgramSiteAndGo(t *testing.T) {
	for site, fsys := range map[string]fstest.MapFS{
		strings.Repeat("5a", 32): builtSite(t),
		"not built":              {"dist/.gitkeep": {}},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, exitOK, run(t.Context(), fsys, []string{"-version"}, &stdout, &stderr))
		assert.Equal(t, "jwtsecret "+meta.Version+" (site "+site+", "+runtime.Version()+")\n", stdout.String())
		assert.Empty(t, stderr.String())
	}
}

func TestHelpListsTheFlags(t *testing.T) {
	var stdout, stderr bytes.Buffer
	assert.Equal(t, exitOK, run(t.Context(), fstest.MapFS{}, []string{"-help"}, &stdout, &stderr))
	for _, name := range []string{"-addr", "-health", "-hsts", "-log", "-version", "127.0.0.1:8080"} {
		assert.Contains(t, stdout.String(), name)
	}
	assert.Empty(t, stderr.String())
}
