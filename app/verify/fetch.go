package verify

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/textproto"
	"strings"
	"time"

	"github.com/andybalholm/brotli"

	"jwtsecret/app/meta"
)

// codings are the content codings to ask for, one at a time.
var codings = []string{"br", "gzip", "identity"}

// newClient returns a client that asks one question at a time over one
// connection, follows no redirect, and decodes nothing by itself.
func newClient() *http.Client {
	return &http.Client{
		Timeout:       2 * time.Minute, // for one file, its body included
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			Proxy:                  http.ProxyFromEnvironment,
			DialContext:            (&net.Dialer{Timeout: 10 * time.Second}).DialContext,
			TLSHandshakeTimeout:    10 * time.Second,
			ResponseHeaderTimeout:  30 * time.Second,
			MaxConnsPerHost:        1,
			MaxResponseHeaderBytes: 64 << 10,
			DisableCompression:     true,
			ForceAttemptHTTP2:      true,
		},
	}
}

// answer is what a host said about one path.
type answer struct {
	status int
	header http.Header
	early  http.Header // of answers that came before: 103 Early Hints
	body   []byte      // decoded, and at most one byte longer than the file
	broken error       // why body is not all that the host meant to send
}

// fetch asks for address in the given coding. It reads no more than a file of
// size bytes needs. The error says why there is no answer at all.
func fetch(ctx context.Context, client *http.Client, address, coding string, size int) (answer, error) {
	got := answer{early: http.Header{}}
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		Got1xxResponse: func(_ int, header textproto.MIMEHeader) error {
			maps.Copy(got.early, header)
			return nil
		},
	})
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return got, err
	}
	request.Header.Set("Accept-Encoding", coding)
	request.Header.Set("User-Agent", meta.Name+"-verify/"+meta.Version)
	response, err := client.Do(request)
	if err != nil {
		return got, errors.Unwrap(err) // less the method and the address that net/http puts before it
	}
	defer response.Body.Close()
	got.status, got.header = response.StatusCode, response.Header
	sent, err := io.ReadAll(io.LimitReader(response.Body, longest(size)))
	if timeout, ok := err.(net.Error); ok && timeout.Timeout() {
		return got, err
	}
	if got.broken = err; err == nil {
		got.body, got.broken = decode(response.Header.Get("Content-Encoding"), sent, size)
	}
	return got, nil
}

// longest is how many bytes a file of size bytes may take on the way. What
// cannot be compressed becomes a little longer by it.
func longest(size int) int64 { return int64(size) + int64(size)/8 + 1024 }

// decode undoes a content coding. It returns up to size+1 bytes, so that a file
// which is too long can be told from one that fits.
func decode(coding string, sent []byte, size int) ([]byte, error) {
	var plain io.Reader = bytes.NewReader(sent)
	switch strings.ToLower(coding) {
	case "", "identity":
	case "br":
		plain = brotli.NewReader(plain)
	case "gzip", "x-gzip":
		unpacked, err := gzip.NewReader(plain)
		if err != nil {
			return nil, err
		}
		plain = unpacked
	default:
		return nil, fmt.Errorf("the content coding %q is unknown", coding)
	}
	return io.ReadAll(io.LimitReader(plain, int64(size)+1))
}
