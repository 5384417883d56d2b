package guide

import (
	"bytes"
	"encoding/json"

	"jwtsecret/app/job"
	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// confuse attacks two verifiers with what everybody may have: a public key. The attacker
// takes its text as the secret of HS256. This is the algorithm confusion of RFC 8725 §2.1.
type confuse struct {
	pair publicPair    // that was made, or nothing: then it is the standard's
	left chan struct{} // closed when the page is left while a pair is being made
}

// publicPair is what everybody may have of a key pair for ES256.
type publicPair struct {
	key    []byte // public.pem
	issued []byte // a token that the private key signed, and the public key has verified
}

// standardPair is the key of RFC 7515 appendix A.3, as PEM, and its token.
func standardPair() publicPair {
	return publicPair{[]byte(`-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEf83OJ3D2xF1Bg8vub9tLe1gHMzV7
6e8Tus9uPHvRVEXH8UTNG72bfocs3+257rn0s2ldbqkLJK2KRiMohYjlrQ==
-----END PUBLIC KEY-----
`), []byte("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ." +
		"DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")}
}

// es256 reports whether the private key signed a token. There is no ECDSA in this program,
// but it knows the one token that the key ever signed, and who computes an HMAC cannot hit
// on another: a tag of HS256 has 32 bytes, a signature of ES256 has 64 (RFC 7518 §3.4).
func (p publicPair) es256(t *token.Token) bool {
	return bytes.Equal(token.WithSignature(t.SigningInput(), t.Signature()), p.issued)
}

// The two verifiers. Both were given the same public key, to check tokens of ES256.

// careless lets the token say how it is to be checked, and takes its one key for that.
func careless(t *token.Token, p publicPair) error {
	if a, err := t.Algorithm(); err == nil { // one of HMAC
		return t.Verify(a, p.key) // with the public key as the secret: that is the mistake
	}
	return pinned(t, p)
}

// pinned takes one algorithm, whatever the token says (RFC 8725 §3.1).
func pinned(t *token.Token, p publicPair) error {
	var header map[string]json.RawMessage // of which names differ by case
	if json.Unmarshal(t.Header(), &header) != nil || string(header["alg"]) != `"ES256"` {
		return token.ErrAlgorithm
	}
	if !p.es256(t) {
		return token.ErrSignature
	}
	return nil
}

// The secrets that an attacker may try, as they stand in the list of the box.
const (
	secretFile    = "the text of public.pem"
	secretTrimmed = "public.pem, no last line end"
)

// attackersSecret returns the bytes that the attacker signs with.
func (p publicPair) attackersSecret(choice string) []byte {
	switch choice {
	case secretFile:
		return p.key
	case secretTrimmed:
		return bytes.TrimSuffix(p.key, []byte{'\n'})
	default:
		return []byte("a guess")
	}
}

// forge makes the attacker's token.
func (p publicPair) forge(claims []byte, choice string) (*token.Token, []byte, error) {
	text, err := token.Sign(secret.HS256, p.attackersSecret(choice), claims)
	if err != nil {
		return nil, nil, err
	}
	t, err := token.Parse(text)
	return t, text, err
}

func (c *confuse) public() publicPair {
	if c.pair.key == nil {
		return standardPair()
	}
	return c.pair
}

// Show forges a token with what stands in the fields, and has both verifiers check it.
func (c *confuse) Show(f Form, v *View) {
	p := c.public()
	if c.left == nil { // else a pair is being made
		v.Say("done", "")
	}
	v.Put("public", bytes.Clone(p.key))
	v.Put("issued", bytes.Clone(p.issued))
	t, text, err := p.forge(f["claims"], f.Text("secret"))
	if err != nil {
		v.Say("problem", "There is nothing to sign: "+forgeProblem(f["claims"]))
		v.Say("forged", "")
		v.List("checks", nil)
		showNoOutcome(v, "careless", "why", "pinned")
		return
	}
	v.Say("problem", "")
	v.Put("forged", text)
	issued, err := token.Parse(p.issued)
	if err != nil { // it was verified
		return
	}
	v.List("checks", [][]string{
		{"Careless: does what alg says", verdictOf(careless(issued, p)), verdictOf(careless(t, p))},
		{"Pinned to ES256", verdictOf(pinned(issued, p)), verdictOf(pinned(t, p))},
	})
	if careless(t, p) == nil {
		v.Judge("careless", false, "The careless service lets the attacker in.")
		v.Say("why", "The token says HS256, so the service computes an HMAC, with the only key that it has: the public one. The attacker did the same.")
	} else {
		v.Mark("careless", "open")
		v.Say("careless", "The careless service was lucky.")
		v.Say("why", "The attacker's bytes are not those of its key. One byte more or less, such as a line end, makes another HMAC. The next try may have it right.")
	}
	v.Judge("pinned", pinned(t, p) != nil, "The pinned service refuses it: HS256 is not ES256, so it never gets as far as the key.")
}

func verdictOf(err error) string {
	if err == nil {
		return "accepted"
	}
	return "refused"
}

// forgeProblem says what is wrong with claims that cannot be signed.
func forgeProblem(claims []byte) string {
	switch {
	case len(bytes.TrimSpace(claims)) == 0:
		return `write some claims, {"sub":"admin"} for example.`
	case len(claims) > token.MaxSize/2:
		return "no token is longer than " + prose.Counted(token.MaxSize, "byte", "bytes") + " here. Write fewer claims."
	default:
		return `the claims are not a JSON object as tokens have it. Names and texts stand in double quotes, as in {"sub":"admin"}, and no name twice.`
	}
}

// Act makes another pair.
func (c *confuse) Act(name string, _ Form, e Env) {
	if name != "pair" {
		return
	}
	e.Show(func(v *View) { v.Say("done", "Making a key pair…") })
	p, problem := c.makePair(e)
	if problem != "" {
		e.Show(func(v *View) { v.Say("done", problem) })
		return
	}
	e.Show(func(*View) { c.pair = p }) // not if the page was left meanwhile
	e.Again()
	e.Show(func(v *View) { v.Say("done", "A new pair: its private key signed one token and was dropped.") })
}

// makePair has the auditor make a pair and sign a token. It keeps what is public; the
// private key, which comes along, is overwritten before anybody sees it.
func (c *confuse) makePair(e Env) (p publicPair, problem string) {
	left := make(chan struct{})
	c.left = left
	made, failed := make(chan publicPair, 1), make(chan string, 1)
	e.Ask(job.Request{Keys: &job.Keys{Make: &job.MakeKey{Algorithm: "ES256"}}}, func(event job.Event) {
		if event.Keys == nil { // it goes on
			return
		}
		public := publicOf(event.Keys)
		event.Wipe()
		made <- public
	}, func(sentence string) { failed <- sentence })
	select {
	case p = <-made:
	case problem = <-failed:
	case <-left:
		problem = "No pair was made: the page was left meanwhile."
	}
	if c.left == left {
		c.left = nil
	}
	if problem == "" && (p.key == nil || p.issued == nil) {
		problem = "The auditor made no pair that can be shown. Try again."
	}
	return p, problem
}

// publicOf copies what is public of an answer.
func publicOf(r *job.KeysReport) (p publicPair) {
	for _, file := range r.Files {
		if file.Name == "public.pem" {
			p.key = bytes.Clone(file.Text)
		}
	}
	p.issued = bytes.Clone(r.Token) // nothing unless the public key has verified it
	return p
}

// Forget goes back to the pair of the standard.
func (c *confuse) Forget() {
	c.pair = publicPair{}
	if c.left != nil {
		close(c.left)
		c.left = nil
	}
}
