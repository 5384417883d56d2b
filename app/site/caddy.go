package site

import (
	"fmt"
	"strings"

	"jwtsecret/app/meta"
)

const caddyHead = `# Configuration for Caddy. Adapt the address and root.
example.org {
	root * /srv/jwtsecret/site
`

// caddyfile returns a Caddyfile that serves the site.
func caddyfile(files []File) string {
	var b strings.Builder
	b.WriteString(caddyHead)
	fixed, notFound := fixedOf(files)
	for _, f := range fixed {
		caddyBlock(&b, "handle "+f.Path, f.Name, f.Headers)
	}
	caddyBlock(&b, "handle "+meta.AssetPrefix+"*", "", assetHeaders(files))
	b.WriteString("\n\thandle {\n\t\terror 404\n\t}\n")
	caddyBlock(&b, "handle_errors", notFound.Name, notFound.Headers)
	b.WriteString("}\n")
	return b.String()
}

// caddyBlock answers with the file of that name or, without a name, with the
// file that the path names.
func caddyBlock(b *strings.Builder, match, name string, headers []meta.Header) {
	fmt.Fprintf(b, "\n\t%s {\n", match)
	if name != "" {
		fmt.Fprintf(b, "\t\trewrite * /%s\n", name)
	}
	b.WriteString("\t\theader {\n")
	for _, h := range headers {
		fmt.Fprintf(b, "\t\t\t%s `%s`\n", h.Name, h.Value)
	}
	b.WriteString("\t\t}\n\t\tfile_server {\n\t\t\tprecompressed br gzip\n\t\t}\n\t}\n")
}
