package preset

import "jwtsecret/app/secret"

// Products that keep data and hand it out by an API.

var centrifugo = Preset{
	ID: "centrifugo", Title: "Centrifugo",
	Algorithm: secret.HS256, Size: 64, Format: secret.Base64URL,
	Variables: []Variable{
		{Name: "CENTRIFUGO_CLIENT_TOKEN_HMAC_SECRET_KEY"},
		{Name: "CENTRIFUGO_ADMIN_PASSWORD", Role: Other, What: "password of the web interface", Size: 16, Format: secret.Base64URL},
		{Name: "CENTRIFUGO_ADMIN_SECRET", Role: Other, What: "signs logins of the web interface", Size: 64, Format: secret.Base64URL},
		{Name: "CENTRIFUGO_HTTP_API_KEY", Role: Other, What: "password of the server API", Size: 64, Format: secret.Base64URL},
	},
	Notes: []string{
		"The sizes are those of centrifugo genconfig: enough for HS256, HS384 and HS512, all of which it accepts.",
		"CENTRIFUGO_CLIENT_TOKEN_HMAC_PREVIOUS_SECRET_KEY keeps the old secret valid for a while.",
	},
	Source: Source{github + "centrifugal/centrifugo/blob/f25c7abd/internal/tools/config.go", read},
}

var directus = Preset{
	ID: "directus", Title: "Directus",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{{Name: "SECRET"}},
	Notes:     []string{"Without it each start makes a random one: sessions end, and several servers disagree."},
	Source:    Source{github + "directus/docs/blob/038d438195/content/configuration/security-limits.md", read},
}

var hasura = Preset{
	ID: "hasura", Title: "Hasura",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{
		{Name: "HASURA_GRAPHQL_JWT_SECRET", Before: `{"type":"HS256","key":"`, After: `"}`},
		{Name: "HASURA_GRAPHQL_ADMIN_SECRET", Role: Other, What: "password of the admin, which JWT mode requires", Size: 32, Format: secret.HexLower},
	},
	Notes: []string{
		"The value is JSON: programs that sign tokens use the member key alone.",
		"HS256 needs at least 32 characters, HS384 48 and HS512 64.",
	},
	Source: Source{github + "hasura/graphql-engine/blob/083f5a51f4/docs/docs/auth/authentication/jwt.mdx", read},
}

var mercure = Preset{
	ID: "mercure", Title: "Mercure",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{
		{Name: "MERCURE_PUBLISHER_JWT_KEY"},
		{Name: "MERCURE_SUBSCRIBER_JWT_KEY", Role: Further, What: "for tokens of subscribers", Size: 32, Format: secret.Base64URL},
	},
	Notes: []string{
		"The specification wants at least 256 bits.",
		"Since version 1.0 MERCURE_TRUSTED_ISSUERS names the iss of the tokens.",
	},
	Source: Source{github + "dunglas/mercure/blob/192faaa/docs/deployment/configuration.md", read},
}

var postgrest = Preset{
	ID: "postgrest", Title: "PostgREST",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{{Name: "PGRST_JWT_SECRET"}},
	Notes: []string{
		"At least 32 characters, or PostgREST does not start.",
		"It decodes the text only if PGRST_JWT_SECRET_IS_BASE64 is true.",
	},
	Source: Source{github + "PostgREST/postgrest/blob/483467890/docs/references/configuration.rst", read},
}

var strapi = Preset{
	ID: "strapi", Title: "Strapi",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64,
	Variables: []Variable{
		{Name: "APP_KEYS", Role: Other, What: "four keys that sign session cookies", Size: 32, Format: secret.Base64, Count: 4},
		{Name: "API_TOKEN_SALT", Role: Other, What: "salt of the API tokens", Size: 32, Format: secret.Base64},
		{Name: "ADMIN_JWT_SECRET", Role: Further, What: "for tokens of the admin panel", Size: 32, Format: secret.Base64},
		{Name: "JWT_SECRET"},
		{Name: "TRANSFER_TOKEN_SALT", Role: Other, What: "salt of the transfer tokens", Size: 32, Format: secret.Base64},
		{Name: "ENCRYPTION_KEY", Role: Other, What: "encrypts API tokens that are stored", Size: 32, Format: secret.Base64},
	},
	Notes: []string{
		"JWT_SECRET is for the users of the API, ADMIN_JWT_SECRET for those of the admin panel.",
		"Strapi itself makes 16 bytes for each, half of what HS256 asks for.",
		"Other salts make all API and transfer tokens invalid.",
	},
	Source: Source{"https://unpkg.com/create-strapi-app@5.55.0/dist/utils/dot-env.js", read},
}

var supabase = Preset{
	ID: "supabase", Title: "Supabase",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Place: "docker/.env of a new installation",
	Variables: []Variable{
		{Name: "JWT_SECRET"},
		{Name: "ANON_KEY", Role: Token, What: "for browsers: anybody may see it", Claims: `{"role":"anon","iss":"supabase"}`, Lifetime: 5 * year},
		{Name: "SERVICE_ROLE_KEY", Role: Token, What: "for servers alone: it passes every policy", Claims: `{"role":"service_role","iss":"supabase"}`, Lifetime: 5 * year},
		{Name: "SECRET_KEY_BASE", Role: Other, What: "for Realtime and Supavisor", Size: 48, Format: secret.Base64},
		{Name: "REALTIME_DB_ENC_KEY", Role: Other, What: "AES key of Realtime", Size: 8, Format: secret.HexLower},
		{Name: "VAULT_ENC_KEY", Role: Other, What: "encryption key of Supavisor", Size: 16, Format: secret.HexLower},
		{Name: "PG_META_CRYPTO_KEY", Role: Other, What: "between Studio and postgres-meta", Size: 24, Format: secret.Base64},
		{Name: "LOGFLARE_PUBLIC_ACCESS_TOKEN", Role: Other, What: "password to write and read logs", Size: 24, Format: secret.Base64},
		{Name: "LOGFLARE_PRIVATE_ACCESS_TOKEN", Role: Other, What: "password to manage logs", Size: 24, Format: secret.Base64},
		{Name: "S3_PROTOCOL_ACCESS_KEY_ID", Role: Other, What: "name of the S3 key", Size: 16, Format: secret.HexLower},
		{Name: "S3_PROTOCOL_ACCESS_KEY_SECRET", Role: Other, What: "S3 key of Storage", Size: 32, Format: secret.HexLower},
		{Name: "MINIO_ROOT_PASSWORD", Role: Other, What: "password of MinIO", Size: 16, Format: secret.HexLower},
		{Name: "POSTGRES_PASSWORD", Role: Other, What: "password of the database", Size: 16, Format: secret.HexLower},
		{Name: "DASHBOARD_PASSWORD", Role: Other, What: "password of Studio", Size: 16, Format: secret.HexLower},
	},
	Notes: []string{
		"These are the values of utils/generate-keys.sh; its own secret has 30 bytes.",
		"REALTIME_DB_ENC_KEY has exactly 16 characters and VAULT_ENC_KEY exactly 32.",
		"utils/add-new-auth-keys.sh then adds the ES256 keys and the keys that begin with sb_.",
		"utils/db-passwd.sh changes the database's password of an installation that runs.",
	},
	Source: Source{github + "supabase/supabase/blob/2252666a20/docker/utils/generate-keys.sh", read},
}
