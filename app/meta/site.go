package meta

// BuiltDir and SiteFile name what a build leaves in web/dist: the public files,
// and beside them the description of those files that the server reads.
const (
	// BuiltDir holds the public files, ready for any static host.
	BuiltDir = "site"

	// DeployDir holds configuration for hosts other than ours: never public.
	DeployDir = "deploy"

	// DeltaDir holds files as what has changed since an earlier build, for our own server
	// only: other hosts cannot choose among them.
	DeltaDir = "deltas"

	// SiteFile is the JSON form of a Site.
	SiteFile = "site.json"
)

// Site describes a built site: what to serve, and with which headers. The build
// writes it once; the server and the verifier only read it.
type Site struct {
	// Version identifies the build: lower-case hexadecimal SHA-256 over all
	// files and headers.
	Version string `json:"version"`

	// Base stands before the path of each file: nothing at the root of an origin, or a
	// path such as "/tools/jwt", without a slash at its end.
	Base string `json:"base,omitempty"`

	// Files lists every public file once, ordered by Path.
	Files []File `json:"files"`
}

// At returns the URL path of what is at path in a site at the root of its origin.
func (s Site) At(path string) string { return s.Base + path }

// Within returns the path that a URL path of this site has at the root of an origin.
func (s Site) Within(path string) string {
	if len(path) > len(s.Base) && path[:len(s.Base)] == s.Base {
		return path[len(s.Base):]
	}
	return path
}

// File is one public file of a built site.
type File struct {
	// Path is the URL path at which the file is served: "/", "/trust",
	// "/assets/app.0123456789ab.wasm".
	Path string `json:"path"`

	// Name is the file's name below BuiltDir, with slashes: "index.html".
	Name string `json:"name"`

	// Size is the number of bytes of the file without any content encoding.
	Size int `json:"size"`

	// SHA256 is the lower-case hexadecimal hash of those bytes.
	SHA256 string `json:"sha256"`

	// Encodings lists the content codings stored beside the file: "br" as
	// Name+".br" and "gzip" as Name+".gz".
	Encodings []string `json:"encodings,omitempty"`

	// Dictionary is the value of Use-As-Dictionary (RFC 9842 §2.1), which offers this file
	// to be the dictionary of its later versions. It is for servers that answer with Deltas
	// then, and empty for files that are no dictionary.
	Dictionary string `json:"dictionary,omitempty"`

	// Deltas lists the earlier versions of the file, each by the lower-case hexadecimal
	// SHA-256 of its bytes, with which as a dictionary the file is stored in the coding
	// "dcb": in DeltaDir, as DeltaName tells.
	Deltas []string `json:"deltas,omitempty"`

	// Headers are sent with every response that carries the file, Content-Type
	// and Cache-Control among them.
	Headers []Header `json:"headers"`
}

// Header is one HTTP response header.
type Header struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Suffix returns what is appended to a file's name for a content coding: ".br"
// for "br", ".gz" for "gzip", and nothing for any other.
func Suffix(encoding string) string {
	switch encoding {
	case "br":
		return ".br"
	case "gzip":
		return ".gz"
	default:
		return ""
	}
}

// DeltaName returns the name below DeltaDir of a file that is stored as what has changed
// since the version of it with this SHA-256.
func DeltaName(name, dictionary string) string {
	return name + "." + dictionary[:min(len(dictionary), 12)] + ".dcb"
}
