package pair

import (
	"slices"

	"jwtsecret/app/export/snippet"
)

// library is one for which there are two files in the folder code: its id, then
// ".sign" or ".verify", then the suffix.
type library struct {
	id, title  string
	language   snippet.Language
	suffix     string
	needs      string // how to get it, and what it does not bring along
	algorithms []string
}

var (
	rsa   = []string{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"}
	ec    = []string{"ES256", "ES384", "ES512"}
	eddsa = []string{"EdDSA"}
)

func libraries() []library {
	rsaEC := slices.Concat(rsa, ec)
	all := slices.Concat(rsa, ec, eddsa)
	return []library{
		{"node-jose", "Node.js with jose", snippet.JavaScript, ".mjs", "npm install jose", all},
		{"node-jsonwebtoken", "Node.js with jsonwebtoken and jwks-rsa", snippet.JavaScript, ".mjs", "npm install jsonwebtoken jwks-rsa", rsaEC},
		{"python-pyjwt", "Python with PyJWT", snippet.Python, ".py", "pip install 'pyjwt[crypto]'", all},
		{"python-authlib", "Python with Authlib", snippet.Python, ".py", "pip install authlib", all},
		{"go-golang-jwt", "Go with golang-jwt and keyfunc", snippet.Go, ".go.txt", "go get github.com/golang-jwt/jwt/v5 github.com/MicahParks/keyfunc/v3", all},
		{"java-nimbus", "Java with Nimbus JOSE + JWT", snippet.Java, ".java", "com.nimbusds:nimbus-jose-jwt", rsaEC},
		{"spring-boot", "Spring Boot", snippet.Java, ".java", "org.springframework.boot:spring-boot-starter-oauth2-resource-server", rsaEC},
		{"csharp-identitymodel", "C# with Microsoft.IdentityModel", snippet.CSharp, ".cs", "dotnet add package Microsoft.IdentityModel.JsonWebTokens and Microsoft.IdentityModel.Protocols", rsaEC},
		{"php-firebase", "PHP with firebase/php-jwt", snippet.PHP, ".php", "composer require firebase/php-jwt guzzlehttp/guzzle symfony/cache", slices.Concat(rsa[:3], ec[:2], eddsa)},
		{"ruby-jwt", "Ruby with jwt", snippet.Ruby, ".rb", "bundle add jwt", rsaEC},
		{"rust-jsonwebtoken", "Rust with jsonwebtoken and ureq", snippet.Rust, ".rs", "cargo add jsonwebtoken serde_json ureq", slices.Concat(rsa, ec[:2], eddsa)},
		{"perl-crypt-jwt", "Perl with Crypt::JWT", snippet.Perl, ".pm", "cpanm Crypt::JWT IO::Socket::SSL", all},
	}
}
