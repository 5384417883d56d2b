package site

import (
	"slices"
	"strings"
)

// contentPolicy is a Content-Security-Policy: its directives, in the order in which
// they are written.
type contentPolicy []string

// sources are the only addresses that a page may load from, by purpose.
type sources struct{ connect, worker, image []string }

// pagePolicy returns the policy of the pages. Nothing is allowed but what is
// listed; each line that is left out is a channel out of the page.
//
// The sandbox closes, together with Connection-Allowlist, what other directives
// do not reach: WebRTC, windows and, without allow-forms, forms.
func pagePolicy(s sources) contentPolicy {
	return contentPolicy{
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval'",
		"style-src 'self'",
		"img-src " + strings.Join(s.image, " "),
		"manifest-src 'self'",
		"worker-src " + strings.Join(s.worker, " "),
		"connect-src " + strings.Join(s.connect, " "),
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types default",
		"sandbox allow-scripts allow-same-origin allow-downloads",
	}
}

// serviceWorkerPolicy returns the policy of the service worker, which only fetches the
// site's own files.
func serviceWorkerPolicy() contentPolicy {
	return contentPolicy{"default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'"}
}

// auditorPolicy returns the policy of the auditors: they fetch
// their own program from one of these addresses and run it.
func auditorPolicy(addresses []string) contentPolicy {
	return contentPolicy{
		"default-src 'none'",
		"script-src 'wasm-unsafe-eval'",
		"connect-src " + strings.Join(addresses, " "),
		"frame-ancestors 'none'",
	}
}

// header returns the policy as the value of a response header.
func (p contentPolicy) header() string { return strings.Join(p, "; ") }

// meta returns what a meta element may hold of the policy: browsers refuse the rest
// there, with an error.
func (p contentPolicy) meta() string {
	return slices.DeleteFunc(slices.Clone(p), func(directive string) bool {
		name, _, _ := strings.Cut(directive, " ")
		return name == "frame-ancestors" || name == "sandbox"
	}).header()
}
