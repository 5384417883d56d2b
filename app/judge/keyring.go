package judge

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"jwtsecret/app/keypair"
	"jwtsecret/app/paste"
)

// keyring are the keys of pairs that stand where a secret may stand: PEM, a certificate, a
// JWK or a JWKS, pasted and never fetched.
type keyring struct {
	form     string         // what the text is, as package keypair calls it
	keys     []*keypair.Key // private and public ones, in their order
	places   []int          // their numbers in the text, from 1
	problems []string       // sentences on what is wrong with them, the gravest first
	locked   bool           // it is encrypted, so that nobody knows which keys there are
	gaps     bool           // some keys of the text could not be read
}

// readKeyring looks for keys in the text as it stands and in each wrapping that holds some.
// Wipe it after use.
func readKeyring(p paste.Paste) (r keyring) {
	for i, c := range p.Candidates {
		isKey := c.Kind == paste.KeyFile || c.Kind == paste.PublicKey
		if i > 0 && !isKey {
			continue
		}
		found := readKeys(c.Text)
		if len(found.keys) > 0 || found.locked {
			return found
		}
		if isKey && len(r.problems) == 0 {
			r.problems = found.problems
		}
	}
	return r
}

func readKeys(text []byte) keyring {
	parsed, err := keypair.Parse(text, nil)
	r := keyring{form: parsed.Form, locked: errors.Is(err, keypair.ErrNeedPassphrase)}
	for i, k := range parsed.Keys {
		if k.Family() == keypair.Oct { // which is a secret
			k.Wipe()
			continue
		}
		r.keys, r.places = append(r.keys, k), append(r.places, i+1)
	}
	if r.locked {
		r.problems = []string{"This key is encrypted. Open it with its passphrase on the page Keys, and paste what you get there."}
	}
	for _, p := range parsed.Problems {
		r.locked = r.locked || p.Code == "encrypted"
		r.gaps = r.gaps || p.Key < 0 && p.Code != "set-private"
		r.problems = append(r.problems, p.Title+": "+p.Sentence)
	}
	for _, p := range keypair.Check(r.keys) {
		if p.Code != "kid-missing" { // here each is tried
			r.problems = append(r.problems, r.prefix(p.Key)+p.Title+": "+p.Sentence)
		}
	}
	return r
}

// keyRemarks sends who pasted keys in the place of a secret to where they are at home.
func keyRemarks(p paste.Paste) []string {
	r := readKeyring(p)
	defer r.wipe()
	switch {
	case r.locked:
		return []string{"This is an encrypted key, and no secret to share. The page Keys says how it is opened."}
	case len(r.keys) == 0:
		return nil
	default:
		return []string{"This is a key of a pair, for " + signsBy(r.keys[0]) + ", and no secret to share. The page Keys says what it is and what is wrong with it, and the page Token verifies and signs with it."}
	}
}

// prefix says which of several keys a sentence is about.
func (r keyring) prefix(i int) string {
	if len(r.keys) == 1 || r.gaps {
		return ""
	}
	return "Key " + strconv.Itoa(r.places[i]) + ": "
}

// wipe overwrites the private keys.
func (r keyring) wipe() {
	for _, k := range r.keys {
		k.Wipe()
	}
}

// problem says what is wrong with the keys, or nothing.
func (r keyring) problem() string {
	const most = 3
	if more := len(r.problems) - most; more > 0 {
		return strings.Join(r.problems[:most], " ") + " The page Keys tells " + strconv.Itoa(more) + " more."
	}
	return strings.Join(r.problems, " ")
}

// own reports whether a key is private, as one that is encrypted is.
func (r keyring) own() bool {
	return r.locked || slices.ContainsFunc(r.keys, (*keypair.Key).Private)
}

// signer returns the index of the private key that signs by an algorithm: the one that the
// header names by its kid, or else the first that fits, those before others that are made
// for this algorithm. Below 0 there is none.
func (r keyring) signer(a keypair.Algorithm, id string) int {
	best, at := 0, -1
	for i, k := range r.keys {
		if !k.Private() || !fitsKey(k, a) {
			continue
		}
		worth := 1
		if refusal(k, a) == "" {
			worth += 2
		}
		if id != "" && k.ID == id {
			worth += 4
		}
		if worth > best {
			best, at = worth, i
		}
	}
	return at
}

// algorithm returns the one that the first key signs with, private ones before others, or
// nothing.
func (r keyring) algorithm() (name string) {
	for _, k := range r.keys {
		all := k.Signs()
		if len(all) > 0 && k.Private() {
			return string(all[0])
		} else if len(all) > 0 && name == "" {
			name = string(all[0])
		}
	}
	return name
}

// names reports whether a key has this kid.
func (r keyring) names(id string) bool {
	return slices.ContainsFunc(r.keys, func(k *keypair.Key) bool { return k.ID == id })
}

// name says which key is meant: "this public key", "key 2 of the set, kid abc".
func (r keyring) name(i int) string {
	k := r.keys[i]
	text := "this public key"
	switch {
	case len(r.keys) > 1 || r.form == "JWKS":
		text = "key " + strconv.Itoa(r.places[i]) + " of the set"
		if r.gaps {
			text = "a key of the set"
		}
	case k.Private():
		text = "this private key"
	case r.form == "certificate":
		text = "the key of this certificate"
	}
	if k.ID != "" {
		text += ", kid " + shortID(k.ID)
	}
	return text
}

// nature says which key is meant, what it is and what it signs by.
func (r keyring) nature(i int) string {
	return r.name(i) + " is " + kind(r.keys[i]) + ", for " + signsBy(r.keys[i])
}

// shortID is a kid that can be read to its end.
func shortID(id string) string { return short(id, 64) } // thumbprints in hexadecimal have so many

// short is what someone else wrote, on one line of so many characters at most.
func short(text string, most int) string {
	visible := []rune(lineless.Replace(string(legible([]byte(text)))))
	if len(visible) > most {
		return string(visible[:most]) + "…"
	}
	return string(visible)
}

var lineless = strings.NewReplacer("\n", `\n`, "\t", `\t`)

// article begins the name of a family.
func article(f keypair.Family) string {
	if f == keypair.RSA {
		return "an RSA key"
	}
	return "an " + string(f) + " key"
}

// kind says what a key is: "an EC key on P-256".
func kind(k *keypair.Key) string {
	switch {
	case k.Curve() != "":
		return article(k.Family()) + " on " + k.Curve()
	case k.Family() == keypair.RSA:
		return article(k.Family()) + " of " + strconv.Itoa(k.Bits()) + " bits"
	default:
		return article(k.Family()) + " for " + string(k.Algorithm)
	}
}

// fitsKey reports whether the key is of the kind that the algorithm takes, whatever it says
// that it is for.
func fitsKey(k *keypair.Key, a keypair.Algorithm) bool {
	return !errors.Is(k.Verify(a, nil, nil), keypair.ErrFit)
}

// refusal says why a library that heeds what stands in the key refuses to verify with it by
// an algorithm, or nothing.
func refusal(k *keypair.Key, a keypair.Algorithm) string {
	const heed = ": libraries that heed it refuse the token (RFC 7517, section 4."
	own := k.Algorithm
	if own == "Ed25519" && a == "EdDSA" || own == "EdDSA" && a == "Ed25519" {
		own = a // RFC 9864 gave the same algorithm another name
	}
	switch {
	case own != "" && own != a:
		return " The alg of the key says " + shortID(string(own)) + heed + "4)."
	case k.Use != "" && k.Use != "sig":
		return " The use of the key is not sig" + heed + "2)."
	case len(k.Ops) > 0 && !slices.Contains(k.Ops, "verify") && !slices.Contains(k.Ops, "sign"):
		return " The key_ops of the key are not those of signatures" + heed + "3)."
	default:
		return ""
	}
}

// signsBy lists the algorithms of a key in words.
func signsBy(k *keypair.Key) string {
	var names []string
	for _, a := range k.Signs() {
		names = append(names, string(a))
	}
	if len(names) == 0 {
		return "no signature"
	}
	return strings.Join(names, ", ")
}
