package judge

import (
	"encoding/pem"
	"slices"

	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
)

// form is a file of a key, and what writes it. Those that a key has no such form for are
// left out.
type form struct {
	job.KeyFile
	text func(*keypair.Key) ([]byte, error)
}

var privateForms = []form{
	{job.KeyFile{Name: "private.pem", Title: "Private key, PEM (PKCS#8)", Hint: "For the service that signs or decrypts, and for no other. Most libraries read this form."}, (*keypair.Key).PKCS8},
	{job.KeyFile{Name: "jwk.json", Title: "Private key, JWK", Hint: "The same for libraries that take a JSON Web Key (RFC 7517)."}, pairJWK},
	{job.KeyFile{Name: "jwk.json", Title: "Key, JWK", Hint: "For the services that encrypt and decrypt with it, or sign and verify. It is secret as a whole."}, octJWK},
	{job.KeyFile{Name: "key.txt", Title: "Key, base64url", Hint: "The bytes of the key alone, for libraries that take those."}, (*keypair.Key).Base64URL},
	{job.KeyFile{Name: "private-pkcs1.pem", Title: "Private key, PEM (PKCS#1)", Hint: "For programs that know only BEGIN RSA PRIVATE KEY.", More: true}, (*keypair.Key).PKCS1},
	{job.KeyFile{Name: "private-sec1.pem", Title: "Private key, PEM (SEC 1)", Hint: "For programs that know only BEGIN EC PRIVATE KEY.", More: true}, (*keypair.Key).SEC1},
}

var publicForms = []form{
	{job.KeyFile{Name: "public.pem", Title: "Public key, PEM (SPKI)", Hint: "For services that verify or encrypt, and read no key set."}, (*keypair.Key).SPKI},
	{job.KeyFile{Name: "public.jwk.json", Title: "Public key, JWK", Hint: "One key of the key set alone.", More: true}, pairJWK},
	{job.KeyFile{Name: "public-pkcs1.pem", Title: "Public key, PEM (PKCS#1)", Hint: "For programs that know only BEGIN RSA PUBLIC KEY.", More: true}, (*keypair.Key).PKCS1},
}

// write writes the forms of the first key.
func (k *keys) write() (wrong *string, sentence string) {
	first := k.all[0]
	if first.Private() {
		k.forms(first, privateForms, true)
	}
	if first.Private() && k.request.Encrypt {
		text, err := keypair.Encrypt(first, k.request.Passphrase)
		if err != nil {
			return &k.report.PassphraseProblem, "The key was not encrypted with this passphrase: choose another one."
		}
		k.add(encrypted, text)
	}
	if p := first.Public(); p != nil {
		k.forms(p, publicForms, false)
	}
	if len(first.Chain) > 0 {
		k.add(certificateFile(k.request.Certificate != ""), certificates(first.Chain))
	}
	return nil, ""
}

func (k *keys) forms(key *keypair.Key, all []form, secret bool) {
	for _, f := range all {
		if text, err := f.text(key); err == nil {
			f.Private = secret
			k.add(f.KeyFile, text)
		}
	}
}

// add keeps a file. Those that are seldom wanted stay behind the others.
func (k *keys) add(f job.KeyFile, text []byte) {
	f.Text = text
	at := len(k.report.Files)
	if i := slices.IndexFunc(k.report.Files, func(f job.KeyFile) bool { return f.More }); i >= 0 && !f.More {
		at = i
	}
	k.report.Files = slices.Insert(k.report.Files, at, f)
}

var encrypted = job.KeyFile{Name: "private.jwe", Title: "Private key, encrypted (JWE)", Private: true,
	Hint: "For a backup: the passphrase opens it (PBES2-HS512+A256KW), here or in a library for JWE. It is worth no more than the passphrase."}

// jwks is the file of a key set.
func jwks(count int) job.KeyFile {
	f := job.KeyFile{Name: job.KeySetName, Title: "Public key, JWKS", Hint: serve}
	if count > 1 {
		f.Title = "Public keys, JWKS"
	}
	return f
}

// serve says how a key set is published.
const serve = "Serve it at /.well-known/jwks.json with Content-Type: application/json (or application/jwk-set+json, RFC 7517) and Cache-Control: public, max-age=300, so that a new key is known everywhere after five minutes."

func certificates(chain [][]byte) (text []byte) {
	for _, der := range chain {
		text = append(text, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})...)
	}
	return text
}

// pairJWK returns the key as a JWK, unless it is symmetric.
func pairJWK(key *keypair.Key) ([]byte, error) {
	if key.Family() == keypair.Oct {
		return nil, keypair.ErrForm
	}
	return append(key.JWK(), '\n'), nil
}

// octJWK returns a symmetric key as a JWK.
func octJWK(key *keypair.Key) ([]byte, error) {
	if key.Family() != keypair.Oct {
		return nil, keypair.ErrForm
	}
	return append(key.JWK(), '\n'), nil
}
