package judge

import (
	"bytes"
	"encoding/base64"
	"strings"

	"jwtsecret/app/keypair"
	"jwtsecret/app/paste"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// sign makes the token of what is signed, says so, and reports whether it could.
func (b *bench) sign(old parts, header, input []byte) bool {
	a, err := secret.ParseAlgorithm(b.report.Algorithm)
	if err != nil {
		return b.signPair(old, header, input)
	}
	m, found := b.key(old)
	defer clear(m.Key)
	if found {
		b.report.Token = token.SignInput(a, m.Key, input)
		// It must not sound as if the token that stood there was verified.
		b.signedBy(m, a, "Signed", "Now s"+strings.TrimPrefix(signedSentence(b.secret, m, a), "S"))
	}
	return found
}

// signPair signs with a private key. A signature that fits already is kept: those by ECDSA
// and PSS are others each time, and the token would change while it is copied.
func (b *bench) signPair(old parts, header, input []byte) bool {
	a, id := keypair.Algorithm(b.report.Algorithm), headerText(header, "kid")
	at := b.ring.signer(a, id)
	if at < 0 {
		return false
	}
	k := b.ring.keys[at]
	signature, err := base64.RawURLEncoding.AppendDecode(nil, old.signature)
	if err != nil || !bytes.HasPrefix(old.text, append(bytes.Clone(input), '.')) || k.Verify(a, input, signature) != nil {
		if signature, err = k.Sign(a, input); err != nil {
			return false
		}
	}
	b.report.Token = token.WithSignature(input, signature)
	f := b.ring.matched(at, a, id)
	b.say(f.state, f.word, "Signed with "+b.ring.about(at, a, id))
	if f.state == fits {
		b.report.Badges[0].Title = "Signed"
	}
	return true
}

// toSign says what it takes to sign.
func (b *bench) toSign() string {
	a, err := secret.ParseAlgorithm(b.report.Algorithm)
	switch {
	case pairs(b.report.Algorithm):
		return b.ring.toSign(keypair.Algorithm(b.report.Algorithm), len(b.request.Secret) > 0)
	case err != nil:
		return otherAlgorithm(b.report.Algorithm)
	case b.ring.own():
		return b.ring.noSecret(a)
	case b.report.SecretProblem != "":
		return ""
	default:
		return "Enter the secret, and the token is signed."
	}
}

// matchPair says which key of those that stand there verifies the token.
func (b *bench) matchPair(t *token.Token) {
	if len(b.request.Secret) == 0 {
		b.say(open, "Not checked", "Enter the public key, to see whether its private key made this signature.")
		return
	}
	f := b.ring.match(t)
	b.say(f.state, f.word, f.sentence)
	a, id := keypair.Algorithm(b.report.Algorithm), headerText(t.Header(), "kid")
	b.report.Sign = f.signer == NotSigned && b.ring.signer(a, id) >= 0
}

// key returns the key to sign with: the one that signed the token that stands there, or
// the secret that a service would use, read as was chosen.
func (b *bench) key(old parts) (m paste.Match, ok bool) {
	if len(b.request.Secret) == 0 {
		return m, false
	}
	if t, err := token.ParseAny(old.text); err == nil && b.request.Reading == "" {
		if m, _, ok := b.secret.Match(t); ok && len(m.Key) > 0 {
			return m, true
		}
	}
	if b.ring.own() { // which is no secret to share
		return m, false
	}
	at := b.secret.Used[0]
	c := b.secret.Candidates[at]
	readings := c.Readings()
	for _, r := range readings {
		chosen := b.request.Reading == r.Encoding.String() || b.request.Reading == "" && m.Key == nil
		if !chosen {
			clear(r.Key)
			continue
		}
		m = paste.Match{Candidate: at, Encoding: r.Encoding, Key: r.Key}
	}
	switch {
	case m.Key != nil:
		return m, true
	case len(readings) == 0:
		b.report.SecretProblem = "The secret in this text is empty."
	default:
		b.report.SecretProblem = "This cannot be read as " + b.request.Reading + ". Choose how your service reads it."
	}
	return m, false
}
