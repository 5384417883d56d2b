package judge

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"jwtsecret/app/paste"
	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Signer says how a secret and the signature of a token belong together.
type Signer uint8

// The answers to the question whether a secret signed a token.
const (
	Unread     Signer = iota // the token or the secret cannot be read
	NotSigned                // no key that the text may stand for signed it
	ByMistake                // a key did that a service should not sign with: an empty one, or one with a line end
	SignedByIt               // the key did that a service makes of the text
)

// Verify says what of a pasted secret signed a pasted token, in a sentence and as an
// answer for programs.
func Verify(pasted, key []byte) (string, Signer) {
	carrier, p := paste.Read(pasted), paste.Read(key)
	defer carrier.Wipe()
	defer p.Wipe()
	text := carrier.Candidates[carrier.Used[0]].Text
	switch {
	case len(text) == 0:
		return "Paste a token first.", Unread
	case len(key) > paste.MaxSize:
		return tooLong + "no secret is. Paste the secret alone.", Unread
	}
	t, err := token.ParseAny(text)
	if err != nil {
		return token.Sentence(err), Unread
	}
	ring := readKeyring(p)
	defer ring.wipe()
	if pairs(headerText(t.Header(), "alg")) && !errors.Is(t.NotClaims(), token.ErrEncrypted) {
		f := ring.match(t)
		return strings.TrimRight(f.sentence+" "+ring.problem(), " "), f.signer
	}
	if sentence := t.NoSecret(); sentence != "" {
		return sentence, NotSigned
	}
	a, _ := t.Algorithm()
	m, tried, ok := p.Match(t)
	if !ok {
		return ring.noSecret(a) + notSigned(p, t, a, tried), NotSigned
	}
	defer clear(m.Key)
	sentence := signedSentence(p, m, a)
	mistaken := m.Mistake != "" || !slices.Contains(p.Used, m.Candidate)
	if len(m.Key) == 0 || mistaken || p.Candidates[m.Candidate].Kind == paste.PublicKey {
		return sentence, ByMistake
	}
	return sentence, SignedByIt
}

// signedSentence says which key signed, and what is wrong with that.
func signedSentence(p paste.Paste, m paste.Match, a secret.Algorithm) string {
	c := p.Candidates[m.Candidate]
	used := slices.Contains(p.Used, m.Candidate)
	what := c.How
	if m.Candidate == 0 && (used || m.Mistake != "") {
		what = "this secret"
	}
	size := prose.Counted(len(m.Key), "byte", "bytes") + ", " + a.String() + "." + belowRule(a, len(m.Key))
	switch {
	case len(m.Key) == 0:
		return "Signed with the empty secret, not with this one: everyone can sign such tokens. Your service has not found its secret."
	case c.Kind == paste.PublicKey:
		return "Signed with a public key (" + c.How + ")" + after(m.Mistake) + ": " + size +
			" Everyone who has that key can sign such tokens: it is the confusion of RS256 with HS256 (RFC 8725, section 2.1). Let your service accept the one algorithm alone."
	case m.Mistake != "":
		return "Signed with " + what + after(m.Mistake) + ". The key has " + size + " Let signer and verifier make the key of the secret in the same way."
	case !used:
		return "Signed with " + what + ", read as " + m.Encoding.String() + ": " + size + " Most services would sign with " + p.Candidates[p.Used[0]].How + " instead."
	default:
		return "Signed with " + what + ", read as " + m.Encoding.String() + ": " + size
	}
}

func after(mistake string) string {
	if mistake == "" || strings.HasPrefix(mistake, "plus ") || strings.HasPrefix(mistake, "with ") {
		return strings.TrimRight(" "+mistake, " ")
	}
	return ", " + mistake
}

// notSigned says what was tried, and no more: who knows what else there is. While a
// secret is typed, the number of its keys changes with each character, and is left out as
// 0: a screen reader would say it all again.
func notSigned(p paste.Paste, t *token.Token, a secret.Algorithm, tried int) string {
	s := ""
	if len(p.Candidates[p.Used[0]].Text) == 0 {
		s = "The secret in this text is empty, and the token was not signed with nothing. "
	}
	none := "No key"
	if tried > 0 {
		none = "None of the " + prose.Counted(tried, "key", "keys")
	}
	s += none + " that this text may stand for signed the token with " + a.String() + ". Tried: "
	if len(p.Candidates) > 1 {
		s += prose.Counted(len(p.Candidates), "candidate", "candidates") + ", from the text as it stands to " + p.Candidates[len(p.Candidates)-1].How + ", each "
	} else {
		s += "the text as it stands, "
	}
	s += "read as text, hex, base64 and base64url where it can be, and what lenient decoders, shells and line ends make of it."
	if errors.Is(t.NotClaims(), token.ErrEmpty) {
		s += " The payload is not in this token: it is detached (RFC 7515, appendix F). Without it no secret can be told to be the right one; an empty payload was tried."
	}
	return s
}

func belowRule(a secret.Algorithm, size int) string {
	if size >= a.MinSize() {
		return ""
	}
	return " That is less than the " + strconv.Itoa(a.MinSize()) + " bytes that RFC 7518, section 3.2, demands."
}
