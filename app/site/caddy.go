package site

import (
	"fmt"
	"strings"

	"jwtsecret/app/meta"
)

const caddyHead = `# Configuration for Caddy. Adapt the address and root.
example.org {
	root * /srv/jwtsecret/site
	@other not method GET HEAD
`

const (
	// caddyRefusal is for versions that answer every method with the file.
	caddyRefusal = "\t\theader @other Allow `GET, HEAD`\n\t\trespond @other 405\n"

	// caddyAlways sends a file whole whatever part of it, or under which condition,
	// somebody asks for it, and leaves out what a browser would send back with its
	// next request.
	caddyAlways = "\t\trequest_header -Range\n\t\trequest_header -If-*\n\t\theader -ETag\n\t\theader -Last-Modified\n"
)

// caddyfile returns a Caddyfile that serves the site.
func caddyfile(files []File) string {
	var b strings.Builder
	b.WriteString(caddyHead)
	fixed, notFound := fixedOf(files)
	for _, f := range fixed {
		rule := caddyRefusal
		if !f.stored() {
			rule += caddyAlways
		}
		caddyBlock(&b, "handle "+f.Path, f.Name, rule, f.Headers)
	}
	caddyBlock(&b, "handle "+meta.AssetPrefix+"*", "", caddyRefusal, assetHeaders(files))
	b.WriteString("\n\thandle {\n\t\terror 404\n\t}\n")
	caddyBlock(&b, "handle_errors", notFound.Name, caddyAlways, notFound.Headers)
	b.WriteString("}\n")
	return b.String()
}

// caddyBlock answers with the file of that name or, without a name, with the
// file that the path names. Caddy says by itself that it had a choice of
// encodings, but only where it did not send the plain file.
func caddyBlock(b *strings.Builder, match, name, rule string, headers []meta.Header) {
	fmt.Fprintf(b, "\n\t%s {\n", match)
	if name != "" {
		fmt.Fprintf(b, "\t\trewrite * /%s\n", name)
	}
	b.WriteString("\t\theader {\n")
	for _, h := range headers {
		fmt.Fprintf(b, "\t\t\t%s `%s`\n", h.Name, h.Value)
	}
	b.WriteString("\t\t\t?Vary Accept-Encoding\n\t\t}\n")
	b.WriteString(rule)
	b.WriteString("\t\tfile_server {\n\t\t\tprecompressed br gzip\n\t\t}\n\t}\n")
}
