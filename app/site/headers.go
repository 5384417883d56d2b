package site

import (
	"slices"
	"strings"

	"jwtsecret/app/meta"
)

// table is the one source of all response headers.
type table struct {
	origin string // where the site will be, or empty
	base   string // and below which path of it: see base.go

	policy, serviceWorker, auditor contentPolicy

	// The values of Connection-Allowlist: on the pages of the guide, on the auditor, and on
	// everything else but the service worker, which downloads the site.
	guideConnections, auditorConnections, connections string
}

// newTable returns the headers of a site with these assets. At a known origin
// the page may connect to, work with and show exact addresses only; elsewhere
// anything of its own origin.
func newTable(origin string, a assets) table {
	self := []string{"'self'"}
	s := sources{connect: self, worker: self, image: self}
	work := self
	if origin != "" {
		at := origin + a.base
		s.connect = []string{at + a.wasm.Path, at + a.guideWasm.Path, at + a.guideIndex.Path, at + meta.SumsPath}
		s.worker = []string{at + meta.ServiceWorkerPath, at + meta.AuditorPath}
		work = nil
		for _, f := range a.auditorAssets() {
			work = append(work, at+f.Path)
		}
		slices.Sort(work)
		s.image = nil
		for _, f := range a.images() {
			s.image = append(s.image, at+f.Path)
		}
	}
	return table{origin: origin, base: a.base, policy: pagePolicy(s), serviceWorker: serviceWorkerPolicy(), auditor: auditorPolicy(work), guideConnections: ownOrigin, auditorConnections: ownOrigin, connections: ownOrigin}
}

// ownOrigin allows connections to the origin of the response, whatever it is.
const ownOrigin = "(response-origin)"

// narrowed returns the table for a site of these files: at a known origin nothing
// may be asked for but they, each without a query, which could carry a secret.
// This alone binds also what is sent from an empty frame, where Chromium applies
// the page's policies but not its service worker.
func (t table) narrowed(files []File) table {
	if t.origin == "" {
		return t
	}
	var page, guide, auditor []string
	for _, f := range files {
		pattern := `"` + t.origin + t.base + f.Path + `?"`
		switch {
		case f.ofAuditor():
			auditor = append(auditor, pattern)
			continue
		case !f.forPages():
			continue
		}
		if !f.ofChapters() {
			page = append(page, pattern)
		}
		if !f.ofProgram() {
			guide = append(guide, pattern)
		}
	}
	t.connections, t.guideConnections, t.auditorConnections = allowlist(page), allowlist(guide), allowlist(auditor)
	return t
}

func allowlist(patterns []string) string {
	slices.Sort(patterns)
	return "(" + strings.Join(patterns, " ") + ")"
}

// forPages reports whether a page may have to ask for the file. Naming the others
// too would break a limit of hosts, on the characters of a line. So each kind of page names
// what it needs alone.
func (f File) forPages() bool {
	return f.Path != meta.NotFound.Path && f.Path != "/robots.txt" && !strings.HasPrefix(f.Path, sbomFolder) &&
		!strings.HasPrefix(f.Path, meta.AssetPrefix+"apple-touch-") // for a browser that does not know the header
}

// ofAuditor reports whether only the auditors ask for the file.
func (f File) ofAuditor() bool {
	return strings.HasPrefix(f.Path, meta.AssetPrefix+"auditor.") || strings.HasPrefix(f.Path, meta.AssetPrefix+"lists.")
}

// ofChapters reports whether only the guide's own pages ask for the file.
func (f File) ofChapters() bool {
	return strings.HasPrefix(f.Path, meta.GuidePath+"/") || strings.HasPrefix(f.Path, meta.AssetPrefix+"guide.")
}

// ofProgram reports whether the guide's pages never ask for the file.
func (f File) ofProgram() bool {
	return slices.ContainsFunc([]string{"app.", "leak.", "screenshot-", "icon-192.", "icon-512.", "maskable-512."}, func(name string) bool {
		return strings.HasPrefix(f.Path, meta.AssetPrefix+name)
	}) || f.Path == meta.SumsPath || f.Path == meta.SinglePath
}

// caching says how long a browser may keep the file, as the value of Cache-Control.
func (f File) caching() string {
	switch {
	case f.hashed():
		return "public, max-age=31536000, immutable"
	case f.Path == meta.NotFound.Path, // the next version may have a page there
		f.Path == meta.ServiceWorkerPath: // a browser would tell the host, each time it looks for a new version, what it has
		return "no-store"
	}
	return "no-cache"
}

// kept is the value of Content-Disposition: "attachment" for what is to keep and never to run
// here, because this site's policy is the stricter one; empty for all else.
func (f File) kept() string {
	if f.Path == meta.SinglePath {
		return "attachment"
	}
	return ""
}

// stored reports whether a browser may store the file, and ask later whether it has
// changed.
func (f File) stored() bool { return f.caching() != "no-store" }

// headers returns what to send with f. One header is not among them, because only our own
// server may send it: see [File.dictionary]. Other hosts could not answer to what a
// browser asks for then, and it would keep each file twice for nothing.
func (t table) headers(f File) []meta.Header {
	policy, connections := t.policy, t.connections
	switch f.Path {
	case meta.ServiceWorkerPath:
		policy, connections = t.serviceWorker, ownOrigin
	case meta.AuditorPath:
		policy, connections = t.auditor, t.auditorConnections
	}
	if f.page() && (f.Path == meta.GuidePath || f.ofChapters()) {
		connections = t.guideConnections
	}
	headers := []meta.Header{
		{Name: "Content-Type", Value: f.contentType()},
		{Name: "Cache-Control", Value: f.caching()},
		{Name: "Content-Security-Policy", Value: policy.header()},
		{Name: "Connection-Allowlist", Value: connections},
		{Name: "Integrity-Policy", Value: "blocked-destinations=(script)"},
		{Name: "Cross-Origin-Opener-Policy", Value: "same-origin"},
		{Name: "Cross-Origin-Embedder-Policy", Value: "require-corp"},
		{Name: "Cross-Origin-Resource-Policy", Value: "same-origin"},
		{Name: "Origin-Agent-Cluster", Value: "?1"},
		{Name: "Referrer-Policy", Value: "no-referrer"},
		{Name: "X-Content-Type-Options", Value: "nosniff"},
		{Name: "X-Frame-Options", Value: "DENY"},
		{Name: "X-DNS-Prefetch-Control", Value: "off"},
		{Name: "Permissions-Policy", Value: permissionsPolicy()},
	}
	if kept := f.kept(); kept != "" {
		headers = append(headers, meta.Header{Name: "Content-Disposition", Value: kept})
	}
	return headers
}
