package site

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"path"
	"strings"

	"jwtsecret/app/meta"
)

// File is one public file: its description and its bytes.
type File struct {
	meta.File

	// Body is the file without any content coding.
	Body []byte

	base string // of the site: see base.go

	// Coded holds the file in each content coding that makes it smaller.
	Coded map[string][]byte

	// Changes holds the file as what has changed since each of the versions that Deltas
	// names, in their order.
	Changes [][]byte
}

// contentTypes maps a file's extension to its media type. A file without an
// extension is plain text.
var contentTypes = map[string]string{
	"":             "text/plain; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
}

// newFile describes body, a file of a fixed name that is served at urlPath.
func newFile(urlPath, name string, body []byte) File {
	sum := sha256.Sum256(body)
	return File{
		File: meta.File{
			Path:   urlPath,
			Name:   name,
			Size:   len(body),
			SHA256: hex.EncodeToString(sum[:]),
		},
		Body: body,
	}
}

// newAsset describes body under a name that changes with it, so that browsers
// may keep it for ever: "app.js" becomes "/assets/app.0123456789ab.js". Twelve
// hexadecimal digits tell versions of one file apart; whether the bytes are the
// right ones is for the integrity value to say.
func newAsset(name string, body []byte) File {
	sum := sha256.Sum256(body)
	ext := path.Ext(name)
	urlPath := meta.AssetPrefix + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:])[:12] + ext
	return newFile(urlPath, strings.TrimPrefix(urlPath, "/"), body)
}

// contentType returns the file's media type.
func (f File) contentType() string { return contentTypes[path.Ext(f.Name)] }

// page reports whether the file is a page that people find: not the one for unknown paths,
// nor the single file, which is to download.
func (f File) page() bool {
	return path.Ext(f.Name) == ".html" && f.Path != meta.NotFound.Path && f.Path != meta.SinglePath
}

// hashed reports whether the file's name changes with its content.
func (f File) hashed() bool { return strings.HasPrefix(f.Path, meta.AssetPrefix) }

// integrity returns the file's hash in the form of Subresource Integrity: SHA-256, which
// processors have instructions for.
func (f File) integrity() string {
	sum := sha256.Sum256(f.Body)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
