// Package verify compares a deployed site with a build of it, byte for byte.
//
// Anyone who builds the same commit gets the same files, so anyone can ask
// whether a host delivers those files and nothing else:
//
//	build, err := server.Load(dist)
//	if err != nil {
//		return err
//	}
//	differences, err := verify.Site(ctx, "https://example.org", build.Site())
//
// Site asks for every file, and for a page that does not exist, once for each
// content coding that hosts store beside a file. Hosts may compress again, so
// it compares what comes out after decoding. Every header that the build lists
// must arrive with the build's value; of others only a short list is accepted,
// of headers that change nothing in a browser. A redirect is a difference, not
// a way to follow.
//
// A build for a known origin has other headers than one for any host. Compare a
// site with a build that was made with the same origin.
//
// What it cannot tell: a host sees who asks, and may answer somebody else with
// other bytes. A service worker that holds the site to its hashes, or a server
// of one's own, closes that gap; this package does not.
package verify

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"jwtsecret/app/meta"
)

var (
	// ErrAddress reports an address that is not that of a site: the scheme http
	// or https, a host, and nothing after it but the path that the site is built for.
	ErrAddress = errors.New("the address must be https:// or http:// and a host, with nothing after it")

	// ErrUnreachable reports that there was no answer to compare: no connection,
	// no trusted certificate, no HTTP, or not in time.
	ErrUnreachable = errors.New("the site cannot be reached")
)

// Site returns how the site at address differs from the build that want
// describes: nothing when it is the same. It returns ErrAddress or
// ErrUnreachable, with the reason, when there is nothing to compare.
func Site(ctx context.Context, address string, want meta.Site) ([]Difference, error) {
	base, err := parseAddress(address, want.Base)
	if err != nil {
		return nil, err
	}
	client := newClient()
	defer client.CloseIdleConnections()
	var found differences
	for _, e := range expectations(want) {
		for _, coding := range codings {
			got, err := fetch(ctx, client, base+e.path, coding, e.file.Size)
			if err != nil {
				return nil, fmt.Errorf("%w: %w", ErrUnreachable, err)
			}
			e.compare(got, func(what, want, got string) { found.add(coding, e.path, what, want, got) })
		}
	}
	return found, nil
}

// expectation is what has to be found under a path.
type expectation struct {
	path     string
	file     meta.File
	statuses []int // each of them will do
	untagged bool  // because a browser asks for it again, by itself
}

// expectations lists every path to ask for. The page for unknown paths is
// expected under a path that nobody can foresee. Under the path of its own file
// a host may show it as a page like any other.
func expectations(want meta.Site) []expectation {
	var all []expectation
	for _, f := range want.Files {
		if f.Path == want.At(meta.NotFound.Path) {
			all = append(all,
				expectation{path: f.Path, file: f, statuses: []int{http.StatusNotFound, http.StatusOK}},
				expectation{path: want.At("/no-such-page-" + rand.Text()), file: f, statuses: []int{http.StatusNotFound}})
			continue
		}
		all = append(all, expectation{f.Path, f, []int{http.StatusOK}, f.Path == want.At(meta.ServiceWorkerPath)})
	}
	return all
}

// parseAddress returns the scheme and the host of address, without a slash at
// the end. The address is that of a site with this base.
func parseAddress(address, base string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", ErrAddress
	}
	whole := u.Scheme + "://" + u.Host
	switch {
	case u.Scheme != "http" && u.Scheme != "https",
		u.Hostname() == "",
		base == "" && address != whole && address != whole+"/":
		return "", fmt.Errorf("%w: %q", ErrAddress, address)
	case base != "" && address != whole+base && address != whole+base+"/":
		return "", fmt.Errorf("%w but the path %s/ that the build is for: %q", ErrAddress, base, address)
	}
	return whole, nil
}
