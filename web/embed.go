// Package web embeds the built site into the binaries that serve and verify it.
// Everything else in its folder (style sheets, icons, scripts) is raw material
// that the build reads from disk.
package web

import "embed"

// Dist is the build's output, the folder dist with its name. On a clean clone
// it holds one empty dotfile; run make build to fill it.
//
//go:embed all:dist
var Dist embed.FS
