package snippet

// All returns the snippets, those of one language together.
func All() []Snippet {
	return []Snippet{
		{"node-jsonwebtoken", "Node.js with jsonwebtoken", JavaScript, "tokens.mjs", "npm install jsonwebtoken", "node-jsonwebtoken.mjs"},
		{"node-jose", "Node.js with jose", JavaScript, "tokens.mjs", "npm install jose", "node-jose.mjs"},
		{"nextjs-edge", "Next.js, edge runtime, with jose", JavaScript, "lib/tokens.mjs", "npm install jose", "nextjs-edge.mjs"},
		{"python-pyjwt", "Python with PyJWT", Python, "tokens.py", "pip install pyjwt", "python-pyjwt.py"},
		{"python-authlib", "Python with Authlib", Python, "tokens.py", "pip install authlib", "python-authlib.py"},
		{"go-golang-jwt", "Go with golang-jwt", Go, "auth/tokens.go", "go get github.com/golang-jwt/jwt/v5", "go-golang-jwt.go.txt"},
		{"java-jjwt", "Java with jjwt", Java, "Tokens.java", "io.jsonwebtoken: jjwt-api, jjwt-impl and jjwt-jackson, 0.12 or later", "java-jjwt.java"},
		{"java-nimbus", "Java with Nimbus JOSE + JWT", Java, "Tokens.java", "com.nimbusds:nimbus-jose-jwt", "java-nimbus.java"},
		{"spring-boot", "Spring Boot", Java, "Tokens.java", "org.springframework.boot:spring-boot-starter-oauth2-resource-server", "spring-boot.java"},
		{"kotlin-java-jwt", "Kotlin with Auth0's java-jwt, as Ktor uses it", Kotlin, "Tokens.kt", "com.auth0:java-jwt", "kotlin-java-jwt.kt"},
		{"csharp-identitymodel", "C# with Microsoft.IdentityModel", CSharp, "Tokens.cs", "dotnet add package Microsoft.IdentityModel.JsonWebTokens", "csharp-identitymodel.cs"},
		{"php-firebase", "PHP with firebase/php-jwt", PHP, "Tokens.php", "composer require firebase/php-jwt", "php-firebase.php"},
		{"ruby-jwt", "Ruby with jwt", Ruby, "tokens.rb", "bundle add jwt", "ruby-jwt.rb"},
		{"rust-jsonwebtoken", "Rust with jsonwebtoken", Rust, "src/tokens.rs", "cargo add jsonwebtoken serde_json data-encoding", "rust-jsonwebtoken.rs"},
		{"elixir-joken", "Elixir with Joken", Elixir, "lib/tokens.ex", "{:joken, \"~> 2.6\"} in mix.exs", "elixir-joken.ex"},
		{"perl-crypt-jwt", "Perl with Crypt::JWT", Perl, "Tokens.pm", "cpanm Crypt::JWT", "perl-crypt-jwt.pm"},
	}
}
