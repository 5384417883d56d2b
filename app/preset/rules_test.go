package preset_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/preset"
)

// The rules of the products for what their variables hold, as their documentation or
// source has them; those of Supabase, and what a program of the product's language
// checks, have tests of their own. Where a length is exact, so is the product.
var rules = []struct{ id, variable, pattern, why string }{
	{"apisix", "secret", `^.{32,}$`, "consumer_schema wants one character; PyJWT and others that sign want 32"},
	{"apisix", "key", `^.+$`, "consumer_schema requires it"},
	{"aspnet", "Jwt__Key", `^.{32,}$`, "CryptoProviderFactory.ValidateKeySize: 32 bytes for HmacSha256"},
	{"authelia", "AUTHELIA_IDENTITY_VALIDATION_RESET_PASSWORD_JWT_SECRET", `^[0-9A-Za-z]{64}$`, "strongly recommended: 64 or more, alphanumeric"},
	{"authelia", "AUTHELIA_SESSION_SECRET", `^[0-9A-Za-z]{64}$`, "the same"},
	{"authelia", "AUTHELIA_STORAGE_ENCRYPTION_KEY", `^[0-9A-Za-z]{64}$`, "the same; at least 20"},
	{"authjs", "AUTH_SECRET", `^[0-9A-Za-z+/]{44}$`, "at least 32 characters; openssl rand -base64 33"},
	{"centrifugo", "CENTRIFUGO_CLIENT_TOKEN_HMAC_SECRET_KEY", `^[0-9A-Za-z_-]{86}$`, "genconfig: 64 bytes in base64url without padding"},
	{"centrifugo", "CENTRIFUGO_ADMIN_PASSWORD", `^[0-9A-Za-z_-]{22}$`, "genconfig: 16 bytes"},
	{"centrifugo", "CENTRIFUGO_ADMIN_SECRET", `^[0-9A-Za-z_-]{86}$`, "genconfig: 64 bytes"},
	{"centrifugo", "CENTRIFUGO_HTTP_API_KEY", `^[0-9A-Za-z_-]{86}$`, "genconfig: 64 bytes"},
	{"dify", "SECRET_KEY", `^[0-9A-Za-z+/]{56}$`, "openssl rand -base64 42"},
	{"directus", "SECRET", `^.{32,}$`, "get-secret.js makes nanoid(32) when it is missing"},
	{"django", "SIGNING_KEY", `^.{32,}$`, "at least as many bits as the signing protocol requires"},
	{"ethereum", "JWT_HEX", `^[0-9a-f]{64}$`, "a file with the hex-encoded 256 bit secret key"},
	{"express", "JWT_SECRET", `^.{32,}$`, "RFC 7518; jsonwebtoken checks no length"},
	{"fastapi", "SECRET_KEY", `^[0-9a-f]{64}$`, "openssl rand -hex 32"},
	{"flask", "JWT_SECRET_KEY", `^.{32,}$`, "RFC 7518; PyJWT warns below"},
	{"gitea", "GITEA__oauth2__JWT_SECRET", `^[0-9A-Za-z_-]{43}$`, "DecodeJwtSecretBase64: RawURLEncoding of exactly 32 bytes"},
	{"gitea", "GITEA__server__LFS_JWT_SECRET", `^[0-9A-Za-z_-]{43}$`, "the same"},
	{"gitea", "GITEA__security__SECRET_KEY", `^[0-9A-Za-z]{64}$`, "NewSecretKey: CryptoRandomString(64)"},
	{"gitea", "GITEA__security__INTERNAL_TOKEN", `^[^ ]{43}$`, "one word after Bearer, compared as text"},
	{"hasura", "HASURA_GRAPHQL_JWT_SECRET", `^\{"type":"HS256","key":"[^"\\]{32,}"\}$`, "type and key; parseHmacKey wants 32 characters"},
	{"hasura", "HASURA_GRAPHQL_ADMIN_SECRET", `^[0-9a-f]{64}$`, "mandatory for JWT mode; any text"},
	{"jitsi", "ENABLE_AUTH", `^1$`, "env.example"},
	{"jitsi", "AUTH_TYPE", `^jwt$`, "env.example: internal, jwt, ldap or matrix"},
	{"jitsi", "JWT_APP_ID", `^[a-z]+$`, "between double quotes of Lua"},
	{"jitsi", "JWT_APP_SECRET", `^[^"\\\n]{32,}$`, "between double quotes of Lua"},
	{"kong", "algorithm", `^HS256$`, "daos.lua: one_of"},
	{"kong", "key", `^[0-9A-Za-z]{22}$`, "any text, unique"},
	{"kong", "secret", `^.{32,}$`, "32 characters in the how-to"},
	{"laravel", "JWT_SECRET", `^[0-9A-Za-z]{64}$`, "Str::random(64)"},
	{"laravel", "JWT_ALGO", `^HS256$`, "jwt:secret writes it"},
	{"librechat", "CREDS_KEY", `^[0-9a-f]{64}$`, "credentialsGenerator: 32 bytes in hex"},
	{"librechat", "CREDS_IV", `^[0-9a-f]{32}$`, "credentialsGenerator: 16 bytes in hex"},
	{"librechat", "JWT_SECRET", `^[0-9a-f]{64}$`, "credentialsGenerator: 32 bytes in hex"},
	{"librechat", "JWT_REFRESH_SECRET", `^[0-9a-f]{64}$`, "credentialsGenerator: 32 bytes in hex"},
	{"livekit", "LIVEKIT_KEYS", `^main: [0-9A-Za-z]{43}$`, "exactly key: secret, including the space; at least 32 characters"},
	{"mercure", "MERCURE_PUBLISHER_JWT_KEY", `^[^{} ]{32,}$`, "256 bits; braces are Caddy's placeholders"},
	{"mercure", "MERCURE_SUBSCRIBER_JWT_KEY", `^[^{} ]{32,}$`, "the same"},
	{"metabase", "MB_EMBEDDING_SECRET_KEY", `^[0-9a-f]{64}$`, "embedding-secret-key: hexadecimal, 64 characters"},
	{"metabase", "MB_ENABLE_EMBEDDING_STATIC", `^true$`, "boolean, false by default"},
	{"n8n", "N8N_USER_MANAGEMENT_JWT_SECRET", `^.{32,}$`, "any text"},
	{"n8n", "N8N_ENCRYPTION_KEY", `^.{32,}$`, "any text"},
	{"nestjs", "JWT_SECRET", `^.{32,}$`, "RFC 7518; jsonwebtoken checks no length"},
	{"nextcloud-whiteboard", "JWT_SECRET_KEY", `^.{32,}$`, "any text"},
	{"onlyoffice", "JWT_ENABLED", `^true$`, "run-document-server.sh"},
	{"onlyoffice", "JWT_SECRET", `^[0-9A-Za-z]{32,}$`, "unquoted in a test, and between single quotes of JavaScript; pwgen -s 32"},
	{"open-webui", "WEBUI_SECRET_KEY", `^([0-9a-f]{43}|[0-9a-f]{45,})$`, "44 characters are taken for a Fernet key"},
	{"phoenix", "JWT_SECRET", `^.{32,}$`, "JWK.from_oct takes the text; the shortest of guardian.gen.secret is 32"},
	{"phoenix", "SECRET_KEY_BASE", `^[0-9A-Za-z+/]{64}$`, "phx.gen.secret: 64 characters of base64"},
	{"postgrest", "PGRST_JWT_SECRET", `^[^@{].{31,}$`, "validateSecret: 32 bytes; @ would name a file, { begin a JWK"},
	{"quarkus", "SMALLRYE_JWT_VERIFY_SECRETKEY", `^\{"kty":"oct","k":"[0-9A-Za-z_-]{43}","alg":"HS256","use":"sig","kid":"[^"]+"\}$`, "loadJsonWebKeys, and alg as the configured one"},
	{"quarkus", "SMALLRYE_JWT_VERIFY_ALGORITHM", `^HS256$`, "smallrye.jwt.verify.algorithm, RS256 by default"},
	{"rails", "DEVISE_JWT_SECRET_KEY", `^[0-9a-f]{128}$`, "rails secret: SecureRandom.hex(64)"},
	{"rails", "SECRET_KEY_BASE", `^[0-9a-f]{128}$`, "rails secret: SecureRandom.hex(64)"},
	{"spring-boot", "JWT_SECRET", `^[0-9A-Za-z+/]{43}=$`, "Decoders.BASE64 and 32 to 47 bytes, for which hmacShaKeyFor gives HmacSHA256"},
	{"strapi", "APP_KEYS", `^([0-9A-Za-z+/]{43}=,){3}[0-9A-Za-z+/]{43}=$`, "dot-env.js: four in base64 with commas between them"},
	{"strapi", "API_TOKEN_SALT", `^[0-9A-Za-z+/]{43}=$`, "dot-env.js: in base64"},
	{"strapi", "ADMIN_JWT_SECRET", `^[0-9A-Za-z+/]{43}=$`, "dot-env.js: in base64"},
	{"strapi", "JWT_SECRET", `^[0-9A-Za-z+/]{43}=$`, "dot-env.js: in base64"},
	{"strapi", "TRANSFER_TOKEN_SALT", `^[0-9A-Za-z+/]{43}=$`, "dot-env.js: in base64"},
	{"strapi", "ENCRYPTION_KEY", `^[0-9A-Za-z+/]{43}=$`, "dot-env.js: in base64"},
	{"supabase", "JWT_SECRET", `^[0-9A-Za-z_-]{43}$`, ".env.example: at least 32 characters"},
	{"supabase", "ANON_KEY", `^[0-9A-Za-z_-]+\.[0-9A-Za-z_-]+\.[0-9A-Za-z_-]{43}$`, "gen_token"},
	{"supabase", "SERVICE_ROLE_KEY", `^[0-9A-Za-z_-]+\.[0-9A-Za-z_-]+\.[0-9A-Za-z_-]{43}$`, "gen_token"},
	{"supabase", "SECRET_KEY_BASE", `^[0-9A-Za-z+/]{64}$`, "gen_base64 48"},
	{"supabase", "REALTIME_DB_ENC_KEY", `^[0-9a-f]{16}$`, "gen_hex 8: the 16 characters are the AES key"},
	{"supabase", "VAULT_ENC_KEY", `^[0-9a-f]{32}$`, "gen_hex 16"},
	{"supabase", "PG_META_CRYPTO_KEY", `^[0-9A-Za-z+/]{32}$`, "gen_base64 24; at least 32 characters"},
	{"supabase", "LOGFLARE_PUBLIC_ACCESS_TOKEN", `^[0-9A-Za-z+/]{32}$`, "gen_base64 24"},
	{"supabase", "LOGFLARE_PRIVATE_ACCESS_TOKEN", `^[0-9A-Za-z+/]{32}$`, "gen_base64 24"},
	{"supabase", "S3_PROTOCOL_ACCESS_KEY_ID", `^[0-9a-f]{32}$`, "gen_hex 16"},
	{"supabase", "S3_PROTOCOL_ACCESS_KEY_SECRET", `^[0-9a-f]{64}$`, "gen_hex 32"},
	{"supabase", "MINIO_ROOT_PASSWORD", `^[0-9a-f]{32}$`, "gen_hex 16"},
	{"supabase", "POSTGRES_PASSWORD", `^[0-9a-f]{32}$`, "gen_hex 16"},
	{"supabase", "DASHBOARD_PASSWORD", `^[0-9a-f]{32}$`, "gen_hex 16"},
	{"synapse", "secret", `^.{32,}$`, "any text; RFC 7518"},
	{"synapse", "algorithm", `^HS256$`, "required; one of Authlib's"},
}

func TestEachVariableKeepsTheRuleOfItsProduct(t *testing.T) {
	each(t, func(t *testing.T, p preset.Preset) {
		var ruled []string
		for range 5 { // random texts differ in what they have in them
			values, _ := filled(t, p)
			found := map[string]string{}
			for _, v := range values {
				found[v.Name] = string(v.Text)
			}
			ruled = nil
			for _, rule := range rules {
				if rule.id == p.ID {
					assert.Regexp(t, rule.pattern, found[rule.variable], "%s: %s", rule.variable, rule.why)
					ruled = append(ruled, rule.variable)
				}
			}
		}
		var names []string
		for _, v := range p.Variables {
			names = append(names, v.Name)
		}
		assert.ElementsMatch(t, names, ruled, "each variable has a rule, and no rule is without its variable")
	})
}

func TestEveryRuleBelongsToAPreset(t *testing.T) {
	for _, rule := range rules {
		_, ok := preset.ByID(rule.id)
		require.True(t, ok, rule.id)
	}
}
