package e2e

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// The single file is the one thing that a page which is ready offline gets from its host.

// asksForSingle are the requests for the file that have reached the server.
func (s *server) asksForSingle() (lines []string) {
	return slices.DeleteFunc(s.byPage(), func(line string) bool { return !strings.Contains(line, meta.SinglePath) })
}

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

func TestTheSingleFileIsDownloadedWhenAPersonAsksForItAndHasTheHashThatThePageNames(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	p := newPage(t)
	p.open(s.url)
	p.readyOffline()
	p.click(`nav a[href="/trust"]`)
	p.waitFor(`document.querySelector("#download-single") !== null`)
	assert.Empty(t, s.asksForSingle(), "nobody has asked for it yet, the service worker included")

	before := s.byPage()
	for _, address := range []string{meta.SinglePath, meta.SinglePath + "?x"} { // a script gets nothing
		assert.Equal(t, "TypeError", eval[string](p, `fetch("`+address+`").then((r) => "status " + r.status, (e) => e.name)`))
	}
	assert.Equal(t, before, s.byPage())

	name, content := p.download("#download-single")
	assert.Equal(t, "jwtsecret.html", name)
	assert.Equal(t, p.text("#single"), hashOf(content))
	asked := s.byPage()[len(before):]
	require.Len(t, asked, 1)
	assert.Contains(t, asked[0], `"GET /jwtsecret.html"`)
	assert.Equal(t, s.url+"trust", eval[string](p, `location.href`))

	p.visit(s.url + "jwtsecret.html?x") // which could carry something
	assert.Contains(t, p.text("h1"), "no page at this address")
	assert.Len(t, s.asksForSingle(), 1)
}

func TestInFirefoxTheSingleFileIsDownloadedPastTheServiceWorker(t *testing.T) {
	t.Parallel()
	s, folder := startServer(t), t.TempDir()
	f := newFirefox(t, map[string]any{"browser.download.dir": folder, "browser.download.folderList": 2, "browser.download.useDownloadDir": true})
	f.open(s.url)
	f.readyOffline()
	f.visit(s.url + "trust")
	f.waitFor(`document.querySelector("#leak:not(:disabled)") !== null && document.querySelector("#single").textContent.length === 64`)
	f.exec(`document.querySelector("#download-single").click()`)
	hash := f.text(`document.querySelector("#single").textContent`)
	require.Eventually(t, func() bool {
		content, err := os.ReadFile(filepath.Join(folder, "jwtsecret.html"))
		return err == nil && hashOf(content) == hash
	}, patience, 50*time.Millisecond, "the file arrives")
	assert.Len(t, s.asksForSingle(), 1)
	assert.Equal(t, s.url+"trust", f.text(`location.href`))
}
