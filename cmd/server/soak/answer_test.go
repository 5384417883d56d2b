//go:build linux

package soak

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strconv"
)

// read reads the answer to e and tells in what it is not the one that was asked for.
func (e exchange) read(r *bufio.Reader) error {
	response, err := http.ReadResponse(r, &http.Request{Method: e.method})
	if err != nil {
		return fmt.Errorf("no answer: %w", err)
	}
	defer response.Body.Close()
	if response.StatusCode != e.want.status {
		return fmt.Errorf("status %d", response.StatusCode)
	}
	if err := e.want.headers(response.Header); err != nil {
		return err
	}
	switch {
	case e.method == http.MethodHead, e.want.status == http.StatusNotModified:
		return same(response.Body, nil)
	case e.want.parts != nil:
		return e.want.allParts(response)
	case e.want.body == nil:
		n, err := io.Copy(io.Discard, response.Body)
		return errors.Join(err, wantLength(response, int(n)))
	}
	return errors.Join(wantLength(response, len(e.want.body)), same(response.Body, e.want.body))
}

func (w want) headers(got http.Header) error {
	for name, value := range w.header {
		values := got.Values(name)
		switch {
		case name == "Vary" && value == "any":
		case value == "" && len(values) == 0:
		case len(values) != 1, values[0] != value:
			return fmt.Errorf("header %s: %q", name, values)
		}
	}
	if got.Get("Date") == "" {
		return errors.New("no Date")
	}
	return nil
}

func wantLength(response *http.Response, n int) error {
	if got := response.Header.Get("Content-Length"); got != strconv.Itoa(n) {
		return fmt.Errorf("Content-Length %q for %d bytes", got, n)
	}
	return nil
}

// same compares a body with what it should be while it arrives.
func same(body io.Reader, want []byte) error {
	buffer := make([]byte, 32<<10)
	for at := 0; ; {
		n, err := body.Read(buffer)
		if at+n > len(want) || !bytes.Equal(buffer[:n], want[at:at+n]) {
			return fmt.Errorf("other bytes after the first %d", at)
		}
		at += n
		switch {
		case err == io.EOF && at == len(want):
			return nil
		case err != nil:
			return fmt.Errorf("the body ends after %d of %d bytes: %w", at, len(want), err)
		}
	}
}

// allParts reads an answer of several ranges.
func (w want) allParts(response *http.Response) error {
	kind, parameters, err := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/byteranges" {
		return fmt.Errorf("type %q", kind)
	}
	parts := multipart.NewReader(response.Body, parameters["boundary"])
	for _, each := range w.parts {
		part, err := parts.NextRawPart()
		if err != nil {
			return err
		}
		if got := part.Header.Get("Content-Range"); got != fmt.Sprintf("bytes %d-%d/%d", each[0], each[1]-1, len(w.body)) {
			return fmt.Errorf("a part is %q", got)
		}
		if err := same(part, w.body[each[0]:each[1]]); err != nil {
			return err
		}
	}
	if _, err := parts.NextRawPart(); err != io.EOF {
		return fmt.Errorf("more than %d parts: %w", len(w.parts), err)
	}
	return nil
}
