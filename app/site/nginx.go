package site

import (
	"fmt"
	"slices"
	"strings"

	"jwtsecret/app/meta"
)

const nginxHead = `# Part of a server block of nginx. Adapt root. brotli_static needs the module
# ngx_brotli; without it, remove that line.
#
# Each location repeats all headers, because nginx drops those of the block
# around a location that has any of its own.

root /srv/jwtsecret/site;
error_page 404 /404.html;
gzip_static on;
brotli_static on;
gzip_vary on;
`

// nginxUntagged leaves out what a browser would send back with its next request.
const nginxUntagged = ";\n\tetag off;\n\tif_modified_since off;\n\tadd_header Last-Modified \"\" always"

// nginxConf returns the part of an nginx server block that serves the site.
func nginxConf(files []File) string {
	var b strings.Builder
	b.WriteString(nginxHead)
	fixed, notFound := fixedOf(files)
	for _, f := range fixed {
		rule := "try_files /" + f.Name + " =404"
		if !f.stored() {
			rule += nginxUntagged
		}
		nginxLocation(&b, "= "+f.Path, rule, oneType(f), f.Headers)
	}
	nginxLocation(&b, "= /"+notFound.Name, "internal"+nginxUntagged, oneType(notFound), notFound.Headers)
	nginxLocation(&b, meta.AssetPrefix, "try_files $uri =404", assetTypes(files), assetHeaders(files))
	b.WriteString("\nlocation / {\n\treturn 404;\n}\n")
	return b.String()
}

func nginxLocation(b *strings.Builder, match, rule, types string, headers []meta.Header) {
	fmt.Fprintf(b, "\nlocation %s {\n\t%s;\n%s", match, rule, types)
	for _, h := range headers {
		if !isContentType(h) {
			fmt.Fprintf(b, "\tadd_header %s %q always;\n", h.Name, h.Value)
		}
	}
	b.WriteString("}\n")
}

// oneType makes a location answer with the type of f alone. nginx sets the
// Content-Type itself; adding the header would send it twice.
func oneType(f File) string {
	return fmt.Sprintf("\ttypes { }\n\tdefault_type %q;\n", f.contentType())
}

// assetTypes lists the types of the hashed files by extension.
func assetTypes(files []File) string {
	var lines []string
	for _, f := range files {
		if f.hashed() {
			lines = append(lines, fmt.Sprintf("\t\t%q %s;\n", f.contentType(), f.Name[strings.LastIndex(f.Name, ".")+1:]))
		}
	}
	slices.Sort(lines)
	return "\ttypes {\n" + strings.Join(slices.Compact(lines), "") + "\t}\n"
}
