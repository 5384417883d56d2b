package keypair

import (
	"bytes"
	"crypto/aes"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"hash"
	"slices"
	"strconv"
)

// Iterations is the PBKDF2 count of Encrypt.
const Iterations = 210_000 // OWASP, for HMAC-SHA-512

// maxIterations is how many are done to read what another program has written: the count
// stands in the text, and a huge one would only take time.
const maxIterations = 2_000_000

// derivation is a key encryption by a passphrase (RFC 7518 §4.8).
type derivation struct {
	hash func() hash.Hash
	size int // of the AES key in bytes
}

var derivations = map[string]derivation{
	"PBES2-HS256+A128KW": {sha256.New, 16}, "PBES2-HS384+A192KW": {sha512.New384, 24}, written: {sha512.New, 32},
}

// What Encrypt writes.
const (
	written        = "PBES2-HS512+A256KW"
	writtenContent = "A256GCM"
)

// key derives the key that the content's key is wrapped with; the salt begins with the name
// of the algorithm (RFC 7518 §4.8.1.1).
func (d derivation) key(algorithm string, passphrase, salt []byte, iterations int) ([]byte, error) {
	salt = slices.Concat([]byte(algorithm), []byte{0}, salt)
	return pbkdf2.Key(d.hash, string(passphrase), salt, iterations, d.size)
}

// Encrypt returns a private JWK as a compact JWE by PBES2-HS512+A256KW (RFC 7518 §4.8,
// RFC 7517 Appendix C) and A256GCM. The errors are [ErrNeedPassphrase] for an empty
// passphrase and [ErrForm] for a public key, of which there is nothing to hide.
func Encrypt(k *Key, passphrase []byte) ([]byte, error) {
	switch {
	case !k.Private():
		return nil, ErrForm
	case len(passphrase) == 0:
		return nil, ErrNeedPassphrase
	}
	salt, key, nonce := make([]byte, 16), make([]byte, contents[writtenContent].size), make([]byte, 12)
	rand.Read(salt) // never returns an error: it ends the program instead
	rand.Read(key)
	rand.Read(nonce)
	defer clear(key)
	outer, err := derivations[written].key(written, passphrase, salt, Iterations)
	if err != nil {
		return nil, err
	}
	defer clear(outer)
	block, err := aes.NewCipher(outer)
	if err != nil {
		return nil, err
	}
	header := base64.RawURLEncoding.AppendEncode(nil, []byte(`{"alg":"`+written+`","p2s":"`+base64.RawURLEncoding.EncodeToString(salt)+
		`","p2c":`+strconv.Itoa(Iterations)+`,"enc":"`+writtenContent+`","cty":"jwk+json"}`))
	plain := k.JWK()
	defer clear(plain)
	text, tag, err := sealGCM(key, nonce, plain, header)
	if err != nil {
		return nil, err
	}
	return compact(header, wrap(block, key), nonce, text, tag), nil
}

// compact writes the five parts (RFC 7516 §7.1), the first of which is encoded already.
func compact(header []byte, parts ...[]byte) []byte {
	for _, part := range parts {
		header = base64.RawURLEncoding.AppendEncode(append(header, '.'), part)
	}
	return header
}

// openJWE reads keys that are encrypted with a passphrase.
func openJWE(text, passphrase []byte) (Parsed, error) {
	p := Parsed{Form: "JWE"}
	parts := bytes.Split(text, []byte{'.'})
	raw := make([][]byte, len(parts))
	for i, part := range parts {
		var err error
		if raw[i], err = base64.RawURLEncoding.AppendDecode(nil, part); err != nil {
			return Parsed{}, ErrNoKey
		}
	}
	h, err := readHeader(raw[0])
	if err != nil {
		return Parsed{}, ErrNoKey
	}
	d, known := derivations[h.alg]
	c, knownContent := contents[h.enc]
	switch {
	case !known || !knownContent || h.more:
		p.Problems = []Problem{about(-1, "jwe-unknown")}
		return p, nil
	case h.count < 1 || h.count > maxIterations:
		p.Problems = []Problem{about(-1, "jwe-count")}
		return p, nil
	case len(passphrase) == 0:
		return p, ErrNeedPassphrase
	}
	outer, err := d.key(h.alg, passphrase, h.salt, h.count)
	if err != nil {
		return p, err
	}
	defer clear(outer)
	block, err := aes.NewCipher(outer)
	if err != nil {
		return p, err
	}
	key := unwrap(block, raw[1])
	if key == nil {
		return p, ErrPassphrase
	}
	defer clear(key)
	plain := c.open(key, raw[2], raw[3], raw[4], parts[0])
	defer clear(plain)
	if plain == nil {
		p.Problems = []Problem{about(-1, "jwe-changed")}
		return p, nil
	}
	p.readJSON(bytes.TrimSpace(plain))
	p.Form = "JWE"
	p.Problems = slices.DeleteFunc(p.Problems, func(found Problem) bool { return found.Code == "set-private" })
	return p, nil
}

// jweHeader is what the protected header says (RFC 7516 §4.1, RFC 7518 §4.8.1).
type jweHeader struct {
	alg, enc string
	salt     []byte
	count    int
	more     bool // "zip" or "crit", neither of which is known here
}

func readHeader(text []byte) (h jweHeader, err error) {
	members, err := object(text)
	if err != nil {
		return h, err
	}
	r := reader{members: members}
	h = jweHeader{alg: r.text("alg"), enc: r.text("enc"), salt: r.bytes("p2s"), more: r.has("zip") || r.has("crit")}
	if json.Unmarshal(members["p2c"], &h.count) != nil { // none, or one beyond all that is counted here
		h.count = 0
	}
	return h, r.err
}
