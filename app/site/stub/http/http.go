// Package http takes the place of the standard library's net/http in the page,
// and nowhere else. The program that the browser runs must not contain a
// network client: what is not linked cannot be called, whatever code of others
// the page comes to hold.
//
// go-app names net/http in code that only a server would run. This package
// declares exactly those names, so that go-app compiles; each function that
// would reach the network or the disk reports ErrRemoved instead. When go-app
// begins to use another name, the page's build stops with a compiler error.
package http

import (
	"errors"
	"io"
	"net/url"
)

// ErrRemoved is returned wherever the real package would use the network.
var ErrRemoved = errors.New("this program contains no network client")

// The status codes that go-app names, of RFC 9110 section 15.
const (
	StatusOK                  = 200
	StatusNotModified         = 304
	StatusNotFound            = 404
	StatusInternalServerError = 500
)

// Header holds header fields by name. Unlike the real one it does not bring
// names into canonical form: nothing in the page reads it.
type Header map[string]string

// Get returns the value stored under name, or nothing.
func (h Header) Get(name string) string { return h[name] }

// Set stores a value under name.
func (h Header) Set(name, value string) { h[name] = value }

// Request has the fields of a request that go-app reads.
type Request struct {
	URL    *url.URL
	Host   string
	Header Header
	TLS    *struct{}
}

// Response has the fields of a response that go-app reads.
type Response struct {
	StatusCode int
	Header     Header
	Body       io.ReadCloser
}

// ResponseWriter is what a Handler answers through.
type ResponseWriter interface {
	Header() Header
	Write([]byte) (int, error)
	WriteHeader(statusCode int)
}

// Handler answers a request.
type Handler interface {
	ServeHTTP(ResponseWriter, *Request)
}

// Dir names a folder. It gives no access to it.
type Dir string

// Get fetches nothing and returns ErrRemoved.
func Get(string) (*Response, error) { return nil, ErrRemoved }

// FileServer returns a handler that knows no file.
func FileServer(Dir) Handler { return noFiles{} }

// NotFound answers with status 404 and no body.
func NotFound(w ResponseWriter, _ *Request) { w.WriteHeader(StatusNotFound) }

type noFiles struct{}

func (noFiles) ServeHTTP(w ResponseWriter, r *Request) { NotFound(w, r) }
