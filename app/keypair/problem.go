package keypair

import (
	"errors"
	"strconv"
)

// Problem is something that is wrong.
type Problem struct {
	Code     string // "rsa-short"
	Key      int    // the index in Parsed.Keys, or below 0 where it is about none
	Title    string // a few words, for a heading
	Sentence string // what it means, with its source
}

// about returns the problem of a code with a key.
func about(key int, code string) Problem {
	words, ok := sentences[code]
	if !ok {
		panic("no sentence for " + code)
	}
	return Problem{Code: code, Key: key, Title: words[0], Sentence: words[1]}
}

// memberError says that a member of a JWK is missing or no value of its kind. It holds the
// member's name, which is one of the standard.
type memberError struct{ name, what string }

func (e *memberError) Error() string { return "the member " + e.name + " " + e.what }

// unread returns the problem of what could not be read as a key; place is its number among
// several, or 0.
func unread(err error, place int) Problem {
	p := about(-1, codeOf(err))
	if member := (*memberError)(nil); errors.As(err, &member) {
		p.Sentence = "Its member “" + member.name + "” " + member.what + "."
	}
	if place > 0 {
		p.Sentence = "Key " + strconv.Itoa(place) + " of the text is left out: " + p.Sentence
	}
	return p
}

// codeOf returns what a problem with reading is called.
func codeOf(err error) string {
	for _, known := range []struct {
		err  error
		code string
	}{
		{errApart, "apart"}, {errPoint, "point"}, {errUnknown, "unknown"}, {errPrimes, "primes"}, {errHuge, "rsa-huge"},
		{errExpanded, "no-seed"}, {errDuplicate, "duplicate-member"}, {errJSON, "json"}, {errTruncated, "truncated"},
		{errEncrypted, "encrypted"}, {errOpenSSH, "openssh"}, {errRequest, "request"}, {errBase64, "base64"}, {errCertificate, "certificate"},
	} {
		if errors.Is(err, known.err) {
			return known.code
		}
	}
	if member := (*memberError)(nil); errors.As(err, &member) {
		return "member"
	}
	return "der"
}

// The errors of reading, each with a sentence.
var (
	errDuplicate   = errors.New("a member stands twice")
	errJSON        = errors.New("this is not JSON")
	errTruncated   = errors.New("the PEM block has no end")
	errEncrypted   = errors.New("the PEM block is encrypted")
	errOpenSSH     = errors.New("the key is in OpenSSH's own form")
	errRequest     = errors.New("this is a certificate request")
	errBase64      = errors.New("the PEM block is not base64")
	errCertificate = errors.New("the certificate cannot be read")
)

// sentences are the title and the sentence of every problem.
var sentences = map[string][2]string{
	// Of reading.
	"large":            {"More than 1 MB", "Keys are small: a text of more than 1 MB is not read. Paste the key or the key set alone."},
	"apart":            {"The parts do not belong together", "The private and the public part of this key are not of one pair, or one of them is damaged: what the one signs, the other would not verify."},
	"point":            {"No point of the curve", "The public key is not a point of its curve. A library that does not check this can be made to give its private key away, so it is not read."},
	"unknown":          {"A kind of key not known here", "Read are RSA, EC on P-256, P-384 and P-521, Ed25519, X25519, ML-DSA-44, -65 and -87, and symmetric keys."},
	"primes":           {"More than two primes", "This RSA key has more than two primes. Few libraries read that, and none needs it."},
	"rsa-huge":         {"Beyond 16384 bits", "An RSA key beyond 16384 bits, or with an exponent beyond 256, only takes time: who verifies with it can be kept busy."},
	"no-seed":          {"The seed is missing", "This private ML-DSA key holds only what its seed expands to. A JWK keeps the seed (RFC 9964), which cannot be had back: export the key with its seed."},
	"duplicate-member": {"A member stands twice", "A member of this JWK stands twice, and libraries differ in which of the two they take (RFC 7517 §4)."},
	"json":             {"Broken JSON", "It begins like a JWK and is no whole JSON object in UTF-8: perhaps something was cut off."},
	"truncated":        {"The PEM has no end", "There is a BEGIN line, and the END line with the same words is missing: the text was cut off."},
	"encrypted":        {"An encrypted PEM", "This private key is encrypted by OpenSSL. Decrypt it on your own machine: openssl pkey -in encrypted.pem -out private.pem asks for the passphrase."},
	"openssh":          {"A key of OpenSSH", "This is OpenSSH's own form. On a copy of the file, ssh-keygen -p -m PKCS8 -f copy writes an RSA or ECDSA key anew as PEM, which is read here."},
	"openssh-public":   {"A public key of OpenSSH", "This is OpenSSH's own form. ssh-keygen -e -m PKCS8 -f key.pub prints an RSA or ECDSA key as PEM, which is read here."},
	"request":          {"A certificate request", "It asks for a certificate and is none. Paste the key that it was made with, or the certificate that came back."},
	"base64":           {"Broken PEM", "Between its BEGIN and END line stands something other than base64."},
	"certificate":      {"A certificate that cannot be read", "The certificate is damaged or not X.509, and its public key is not found."},
	"member":           {"A member is missing or broken", ""},
	"der":              {"No key in it", "The bytes are not the key that stands around them: they may be cut off or of another kind."},
	"empty":            {"A key set without keys", "The member “keys” is an empty array (RFC 7517 §5)."},
	"set-private":      {"Private keys in a key set", "A key set is made to be published, and this one holds what must stay secret. If it was published, replace the keys, and publish the public ones alone."},
	"short-member":     {"Zeros are missing", "A coordinate or the private value is shorter than the curve's size. RFC 7518 §6.2 wants it filled with zeros, and some libraries refuse it: what is written here is filled."},
	"long-member":      {"Zeros too many", "A number of this key begins with a zero byte, which RFC 7518 leaves out (§2, Base64urlUInt, and §6.2): some libraries refuse the key, or compute another thumbprint. What is written here is without."},
	"no-set":           {"No key set", "A key set is a JSON object with an array of keys as its member “keys” (RFC 7517 §5)."},
	"jwe-unknown":      {"Encrypted in a way not known here", "Opened is what is encrypted with a passphrase, by PBES2 and AES (RFC 7518 §4.8), and nothing compressed or with a “crit”."},
	"jwe-count":        {"Too many iterations", "The text asks for more than 2,000,000 iterations of PBKDF2, or for none. That would only take time, and nothing was tried."},
	"jwe-changed":      {"Changed or cut off", "The passphrase is right, and what is encrypted was changed or cut off since."},
	"x5c":              {"The certificate is of another key", "The first certificate in “x5c” must hold this key, and all must be certificates (RFC 7517 §4.7). Here they are not: what is written here is without “x5c”."},

	// Of keys, by themselves.
	"rsa-short":    {"RSA under 2048 bits", "RFC 7518 §3.3 demands 2048 bits or more. Keys of 829 bits have been factored, and 1024 bits are within reach of states: make a new key."},
	"rsa-one":      {"The exponent is 1", "With an exponent of 1 the signature is the message itself: anyone can sign. Make a new key."},
	"rsa-even":     {"The exponent is even", "An even exponent has no inverse, so this is no RSA key, and libraries refuse it. Make a new key."},
	"rsa-exponent": {"A small exponent", "The exponent is below 65537, which FIPS 186-5 asks for. It is not broken by that, and careless verification of such keys has been (CVE-2006-4339): make new keys with 65537."},
	"rsa-small":    {"A small factor", "A small prime divides the modulus: it is damaged or was made badly, and is easier to factor than its size says. Make a new key."},
	"rsa-roca":     {"Made by a broken library (ROCA)", "The modulus has the fingerprint of CVE-2017-15361: it comes from a chip whose primes can be computed. Make a new key elsewhere."},
	"rsa-close":    {"The primes are too close", "The two primes lie so close to each other that Fermat’s method finds them at once (CVE-2022-26320). Make a new key."},
	"rsa-shared":   {"A prime shared with another key", "This modulus and another one here have a prime in common: whoever has both public keys computes both private keys. Make new keys, on a machine with a working source of randomness."},
	"okp-small":    {"A point of small order", "The public key is one of the few points with which anyone could sign, or whose agreed secret everyone knows (RFC 7748 §7). No private key belongs to it: do not use it."},
	"oct-short":    {"The secret is too short", "HMAC needs a key at least as long as its hash (RFC 7518 §3.2): 32 bytes for HS256, 48 for HS384, 64 for HS512."},
	"oct-size":     {"Not the size of the algorithm", "This algorithm takes keys of exactly one size (RFC 7518 §4 and §5), and libraries refuse this one."},

	// Of what keys say of themselves.
	"alg-kty":     {"“alg” does not fit the key", "The algorithm takes keys of another type or curve than this one (RFC 7518 §3.1 and §4.1)."},
	"alg-use":     {"“use” contradicts “alg”", "One says signatures, the other encryption (RFC 7517 §4.2): libraries skip such a key when they look for one."},
	"use-unknown": {"An unknown “use”", "Known are “sig” and “enc” (RFC 7517 §4.2)."},
	"ops-use":     {"“key_ops” contradict the use", "One key must not both sign and encrypt, and its operations must be those of its “use” and “alg” (RFC 7517 §4.3)."},
	"ops-public":  {"A public key that signs or decrypts", "Among its “key_ops” is one that needs the private key: a public key verifies, encrypts or wraps (RFC 7517 §4.3)."},
	"ops-private": {"A private key that says it is public", "By its “key_ops” it only verifies or encrypts, and it holds the private members: if it was given to others as a public key, replace it."},
	"kid-missing": {"No “kid”", "Among several keys, one without “kid” is found by trying only, and is lost at the next rotation (RFC 7517 §4.5)."},
	"kid-twice":   {"The “kid” of another key", "Two different keys have the same “kid”: which of them a library takes is chance (RFC 7517 §4.5)."},
	"key-twice":   {"The same key twice", "This key stands here already, with the same “kid”."},
}
