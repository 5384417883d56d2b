package guide

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// sign shows how a token is signed and verified: an issuer who signs, and a service that
// checks what arrives. Whoever knows the secret can be the issuer.
type sign struct {
	// signed is the SHA-256 of the token that the issuer signed last, and arrived that of the
	// one that the box let arrive last. Only a new token takes the place of what arrives at the
	// service, and only where that is not what somebody has typed or pasted.
	signed, arrived [sha256.Size]byte
}

// Show signs, and checks what arrives.
func (b *sign) Show(f Form, v *View) {
	v.Say("said", "")
	arriving := f["token"]
	made, t, problem := makeToken(f)
	showMaking(t, v)
	problem.show(v)
	if t != nil {
		before := b.signed
		b.signed = sha256.Sum256(made)
		switch {
		case before == [sha256.Size]byte{}: // the page begins so
			b.arrived = sha256.Sum256(arriving)
		case before != b.signed && b.arrived == sha256.Sum256(arriving):
			arriving = made
			b.arrived = b.signed
			v.Fill("token", bytes.Clone(made))
		}
		v.Put("token-made", made)
	}
	check(arriving, f["service"], v)
}

// Forget forgets both tokens.
func (b *sign) Forget() { *b = sign{} }

// Act changes the token that arrives.
func (b *sign) Act(name string, f Form, e Env) {
	made, problem := f["token"], ""
	t, err := token.Parse(made)
	switch {
	case name == "restore":
		var wrong signProblem
		made, _, wrong = makeToken(f)
		problem = wrong.sentence
	case err != nil:
		problem = token.Sentence(err)
	case name == "change":
		made, problem = changeByte(t)
	case name == "forge":
		made, problem = forge(t, f["secret"])
	}
	e.Show(func(v *View) {
		if problem != "" {
			v.Say("said", problem)
			return
		}
		b.arrived = sha256.Sum256(made)
		v.Fill("token", bytes.Clone(made))
		v.Say("said", outcome(name, check(made, f["service"], v)))
	})
}

// outcome says what came of a button.
func outcome(name string, accepted bool) string {
	switch {
	case name == "restore":
		return "The token is the one that the issuer signed."
	case name == "change" && !accepted:
		return "One byte of the claims is another one now, and the signature is still the old one. The service refuses the token."
	case name == "change":
		return "One byte of the claims is another one now."
	case accepted:
		return "The forged token is signed with the secret of the issuer, and the service accepts it. Nothing tells it from a real one."
	default:
		return "The forged token is signed with a secret that the service does not have. The service refuses it."
	}
}

// signProblem is why nothing is signed: a sentence, and the field that it is about.
type signProblem struct{ field, sentence string }

// show says it below its field.
func (p signProblem) show(v *View) {
	for _, field := range []string{"header", "claims", "secret"} {
		place := field + "-problem"
		if field == p.field {
			v.Judge(place, false, p.sentence)
			continue
		}
		v.Mark(place, "")
		v.Say(place, "")
	}
}

// makeToken signs what stands on the issuer's side, or says what is wrong there.
func makeToken(f Form) (made []byte, t *token.Token, problem signProblem) {
	if len(f["secret"]) == 0 {
		return nil, nil, signProblem{"secret", "Type a secret. An empty one is known to everybody."}
	}
	err := token.ErrAlgorithm
	for _, a := range secret.Algorithms() {
		if made, err = token.SignWithHeader(a, f["secret"], f["header"], f["claims"]); !errors.Is(err, token.ErrAlgorithm) {
			break
		}
	}
	var wrong *token.ParseError
	switch {
	case errors.As(err, &wrong) && wrong.Part == token.Header:
		return nil, nil, signProblem{"header", "What is wrong with the header: " + wrong.Err.Error() + "."}
	case errors.As(err, &wrong) && wrong.Part == token.Payload:
		return nil, nil, signProblem{"claims", "What is wrong with the claims: " + wrong.Err.Error() + "."}
	case errors.Is(err, token.ErrAlgorithm):
		return nil, nil, signProblem{"header", `The header names no algorithm with a secret. Write "alg":"HS256", "HS384" or "HS512" into it.`}
	case errors.Is(err, token.ErrCritical):
		return nil, nil, signProblem{"header", "The token cannot be signed so: " + err.Error() + "."}
	case err != nil: // what is too long
		return nil, nil, signProblem{"claims", "The token cannot be signed so: " + err.Error() + "."}
	}
	t, err = token.Parse(made)
	if err != nil {
		return nil, nil, signProblem{"claims", token.Sentence(err)}
	}
	return made, t, signProblem{}
}

// showMaking shows the parts of a token in the order in which they are made.
func showMaking(t *token.Token, v *View) {
	var header, claims, input, tag []byte
	if t != nil {
		input = t.SigningInput()
		header, claims, _ = bytes.Cut(bytes.Clone(input), []byte("."))
		tag = hex.AppendEncode(nil, t.Signature())
	}
	v.Put("header64", bytes.Clone(header))
	v.Put("claims64", bytes.Clone(claims))
	v.Put("input", bytes.Clone(input))
	v.Put("tag", tag)
	v.Put("token-made", nil)
}

// check is the service: it verifies what arrives, and only then reads the claims.
func check(arriving, key []byte, v *View) (accepted bool) {
	v.Put("arrives", nil)
	if len(arriving) == 0 {
		v.Judge("verdict", false, "No token arrives. Paste one, or take the one that was signed.")
		return false
	}
	t, err := token.Parse(arriving)
	if err != nil {
		v.Judge("verdict", false, "Refused. "+token.Sentence(err))
		return false
	}
	v.Put("arrives", bytes.Clone(t.Payload()))
	a, err := t.Algorithm()
	if err == nil {
		err = t.Verify(a, key)
	}
	switch {
	case err == nil:
		v.Judge("verdict", true, "Accepted: the signature fits these claims and the secret of the service.")
	case errors.Is(err, token.ErrSignature):
		v.Judge("verdict", false, "Refused: this is not the signature of these claims under the secret of the service.")
	case errors.Is(err, token.ErrCritical):
		v.Judge("verdict", false, "Refused: the header asks for an extension that the service does not know (RFC 7515 §4.1.11).")
	default:
		v.Judge("verdict", false, "Refused: the header names no algorithm that the service takes.")
	}
	return err == nil
}

// changeByte changes one byte of the claims and keeps the signature.
func changeByte(t *token.Token) (changed []byte, problem string) {
	claims := bytes.Clone(t.Payload())
	at := bytes.LastIndexByte(claims, '"') - 1
	if at < 0 || !plain(claims[at]) {
		if at = bytes.LastIndexAny(claims, "0123456789"); at < 0 {
			return nil, "These claims have no letter or digit to change."
		}
	}
	claims[at] = map[byte]byte{'z': 'a', 'Z': 'A', '9': '1'}[claims[at]] // these have no next
	if claims[at] == 0 {
		claims[at] = t.Payload()[at] + 1
	}
	return token.WithSignature(token.Input(t.Header(), claims), t.Signature()), ""
}

func plain(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// forge makes an administrator of whoever is in the claims, and signs them.
func forge(t *token.Token, key []byte) (forged []byte, problem string) {
	claims, err := token.Set(t.Payload(), "role", `"admin"`)
	if err != nil {
		return nil, "What is wrong with the claims: " + err.Error() + "."
	}
	a, err := t.Algorithm()
	if err != nil || !slices.Contains(secret.Algorithms(), a) {
		return nil, "This token names no algorithm with a secret, so no secret can forge it."
	}
	return token.SignInput(a, key, token.Input(t.Header(), claims)), ""
}
