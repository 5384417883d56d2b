package preset

import (
	"time"

	"jwtsecret/app/secret"
)

const day = 24 * time.Hour

// All returns the presets in the order of their titles.
func All() []Preset { return all }

var all = []Preset{
	{
		ID: "postgrest", Title: "PostgREST",
		Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
		Variables: []Variable{{Name: "PGRST_JWT_SECRET"}},
		Source:    Source{"https://docs.postgrest.org/en/stable/references/configuration.html#jwt-secret", "2026-11-27"},
	},
	{
		ID: "supabase", Title: "Supabase",
		Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
		Variables: []Variable{
			{Name: "JWT_SECRET"},
			{Name: "ANON_KEY", Role: Token, What: "for browsers", Claims: `{"role":"anon","iss":"supabase"}`, Lifetime: 5 * 365 * day},
			{Name: "SERVICE_ROLE_KEY", Role: Token, What: "for servers alone", Claims: `{"role":"service_role","iss":"supabase"}`, Lifetime: 5 * 365 * day},
		},
		Source: Source{"https://supabase.com/docs/guides/self-hosting/docker", "2026-11-27"},
	},
}
