package judge

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	"jwtsecret/app/keypair"
	"jwtsecret/app/paste"
	"jwtsecret/app/token"
)

// ErrNoPair says that a text holds no key of a pair, so that it may be a secret.
var ErrNoPair = errors.New("this holds no key of a pair")

// SignPair returns the token of claims, a JSON object, signed with the private key in a
// text by this algorithm, or by the key's own where that is empty. Its header has the kid
// that is asked for, or the key's. The warning says what is wrong with the key, or is
// empty. The error is [ErrNoPair], a [*token.ParseError], or says why the key does not
// sign; it holds nothing of the key or the claims.
func SignPair(text, claims []byte, algorithm, keyID string) (signed []byte, warning string, err error) {
	p := paste.Read(text)
	defer p.Wipe()
	r := readKeyring(p)
	defer r.wipe()
	if len(r.keys) == 0 && len(r.problems) == 0 {
		return nil, "", ErrNoPair
	}
	a := keypair.Algorithm(r.algorithm())
	if algorithm != "" {
		a = spelled(algorithm)
	}
	at := r.signer(a, keyID)
	switch {
	case len(r.keys) == 0:
		return nil, "", errors.New(r.problem())
	case !r.own():
		return nil, "", errors.New("a public key verifies and cannot sign: give the private key")
	case a == "" && algorithm != "":
		return nil, "", errors.New("there is no such algorithm of signatures: " + r.nature(0))
	case a == "":
		return nil, "", errors.New(r.nature(0))
	case at < 0:
		return nil, "", errors.New(r.misfit(a, keyID))
	}
	k := r.keys[at]
	if keyID == "" {
		keyID = k.ID
	}
	input := token.Input(headerBy(a, keyID), bytes.TrimSpace(claims))
	signature, err := k.Sign(a, input)
	if err != nil {
		return nil, "", err
	}
	signed = token.WithSignature(input, signature)
	if _, err := token.Parse(signed); err != nil {
		return nil, "", err
	}
	return signed, r.problem(), nil
}

// headerBy is the header of a token that is signed by an algorithm, with a kid unless that
// is empty.
func headerBy(a keypair.Algorithm, id string) []byte {
	header, _ := json.Marshal(struct { // of texts there is no error
		Algorithm keypair.Algorithm `json:"alg"`
		ID        string            `json:"kid,omitempty"`
		Type      string            `json:"typ"`
	}{a, id, "JWT"})
	return header
}

// spelled returns the algorithm of signatures with a name in letters of any case, or none.
func spelled(name string) keypair.Algorithm {
	for _, a := range append(keypair.Algorithms(), "Ed25519", "HS256", "HS384", "HS512") {
		if strings.EqualFold(name, string(a)) && a.Use() == "sig" {
			return a
		}
	}
	return ""
}
