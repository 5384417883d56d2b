package main

import (
	"bufio"
	"io/fs"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/web"
)

// The real server and the real build, both as they are embedded.
func TestOurServerDeliversWhatIsEmbeddedInVerify(t *testing.T) {
	if _, err := fs.Stat(web.Dist, "dist/"+meta.SiteFile); err != nil {
		t.Skip("the site is not built: run make build first")
	}
	binary := filepath.Join(t.TempDir(), "server")
	said, err := exec.Command("go", "build", "-o", binary, "jwtsecret/cmd/server").CombinedOutput()
	require.NoError(t, err, string(said))
	process := exec.Command(binary, "-addr", "127.0.0.1:0")
	stdout, err := process.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, process.Start())
	defer func() {
		assert.NoError(t, process.Process.Signal(syscall.SIGTERM))
		assert.NoError(t, process.Wait())
	}()
	line, err := bufio.NewReader(stdout).ReadString('\n')
	require.NoError(t, err)

	var out, errs strings.Builder
	code := run(t.Context(), web.Dist, []string{regexp.MustCompile(`http://\S+/`).FindString(line)}, &out, &errs)
	assert.Equal(t, 0, code, out.String()+errs.String())
	assert.Contains(t, out.String(), "files and their headers are identical")
}
