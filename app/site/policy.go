package site

import "strings"

// directive is one rule of a Content-Security-Policy.
type directive struct {
	name, value string

	// headerOnly marks what browsers refuse, with an error, in a meta element.
	headerOnly bool
}

// contentPolicy is a Content-Security-Policy in the order it is written.
type contentPolicy []directive

// sources are the only addresses that a page may load from, by purpose.
type sources struct{ connect, worker, image []string }

// pagePolicy returns the policy of the pages. Nothing is allowed but what is
// listed; each line that is left out is a channel out of the page.
//
// The sandbox closes, together with Connection-Allowlist, what other directives
// do not reach: WebRTC, windows and, without allow-forms, forms.
func pagePolicy(s sources) contentPolicy {
	return contentPolicy{
		{name: "default-src", value: "'none'"},
		{name: "script-src", value: "'self' 'wasm-unsafe-eval'"},
		{name: "style-src", value: "'self'"},
		{name: "img-src", value: strings.Join(s.image, " ")},
		{name: "manifest-src", value: "'self'"},
		{name: "worker-src", value: strings.Join(s.worker, " ")},
		{name: "connect-src", value: strings.Join(s.connect, " ")},
		{name: "object-src", value: "'none'"},
		{name: "base-uri", value: "'none'"},
		{name: "form-action", value: "'none'"},
		{name: "frame-ancestors", value: "'none'", headerOnly: true},
		{name: "require-trusted-types-for", value: "'script'"},
		{name: "trusted-types", value: "default"},
		{name: "sandbox", value: "allow-scripts allow-same-origin allow-downloads", headerOnly: true},
	}
}

// workerPolicy returns the policy of the service worker, which only fetches the
// site's own files.
func workerPolicy() contentPolicy {
	return contentPolicy{
		{name: "default-src", value: "'none'"},
		{name: "connect-src", value: "'self'"},
		{name: "frame-ancestors", value: "'none'", headerOnly: true},
	}
}

// jobPolicy returns the policy of the workers that do the heavy work: they fetch
// their own program from one of these addresses and run it.
func jobPolicy(addresses []string) contentPolicy {
	return contentPolicy{
		{name: "default-src", value: "'none'"},
		{name: "script-src", value: "'wasm-unsafe-eval'"},
		{name: "connect-src", value: strings.Join(addresses, " ")},
		{name: "frame-ancestors", value: "'none'", headerOnly: true},
	}
}

// header returns the policy as the value of a response header.
func (p contentPolicy) header() string { return p.write(true) }

// meta returns what a meta element may hold of the policy.
func (p contentPolicy) meta() string { return p.write(false) }

func (p contentPolicy) write(inHeader bool) string {
	var rules []string
	for _, d := range p {
		if inHeader || !d.headerOnly {
			rules = append(rules, d.name+" "+d.value)
		}
	}
	return strings.Join(rules, "; ")
}
