package snippet

import "jwtsecret/app/token"

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

	Source string // where it is documented or can be read, an address
}

// LibraryReadings returns what libraries and gateways take by default. Hex is
// never among them: who has hexadecimal digits must decode them.
func LibraryReadings() []LibraryReading {
	return []LibraryReading{
		{"jsonwebtoken", "Node.js", "9.0", "jwt.sign(claims, secret)", token.UTF8, false,
			"https://github.com/auth0/node-jsonwebtoken#jwtsignpayload-secretorprivatekey-options-callback"},
		{"jose", "JavaScript", "6.2", "new SignJWT(claims).sign(key)", token.UTF8, true,
			"https://github.com/panva/jose/blob/main/docs/jwt/sign/classes/SignJWT.md"},
		{"PyJWT", "Python", "2.6", "jwt.encode(claims, key)", token.UTF8, false,
			"https://github.com/jpadilla/pyjwt/blob/2.6.0/jwt/algorithms.py"},
		{"Authlib", "Python", "1.2", "JsonWebToken.encode(header, claims, key)", token.UTF8, false,
			"https://github.com/lepture/authlib/blob/v1.2.0/authlib/jose/rfc7518/oct_key.py"},
		{"golang-jwt", "Go", "5.3", "token.SignedString(key)", token.UTF8, true,
			"https://pkg.go.dev/github.com/golang-jwt/jwt/v5#SigningMethodHMAC.Sign"},
		{"jjwt", "Java", "0.12", "signWith(algorithm, text), deprecated", token.Base64, false,
			"https://github.com/jwtk/jjwt/blob/0.12.6/api/src/main/java/io/jsonwebtoken/JwtBuilder.java"},
		{"jjwt", "Java", "0.12", "Keys.hmacShaKeyFor(Decoders.BASE64.decode(text))", token.Base64, false,
			"https://github.com/jwtk/jjwt/blob/0.12.6/README.adoc"},
		{"Nimbus JOSE + JWT", "Java", "10", "new MACSigner(text)", token.UTF8, false,
			"https://javadoc.io/doc/com.nimbusds/nimbus-jose-jwt/latest/com/nimbusds/jose/crypto/MACSigner.html"},
		{"Spring Security", "Java", "6", "NimbusJwtDecoder.withSecretKey(key)", token.UTF8, true,
			"https://docs.spring.io/spring-security/reference/servlet/oauth2/resource-server/jwt.html"},
		{"java-jwt", "Java and Kotlin", "4", "Algorithm.HMAC256(text)", token.UTF8, false,
			"https://github.com/auth0/java-jwt/blob/master/lib/src/main/java/com/auth0/jwt/algorithms/HMACAlgorithm.java"},
		{"Microsoft.IdentityModel", "C#", "8", "new SymmetricSecurityKey(bytes)", token.UTF8, true,
			"https://learn.microsoft.com/dotnet/api/microsoft.identitymodel.tokens.symmetricsecuritykey"},
		{"firebase/php-jwt", "PHP", "6", "JWT::encode($claims, $key, 'HS256')", token.UTF8, false,
			"https://github.com/firebase/php-jwt/blob/main/src/JWT.php"},
		{"jwt", "Ruby", "2.5", "JWT.encode(claims, key, 'HS256')", token.UTF8, false,
			"https://github.com/jwt/ruby-jwt/blob/v2.5.0/lib/jwt/algos/hmac.rb"},
		{"jsonwebtoken", "Rust", "8", "EncodingKey::from_secret(bytes)", token.UTF8, true,
			"https://docs.rs/jsonwebtoken/8/jsonwebtoken/struct.EncodingKey.html#method.from_secret"},
		{"jsonwebtoken", "Rust", "8", "EncodingKey::from_base64_secret(text)", token.Base64, false,
			"https://docs.rs/jsonwebtoken/8/jsonwebtoken/struct.EncodingKey.html#method.from_base64_secret"},
		{"Joken", "Elixir", "2.6", "Joken.Signer.create(\"HS256\", text)", token.UTF8, false,
			"https://hexdocs.pm/joken/2.6.2/Joken.Signer.html"},
		{"Crypt::JWT", "Perl", "0.034", "encode_jwt(payload => $claims, key => $text, …)", token.UTF8, false,
			"https://metacpan.org/pod/Crypt::JWT"},
		{"PostgREST", "PostgreSQL", "12", "jwt-secret, unless jwt-secret-is-base64 is set", token.UTF8, false,
			"https://docs.postgrest.org/en/v12/references/configuration.html"},
		{"Kong", "gateway", "3", "secret, unless secret_is_base64 is set", token.UTF8, false,
			"https://developer.konghq.com/plugins/jwt/examples/store-encoded-secret"},
		{"Apache APISIX", "gateway", "2.11", "secret, unless base64_secret is set", token.UTF8, false,
			"https://apisix.apache.org/docs/apisix/2.11/plugins/jwt-auth"},
	}
}
