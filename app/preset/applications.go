package preset

import (
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Products for people, on one's own server.

var authelia = Preset{
	ID: "authelia", Title: "Authelia",
	Algorithm: secret.HS256, Size: 47, Format: secret.Alphanumeric,
	Variables: []Variable{
		{Name: "AUTHELIA_IDENTITY_VALIDATION_RESET_PASSWORD_JWT_SECRET"},
		{Name: "AUTHELIA_SESSION_SECRET", Role: Other, What: "encrypts sessions", Size: 47, Format: secret.Alphanumeric},
		{Name: "AUTHELIA_STORAGE_ENCRYPTION_KEY", Role: Other, What: "encrypts the database", Size: 47, Format: secret.Alphanumeric},
	},
	Notes: []string{
		"64 letters and digits each, as Authelia advises.",
		"Better put each into a file, and give its path to the name with _FILE at its end.",
		"Another storage encryption key makes a database that exists unreadable.",
	},
	Source: Source{github + "authelia/authelia/blob/23572030b/docs/content/configuration/identity-validation/reset-password.md", read},
}

var dify = Preset{
	ID: "dify", Title: "Dify",
	Algorithm: secret.HS256, Size: 42, Format: secret.Base64,
	Place:     "docker/.env",
	Variables: []Variable{{Name: "SECRET_KEY"}},
	Notes:     []string{"Its documentation makes it by openssl rand -base64 42. The text is the key as it stands."},
	Source:    Source{github + "langgenius/dify/blob/0e5e8b067b/api/libs/passport.py", read},
}

var gitea = Preset{
	ID: "gitea", Title: "Gitea, Forgejo",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL, Reading: token.Base64URL,
	Variables: []Variable{
		{Name: "GITEA__oauth2__JWT_SECRET"},
		{Name: "GITEA__server__LFS_JWT_SECRET", Role: Further, What: "for tokens of LFS", Size: 32, Format: secret.Base64URL},
		{Name: "GITEA__security__SECRET_KEY", Role: Other, What: "encrypts stored secrets", Size: 47, Format: secret.Alphanumeric},
		{Name: "GITEA__security__INTERNAL_TOKEN", Role: Other, What: "password between its own programs", Size: 32, Format: secret.Base64URL},
	},
	Notes: []string{
		"Both JWT secrets are exactly 32 bytes, without = at the end: Gitea replaces any other by one of its own.",
		"In app.ini they are JWT_SECRET in [oauth2], LFS_JWT_SECRET in [server], the others in [security].",
		"Forgejo takes these names too, or FORGEJO__ at their beginning.",
		"OAuth2 tokens are RS256 unless JWT_SIGNING_ALGORITHM says HS256.",
		"Another SECRET_KEY makes what is encrypted unreadable.",
	},
	Source: Source{github + "go-gitea/gitea/blob/6c38900bea/modules/generate/generate.go", read},
}

var librechat = Preset{
	ID: "librechat", Title: "LibreChat",
	Algorithm: secret.HS256, Size: 32, Format: secret.HexLower,
	Variables: []Variable{
		{Name: "CREDS_KEY", Role: Other, What: "encrypts stored credentials", Size: 32, Format: secret.HexLower},
		{Name: "CREDS_IV", Role: Other, What: "initialisation vector of CREDS_KEY", Size: 16, Format: secret.HexLower},
		{Name: "JWT_SECRET"},
		{Name: "JWT_REFRESH_SECRET", Role: Further, What: "for refresh tokens", Size: 32, Format: secret.HexLower},
	},
	Notes: []string{
		"The sizes are those of its own generator. The digits of both JWT secrets are the key as they stand.",
		"Other CREDS values make stored credentials unreadable.",
	},
	Source: Source{github + "LibreChat-AI/librechat.ai/blob/4529bf5d/components/tools/credentialsGenerator.ts", read},
}

var metabase = Preset{
	ID: "metabase", Title: "Metabase (embedding)",
	Algorithm: secret.HS256, Size: 32, Format: secret.HexLower,
	Variables: []Variable{
		{Name: "MB_EMBEDDING_SECRET_KEY"},
		{Name: "MB_ENABLE_EMBEDDING_STATIC", Role: Fixed, Value: "true"},
	},
	Notes: []string{
		"Exactly 64 hexadecimal digits, which are the key as they stand.",
		"The program that embeds signs its tokens with the same text.",
	},
	Source: Source{github + "metabase/metabase/blob/004de464e6/docs/configuring-metabase/environment-variables.md", read},
}

var n8n = Preset{
	ID: "n8n", Title: "n8n",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{
		{Name: "N8N_USER_MANAGEMENT_JWT_SECRET"},
		{Name: "N8N_ENCRYPTION_KEY", Role: Other, What: "encrypts stored credentials", Size: 32, Format: secret.HexLower},
	},
	Notes: []string{
		"Without the first, n8n derives it from the second.",
		"For a new installation: another N8N_ENCRYPTION_KEY makes stored credentials unreadable.",
	},
	Source: Source{github + "n8n-io/n8n-docs/blob/1c39aff49b/docs/hosting/configuration/environment-variables/user-management-smtp-2fa.md", read},
}

var nextcloudWhiteboard = Preset{
	ID: "nextcloud-whiteboard", Title: "Nextcloud Whiteboard",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{{Name: "JWT_SECRET_KEY"}},
	Notes:     []string{"For the websocket server. Nextcloud's settings of Whiteboard take the same text."},
	Source:    Source{github + "nextcloud/whiteboard/blob/3c3ce43/README.md", read},
}

var onlyoffice = Preset{
	ID: "onlyoffice", Title: "ONLYOFFICE Docs",
	Algorithm: secret.HS256, Size: 32, Format: secret.Alphanumeric,
	Variables: []Variable{
		{Name: "JWT_ENABLED", Role: Fixed, Value: "true"},
		{Name: "JWT_SECRET"},
	},
	Notes: []string{
		"The start script puts it into a program as it is, so it has letters and digits alone.",
		"The integration, such as Nextcloud's, takes the same text.",
	},
	Source: Source{github + "ONLYOFFICE/Docker-DocumentServer/blob/ce58202/run-document-server.sh", read},
}

var openWebUI = Preset{
	ID: "open-webui", Title: "Open WebUI",
	Algorithm: secret.HS256, Size: 32, Format: secret.HexLower,
	Variables: []Variable{{Name: "WEBUI_SECRET_KEY"}},
	Notes: []string{
		"It signs logins, and encrypts what is stored: keep it when a container is made anew.",
		"Not 44 characters: those must be a Fernet key, in base64url.",
	},
	Source: Source{github + "open-webui/docs/blob/1eea3847/docs/reference/env-configuration.mdx", read},
}
