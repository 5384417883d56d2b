package preset

import (
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// What programs are made with.

var aspnet = Preset{
	ID: "aspnet", Title: "ASP.NET Core",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{{Name: "Jwt__Key"}},
	Notes: []string{
		"The configuration reads it as Jwt:Key. " + yourName,
		"Encoding.UTF8.GetBytes takes the text as it stands; Convert.FromBase64String wants base64.",
		"Below 256 bits for HS256, 384 for HS384 or 512 for HS512 it fails with IDX10720.",
	},
	Source: Source{github + "AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet/blob/c6b3b6a4/src/Microsoft.IdentityModel.Tokens/CryptoProviderFactory.cs", read},
}

var authjs = Preset{
	ID: "authjs", Title: "Auth.js (NextAuth)",
	Algorithm: secret.HS256, Size: 33, Format: secret.Base64, Encrypts: true,
	Place:     ".env.local",
	Variables: []Variable{{Name: "AUTH_SECRET"}},
	Notes: []string{
		"No token is signed with it: Auth.js derives a key by HKDF and encrypts its tokens (JWE).",
		"Before version 5 the name is NEXTAUTH_SECRET.",
	},
	Source: Source{github + "nextauthjs/next-auth/blob/a1a16a5a7/packages/core/src/jwt.ts", read},
}

var django = Preset{
	ID: "django", Title: "Django REST (Simple JWT)",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{{Name: "SIGNING_KEY"}},
	Notes: []string{
		`settings.py hands it over: SIMPLE_JWT = {"SIGNING_KEY": os.environ["SIGNING_KEY"]}.`,
		"Without it Simple JWT signs with Django's own SECRET_KEY.",
	},
	Source: Source{github + "jazzband/djangorestframework-simplejwt/blob/998eb63/docs/settings.rst", read},
}

var express = Preset{
	ID: "express", Title: "Express (jsonwebtoken)",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{{Name: "JWT_SECRET"}},
	Notes: []string{
		yourName,
		`A program that decodes it uses Buffer.from(secret, "base64").`,
	},
	Source: Source{github + "auth0/node-jsonwebtoken/blob/bc28861/README.md", read},
}

var fastapi = Preset{
	ID: "fastapi", Title: "FastAPI",
	Algorithm: secret.HS256, Size: 32, Format: secret.HexLower,
	Variables: []Variable{{Name: "SECRET_KEY"}},
	Notes:     []string{"The tutorial's openssl rand -hex 32: PyJWT takes the 64 digits as they stand.", yourName},
	Source:    Source{github + "fastapi/fastapi/blob/c3f316b7e/docs/en/docs/tutorial/security/oauth2-jwt.md", read},
}

var flask = Preset{
	ID: "flask", Title: "Flask-JWT-Extended",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{{Name: "JWT_SECRET_KEY"}},
	Notes: []string{
		`Your program hands it over: app.config["JWT_SECRET_KEY"] = os.environ["JWT_SECRET_KEY"].`,
		"Without it Flask's own SECRET_KEY signs. The example of the documentation has 16 bytes, too few.",
	},
	Source: Source{github + "vimalloc/flask-jwt-extended/blob/1910726/docs/options.rst", read},
}

var laravel = Preset{
	ID: "laravel", Title: "Laravel (jwt-auth)",
	Algorithm: secret.HS256, Size: 47, Format: secret.Alphanumeric,
	Variables: []Variable{
		{Name: "JWT_SECRET"},
		{Name: "JWT_ALGO", Role: Fixed, Value: "HS256"},
	},
	Notes: []string{
		"64 letters and digits, as php artisan jwt:secret makes them.",
		"It refuses less than 256 bits for HS256.",
	},
	Source: Source{github + "PHP-Open-Source-Saver/jwt-auth/blob/9af3bd9/src/Console/JWTGenerateSecretCommand.php", read},
}

var nestjs = Preset{
	ID: "nestjs", Title: "NestJS",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{{Name: "JWT_SECRET"}},
	Notes:     []string{"JwtModule hands it to jsonwebtoken as secret. " + yourName},
	Source:    Source{github + "nestjs/jwt/blob/6cb3bad/README.md", read},
}

var phoenix = Preset{
	ID: "phoenix", Title: "Phoenix (Joken, Guardian)",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{
		{Name: "SECRET_KEY_BASE", Role: Other, What: "signs and encrypts cookies", Size: 48, Format: secret.Base64},
		{Name: "JWT_SECRET"},
	},
	Notes: []string{
		"Joken's key_octet and Guardian's secret_key take the text as it stands.",
		"config/runtime.exs reads both with System.get_env. The name JWT_SECRET is your program's choice.",
	},
	Source: Source{github + "joken-elixir/joken/blob/7bc6bb9/guides/signers.md", read},
}

var quarkus = Preset{
	ID: "quarkus", Title: "Quarkus (SmallRye JWT)",
	Algorithm: secret.HS256, Size: 32, Format: secret.JWK,
	Variables: []Variable{
		{Name: "SMALLRYE_JWT_VERIFY_SECRETKEY"},
		{Name: "SMALLRYE_JWT_VERIFY_ALGORITHM", Role: Fixed, Value: "HS256", What: "RS256 without it"},
	},
	Notes: []string{
		"A secret key is a JSON Web Key for SmallRye: it does not read a plain text.",
		"A token has this kid in its header, or none.",
	},
	Source: Source{github + "smallrye/smallrye-jwt/blob/bc94297/doc/modules/ROOT/pages/configuration.adoc", read},
}

var rails = Preset{
	ID: "rails", Title: "Ruby on Rails (devise-jwt)",
	Algorithm: secret.HS256, Size: 64, Format: secret.HexLower,
	Variables: []Variable{
		{Name: "DEVISE_JWT_SECRET_KEY"},
		{Name: "SECRET_KEY_BASE", Role: Other, What: "for cookies and sessions", Size: 64, Format: secret.HexLower},
	},
	Notes: []string{
		"Both are of the kind that rails secret makes; the 128 digits are the key as they stand.",
		"devise-jwt asks for a secret other than SECRET_KEY_BASE.",
	},
	Source: Source{github + "waiting-for-dev/devise-jwt/blob/fc0230f/README.md", read},
}

var springBoot = Preset{
	ID: "spring-boot", Title: "Spring Boot (jjwt)",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64, Reading: token.Base64,
	Variables: []Variable{{Name: "JWT_SECRET"}},
	Notes: []string{
		"Your program decodes it: Keys.hmacShaKeyFor(Decoders.BASE64.decode(secret)). " + yourName,
		"jjwt chooses by the size: 32 bytes sign with HS256, 48 with HS384, 64 with HS512.",
		"Spring Security takes the same key: NimbusJwtDecoder.withSecretKey(key).",
	},
	Source: Source{github + "jwtk/jjwt/blob/401ba26e/api/src/main/java/io/jsonwebtoken/security/Keys.java", read},
}
