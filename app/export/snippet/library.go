package snippet

import "jwtsecret/app/token"

// Alphabet says which of the four characters that tell base64 from base64url a
// decoder takes.
type Alphabet uint8

// The alphabets. A decoder that does not take a character mostly refuses the text;
// that of jjwt cuts it off at an end of the text without a word.
const (
	NoBase64   Alphabet = iota // it decodes neither
	Standard                   // + and / (RFC 4648 §4)
	URLSafe                    // - and _ (RFC 4648 §5)
	Both                       // all four
	BothPadded                 // all four, in a text that has its padding
)

// String says what a text may have in it, as in "base64 with + and /, not - and _".
func (a Alphabet) String() string {
	switch a {
	case Standard:
		return "+ and /, not - and _"
	case URLSafe:
		return "- and _, not + and /"
	case Both:
		return "+ and /, or with - and _"
	case BothPadded:
		return "+ and /, or with - and _, padded with ="
	default:
		return "nothing"
	}
}

// LibraryReading says which bytes a library takes for the key when a program
// hands it the text of a secret as it stands.
type LibraryReading struct {
	Library string // "jsonwebtoken"
	For     string // its language or product: "Node.js"
	Version string // for which this was looked up
	Call    string // the call or setting that receives the key

	// Encoding is how the text is read. With BytesOnly it says nothing: the
	// library takes no text, and the program decides which bytes to make of it.
	Encoding  token.Encoding
	BytesOnly bool

	// Base64 is what the call takes where it decodes base64: always, or with the
	// setting that Call names.
	Base64 Alphabet

	Source string // where it is documented or can be read, an address
}

// LibraryReadings returns what libraries and gateways take by default. Hex is
// never among them: who has hexadecimal digits must decode them.
func LibraryReadings() []LibraryReading {
	return []LibraryReading{
		{"jsonwebtoken", "Node.js", "9.0", "jwt.sign(claims, secret)", token.UTF8, false, NoBase64,
			"https://github.com/auth0/node-jsonwebtoken#jwtsignpayload-secretorprivatekey-options-callback"},
		{"jose", "JavaScript", "6.2", "new SignJWT(claims).sign(key)", token.UTF8, true, NoBase64,
			"https://github.com/panva/jose/blob/main/docs/jwt/sign/classes/SignJWT.md"},
		{"PyJWT", "Python", "2.6", "jwt.encode(claims, key)", token.UTF8, false, NoBase64,
			"https://github.com/jpadilla/pyjwt/blob/2.6.0/jwt/algorithms.py"},
		{"Authlib", "Python", "1.2", "JsonWebToken.encode(header, claims, key)", token.UTF8, false, NoBase64,
			"https://github.com/lepture/authlib/blob/v1.2.0/authlib/jose/rfc7518/oct_key.py"},
		{"golang-jwt", "Go", "5.3", "token.SignedString(key)", token.UTF8, true, NoBase64,
			"https://pkg.go.dev/github.com/golang-jwt/jwt/v5#SigningMethodHMAC.Sign"},
		{"jjwt", "Java", "0.12", "Keys.hmacShaKeyFor(Decoders.BASE64.decode(text))", token.Base64, false, Standard,
			"https://github.com/jwtk/jjwt/blob/0.12.6/api/src/main/java/io/jsonwebtoken/io/Base64.java"},
		{"jjwt", "Java", "0.12", "signWith(algorithm, text), deprecated", token.Base64, false, Standard,
			"https://github.com/jwtk/jjwt/blob/0.12.6/api/src/main/java/io/jsonwebtoken/JwtBuilder.java"},
		{"Nimbus JOSE + JWT", "Java", "10", "new MACSigner(text)", token.UTF8, false, NoBase64,
			"https://javadoc.io/doc/com.nimbusds/nimbus-jose-jwt/latest/com/nimbusds/jose/crypto/MACSigner.html"},
		{"Spring Security", "Java", "6", "NimbusJwtDecoder.withSecretKey(key)", token.UTF8, true, NoBase64,
			"https://docs.spring.io/spring-security/reference/servlet/oauth2/resource-server/jwt.html"},
		{"java-jwt", "Java and Kotlin", "4", "Algorithm.HMAC256(text)", token.UTF8, false, NoBase64,
			"https://github.com/auth0/java-jwt/blob/master/lib/src/main/java/com/auth0/jwt/algorithms/HMACAlgorithm.java"},
		{"Microsoft.IdentityModel", "C#", "8", "new SymmetricSecurityKey(bytes)", token.UTF8, true, NoBase64,
			"https://learn.microsoft.com/dotnet/api/microsoft.identitymodel.tokens.symmetricsecuritykey"},
		{"firebase/php-jwt", "PHP", "6", "JWT::encode($claims, $key, 'HS256')", token.UTF8, false, NoBase64,
			"https://github.com/firebase/php-jwt/blob/main/src/JWT.php"},
		{"jwt", "Ruby", "2.5", "JWT.encode(claims, key, 'HS256')", token.UTF8, false, NoBase64,
			"https://github.com/jwt/ruby-jwt/blob/v2.5.0/lib/jwt/algos/hmac.rb"},
		{"jsonwebtoken", "Rust", "8", "EncodingKey::from_secret(bytes)", token.UTF8, true, NoBase64,
			"https://docs.rs/jsonwebtoken/8/jsonwebtoken/struct.EncodingKey.html#method.from_secret"},
		{"jsonwebtoken", "Rust", "8", "EncodingKey::from_base64_secret(text)", token.Base64, false, Standard,
			"https://github.com/Keats/jsonwebtoken/blob/v8.3.0/src/encoding.rs"},
		{"Joken", "Elixir", "2.6", "Joken.Signer.create(\"HS256\", text)", token.UTF8, false, NoBase64,
			"https://hexdocs.pm/joken/2.6.2/Joken.Signer.html"},
		{"Crypt::JWT", "Perl", "0.034", "encode_jwt(payload => $claims, key => $text, …)", token.UTF8, false, NoBase64,
			"https://metacpan.org/pod/Crypt::JWT"},
		{"PostgREST", "PostgreSQL", "12", "jwt-secret, unless jwt-secret-is-base64 is set", token.UTF8, false, BothPadded,
			"https://github.com/PostgREST/postgrest/blob/v12.2.8/src/PostgREST/Config.hs"},
		{"Kong", "gateway", "3.4", "secret, unless secret_is_base64 is set", token.UTF8, false, Both,
			"https://github.com/Kong/kong/blob/3.4.0/kong/plugins/jwt/jwt_parser.lua"},
		{"Kong", "gateway", "3.9", "secret, unless secret_is_base64 is set", token.UTF8, false, URLSafe,
			"https://github.com/Kong/kong/blob/3.9.1/kong/plugins/jwt/jwt_parser.lua"},
		{"Apache APISIX", "gateway", "2.11", "secret, unless base64_secret is set", token.UTF8, false, Standard,
			"https://github.com/apache/apisix/blob/2.11.0/apisix/plugins/jwt-auth.lua"},
	}
}
