package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// content is what the site under test serves, by path.
var content = map[string]string{
	"/":    "<h1>start</h1>",
	"/404": "<h1>not here</h1>",
}

// bigPath is a file that does not fit into the buffers between server and client,
// so sending it lasts for as long as the client takes to read it.
const bigPath = "/big.bin"

var bigFile = strings.Repeat("0123456789abcdef", 2<<20) // 32 MiB

// builtSite returns content as a build leaves it in the folder web/dist.
func builtSite(t *testing.T) fstest.MapFS { return siteOf(t, content) }

func siteOf(t *testing.T, content map[string]string) fstest.MapFS {
	t.Helper()
	site := meta.Site{Version: strings.Repeat("5a", 32)}
	fsys := fstest.MapFS{}
	for path, text := range content {
		name := map[string]string{"/": "index.html", "/404": "404.html", bigPath: "big.bin"}[path]
		sum := sha256.Sum256([]byte(text))
		fsys["dist/"+meta.BuiltDir+"/"+name] = &fstest.MapFile{Data: []byte(text)}
		site.Files = append(site.Files, meta.File{
			Path: path, Name: name, Size: len(text), SHA256: hex.EncodeToString(sum[:]),
			Headers: []meta.Header{{Name: "Content-Type", Value: "text/html; charset=utf-8"}},
		})
	}
	description, err := json.Marshal(site)
	require.NoError(t, err)
	fsys["dist/"+meta.SiteFile] = &fstest.MapFile{Data: description}
	return fsys
}
