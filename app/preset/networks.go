package preset

import (
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Products that connect others: gateways, nodes, calls and chats.

var apisix = Preset{
	ID: "apisix", Title: "Apache APISIX",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Place: "adc.yaml: the config of a consumer's jwt-auth", Target: "yaml",
	Variables: []Variable{
		{Name: "key", Role: Other, What: "names the consumer; tokens have it as key", Size: 16, Format: secret.Alphanumeric},
		{Name: "secret"},
	},
	Notes:  []string{"It decodes the text only if base64_secret is true, and then takes base64, not base64url."},
	Source: Source{github + "apache/apisix/blob/f519a0f04/apisix/plugins/jwt-auth.lua", read},
}

var ethereum = Preset{
	ID: "ethereum", Title: "Ethereum (Engine API)",
	Algorithm: secret.HS256, Size: 32, Format: secret.HexLower, Reading: token.Hex,
	Place: "a file of any name, which both clients read", Target: "docker-secret-file",
	Variables: []Variable{{Name: "JWT_HEX"}},
	Notes: []string{
		"Exactly 64 hexadecimal digits, which stand for the 32 bytes of the key.",
		"Geth takes the file by --authrpc.jwtsecret.",
		"The clients make their tokens themselves, for 60 seconds each.",
	},
	Source: Source{github + "ethereum/execution-apis/blob/00ccfc66b3/src/engine/authentication.md", read},
}

var jitsi = Preset{
	ID: "jitsi", Title: "Jitsi Meet",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Variables: []Variable{
		{Name: "ENABLE_AUTH", Role: Fixed, Value: "1"},
		{Name: "AUTH_TYPE", Role: Fixed, Value: "jwt"},
		{Name: "JWT_APP_ID", Role: Fixed, Value: "jitsi", What: "any name; tokens have it as iss"},
		{Name: "JWT_APP_SECRET"},
	},
	Notes: []string{
		"For docker-jitsi-meet, which writes it between double quotes: no quote and no backslash.",
		"The passwords beside these are made by gen-passwords.sh.",
	},
	Source: Source{github + "jitsi/docker-jitsi-meet/blob/2e6b31d8/env.example", read},
}

var kong = Preset{
	ID: "kong", Title: "Kong Gateway",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Place: "kong.yaml: an entry of a consumer's jwt_secrets", Target: "yaml",
	Variables: []Variable{
		{Name: "algorithm", Role: Fixed, Value: "HS256"},
		{Name: "key", Role: Other, What: "names the credential; tokens have it as iss", Size: 16, Format: secret.Alphanumeric},
		{Name: "secret"},
	},
	Notes:  []string{"The plugin decodes the text only if secret_is_base64 is true."},
	Source: Source{github + "Kong/developer.konghq.com/blob/bc1cd7426/app/_how-tos/gateway/authenticate-consumers-jwt.md", read},
}

var livekit = Preset{
	ID: "livekit", Title: "LiveKit",
	Algorithm: secret.HS256, Size: 32, Format: secret.Alphanumeric,
	Variables: []Variable{{Name: "LIVEKIT_KEYS", Before: "main: "}},
	Notes: []string{
		"main is the API key, any name: tokens have it as iss. The API secret follows the colon and the space.",
		"At least 32 characters. Tokens are HS256 and need exp.",
	},
	Source: Source{github + "livekit/livekit/blob/788d4c354/pkg/config/config.go", read},
}

var synapse = Preset{
	ID: "synapse", Title: "Matrix Synapse",
	Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL,
	Place: "homeserver.yaml, under jwt_config", Target: "yaml",
	Variables: []Variable{
		{Name: "secret"},
		{Name: "algorithm", Role: Fixed, Value: "HS256"},
	},
	Notes: []string{
		"jwt_config needs enabled: true, too.",
		"registration_shared_secret, macaroon_secret_key and form_secret are no JWT keys.",
	},
	Source: Source{github + "element-hq/synapse/blob/a58ad44eb0/docs/usage/configuration/config_documentation.md", read},
}
