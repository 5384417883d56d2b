package rotation

import (
	_ "embed" // for the code
	"slices"
	"time"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/keypair"
)

//go:embed code/mixed/go-golang-jwt.go.txt
var mixedGo string

//go:embed code/mixed/node-jose.mjs
var mixedNode string

//go:embed code/mixed/python-pyjwt.py
var mixedPython string

// MixedLanguages returns those of [Pair.Code].
func MixedLanguages() []Language {
	return []Language{
		{"go", "Go (golang-jwt)", "verify.go", "github.com/golang-jwt/jwt/v5 and github.com/go-jose/go-jose/v4", "golang-jwt 5.3.1", snippet.Go, mixedGo},
		{"node", "Node.js (jose)", "verify.mjs", "jose 6", "jose 6.2.17", snippet.JavaScript, mixedNode},
		{"python", "Python (PyJWT)", "verify.py", "PyJWT 2 and cryptography", "the PyJWT of Debian", snippet.Python, mixedPython},
	}
}

// Code returns a file in the language with this [Language.ID] that verifies with the
// environment of every [Stage] of the way from a shared secret to a pair: each key with
// its own algorithm, whatever a token's header says (RFC 8725 §3.1). Tokens need an "exp".
// The error is [ErrLanguage], also for a plan from another pair and for ML-DSA, which
// the libraries do not know.
func (p *Pair) Code(language string) (string, error) {
	all := MixedLanguages()
	i := slices.IndexFunc(all, func(l Language) bool { return l.ID == language })
	if i < 0 || !p.Shared || p.fresh.Family() == keypair.AKP {
		return "", ErrLanguage
	}
	return snippet.Adapt(all[i].source, p.Name, p.Algorithm, p.Reading), nil
}

// jwksSuffix ends the name of the variable that names the file of the key set.
const jwksSuffix = "_JWKS"

// SetFile is the name of the file of the key set that [Pair.Environment] speaks of.
const SetFile = "jwks.json"

// Environment returns what is to stand in the environment of the verifiers in a stage of
// the way from a shared secret, as an .env file: that secret, which the plan does not know,
// is in it until [Finish] as it is today. The error is [ErrStage], also for a plan from
// another pair.
func (p *Pair) Environment(s Stage) ([]byte, error) {
	if !p.Shared || !slices.Contains(p.Stages(), s) {
		return nil, ErrStage
	}
	text := p.Name + jwksSuffix + "=" + SetFile + "\n"
	if s == Finish {
		return []byte("# Without " + p.Name + "\n" + text), nil
	}
	if p.previousID != "" {
		text += p.Name + keyIDSuffix + "=" + p.previousID + "\n"
	}
	if s == Switch {
		text += p.Name + untilSuffix + "=" + p.Dates.StopOld.Format(time.RFC3339) + "\n"
	}
	return []byte("# Beside " + p.Name + ", which stays as it is\n" + text), nil
}
