package preset

import "time"

// All returns the presets in the order of their titles, capitals or not.
func All() []Preset {
	presets := make([]Preset, len(all))
	for i, p := range all {
		presets[i] = *p
	}
	return presets
}

// all is in order as it stands: a sort would weigh more in the page than half of the
// presets. Pointers need no code at the start of a program, and values would.
var all = []*Preset{
	&apisix, &aspnet, &authjs, &authelia, &centrifugo,
	&dify, &directus, &django, &ethereum, &express,
	&fastapi, &flask, &gitea, &hasura, &jitsi,
	&kong, &laravel, &librechat, &livekit, &synapse,
	&mercure, &metabase, &n8n, &nestjs, &nextcloudWhiteboard,
	&onlyoffice, &openWebUI, &phoenix, &postgrest, &quarkus,
	&rails, &springBoot, &strapi, &supabase,
}

const (
	day  = 24 * time.Hour
	year = 365 * day

	// read is the day on which all sources were read. Addresses of GitHub have the
	// commit in them.
	read = "2026-11-27"

	github = "https://github.com/"

	// yourName is for products whose programs read the environment themselves.
	yourName = "The name is your program's choice."
)
