package rotation

import (
	"encoding/base64"

	"jwtsecret/app/secret"
)

// keyRoom is more than a JSON Web Key takes besides its key and its id.
const keyRoom = 80

// JWKS returns the keys that instances of a stage accept as a JSON Web Key Set
// (RFC 7517 §5), the one that signs first, with "kty" oct, "k", "alg", "use" and
// "kid". It is for libraries that take a set from a file: it holds the secrets
// and is never to be published, as the sets of public keys are. Wipe it after
// use. The error is [ErrStage] or [ErrWiped].
func (p *Plan) JWKS(s Stage) ([]byte, error) {
	keys, err := p.at(s)
	if err != nil {
		return nil, err
	}
	size := keyRoom
	for _, k := range keys {
		size += base64.RawURLEncoding.EncodedLen(len(k.bytes)) + len(k.id) + keyRoom
	}
	set := append(make([]byte, 0, size), `{"keys":[`...)
	for i, k := range keys {
		if i > 0 {
			set = append(set, ',')
		}
		set = secret.AppendJWK(append(set, "\n  "...), p.Algorithm, k.bytes, k.id)
	}
	return append(set, "\n]}\n"...), nil
}
