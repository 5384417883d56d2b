package export

import "jwtsecret/app/secret"

const adviceJWK = "A key of type oct is the secret itself. Never publish it at a jwks_uri: that address is for public keys."

func keyTargets() []Target {
	return []Target{
		{
			ID: "jwk", Title: "JWK", Group: GroupKey, extension: ".jwk.json",
			Advice: []string{adviceJWK, adviceIgnore("*.jwk.json"), adviceMode},
			check:  checkKey, single: true, end: "\n",
			encode: func(dst []byte, e *Entry, _ string) []byte { return secret.AppendJWK(dst, e.Algorithm, e.Key, e.KeyID) },
		},
		{
			ID: "jwks", Title: "JWKS", Group: GroupKey, extension: ".jwks.json",
			Advice: []string{adviceJWK, adviceIgnore("*.jwks.json"), adviceMode},
			check:  checkKey, begin: "{\"keys\":[\n", between: ",\n", end: "\n]}\n",
			encode: func(dst []byte, e *Entry, _ string) []byte {
				return secret.AppendJWK(append(dst, "  "...), e.Algorithm, e.Key, e.KeyID)
			},
		},
	}
}
