// Package meta holds the names that more than one package needs: the product's
// name and version, its routes, its fixed paths and its limits. Each of them
// lives here once. The package imports nothing, so every other package may
// import it.
package meta

const (
	// Name is the product's name, as shown and as installed.
	Name = "jwtsecret"

	// Version is the release this tree builds, by semantic versioning.
	Version = "0.1.0"

	// Description says in one sentence what the product does.
	Description = "Make, check and rotate the key that signs your JSON Web Tokens. It runs in your browser; nothing is sent."
)

// Route is one page of the site.
type Route struct {
	// Path is the URL path, beginning with a slash: "/" or "/trust".
	Path string

	// File is the name of the page's file in the built site. Hosts that map
	// /trust to trust.html serve it under Path.
	File string

	// Link is the text of the link to the page, one word.
	Link string

	// Title is the text of the page's title element.
	Title string
}

// Routes lists every page, the start page first.
var Routes = []Route{
	{
		Path:  "/",
		File:  "index.html",
		Link:  "Generate",
		Title: "JWT secret generator for HS256, HS384 and HS512 – jwtsecret",
	},
	{
		Path:  KeysPath,
		File:  "keys.html",
		Link:  "Keys",
		Title: "Key pairs for JWTs: ES256, RS256, EdDSA and more, as PEM and JWKS – jwtsecret",
	},
	{
		Path:  AuditPath,
		File:  "audit.html",
		Link:  "Audit",
		Title: "Check a JWT secret or token, on your own device – jwtsecret",
	},
	{
		Path:  TokenPath,
		File:  "token.html",
		Link:  "Token",
		Title: "Read, edit, sign and verify a JWT, on your own device – jwtsecret",
	},
	{
		Path:  BulkPath,
		File:  "bulk.html",
		Link:  "Bulk",
		Title: "JWT secrets for many services at once – jwtsecret",
	},
	{
		Path:  RotatePath,
		File:  "rotate.html",
		Link:  "Rotate",
		Title: "Rotate a JWT secret without logging anyone out – jwtsecret",
	},
	{
		Path:  GuidePath,
		File:  "guide.html",
		Link:  "Guide",
		Title: "The guide to JWT secrets, with everything to try on the page – jwtsecret",
	},
	{
		Path:  TrustPath,
		File:  "trust.html",
		Link:  "Trust",
		Title: "Why nothing leaves this page, and how to check – jwtsecret",
	},
}

// Chapter is a page of the guide.
type Chapter struct {
	// Path is the URL path, beginning with GuidePath.
	Path string

	// Title is its heading.
	Title string
}

// Chapters lists the chapters of the guide in their order, for the programs that do not
// hold their text.
var Chapters = []Chapter{
	{GuidePath + "/secret", "What the secret does"},
	{GuidePath + "/entropy", "Entropy"},
	{GuidePath + "/random", "Random, or not"},
	{GuidePath + "/key-length", "How long for which algorithm"},
	{GuidePath + "/cracking", "Cracking, live"},
	{GuidePath + "/encodings", "Encodings"},
	{GuidePath + "/storage", "Where secrets live"},
	{GuidePath + "/rotation", "Rotation"},
	{GuidePath + "/key-pairs", "When to use a key pair"},
}

// Spellings returns the paths, in lower case, under which people ask for a page with this
// path and file: its own, with a slash after it, the name of its file.
func Spellings(path, file string) []string {
	if path == "/" {
		return []string{path, path + file}
	}
	return []string{path, path + "/", "/" + file}
}

// NotFound is the page for every path that is none of Routes. Static hosts
// look for a file of this name.
var NotFound = Route{
	Path:  "/404",
	File:  "404.html",
	Title: "Page not found – jwtsecret",
}

// Fixed paths of the built site. All other assets carry a content hash in
// their name.
const (
	// KeysPath is the URL path of the page that makes, converts and checks key pairs.
	KeysPath = "/keys"

	// AuditPath is the URL path of the page that judges secrets and tokens.
	AuditPath = "/audit"

	// TokenPath is the URL path of the page on which a token is edited and signed.
	TokenPath = "/token"

	// BulkPath is the URL path of the page that makes secrets for many services.
	BulkPath = "/bulk"

	// RotatePath is the URL path of the page that plans the replacement of a secret or a key pair.
	RotatePath = "/rotate"

	// GuidePath is the URL path of the guide; those of its chapters begin with it and a slash.
	GuidePath = "/guide"

	// TrustPath is the URL path of the page that explains and tests the promise.
	TrustPath = "/trust"

	// ServiceWorkerPath is the URL path of the service worker's script.
	ServiceWorkerPath = "/sw.js"

	// AuditorPath is the URL path of the script of the auditors: Web Workers, which
	// do the heavy work.
	AuditorPath = "/worker.js"

	// ManifestPath is the URL path of the web application manifest.
	ManifestPath = "/manifest.webmanifest"

	// SumsPath is the URL path of the list of all files with their SHA-256.
	SumsPath = "/SHA256SUMS"

	// SinglePath is the URL path of the whole app in one file.
	SinglePath = "/jwtsecret.html"

	// AssetPrefix begins the URL path of every content-hashed file.
	AssetPrefix = "/assets/"

	// CachePrefix begins the name of every cache of the service worker. Caches
	// of the same origin under other names are not ours and are left alone.
	CachePrefix = "jwtsecret-"
)
