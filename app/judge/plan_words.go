package judge

import (
	"errors"
	"strconv"

	"jwtsecret/app/export"
	"jwtsecret/app/job"
	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// What is said of a request for a plan that cannot be made.

// phrase is what to say of an error, and beside which field.
type phrase struct {
	is              error
	field, sentence string
}

// planProblems says what is wrong with a request for a plan, beside each field the first
// thing. It repeats nothing that a person typed.
func planProblems(reading token.Encoding, err error) (found []job.Problem) {
	said := map[string]bool{}
	add := func(field, sentence string) {
		if sentence != "" && !said[field] {
			said[field] = true
			found = append(found, job.Problem{Field: field, Sentence: sentence})
		}
	}
	var small *secret.TooSmallError
	if errors.As(err, &small) {
		add("new", "Read as "+reading.String()+", this has "+strconv.Itoa(small.Size)+" of the "+strconv.Itoa(small.Algorithm.MinSize())+
			" bytes that "+small.Algorithm.String()+" needs (RFC 7518, section 3.2). Click “Make a new secret” for one that fits.")
	}
	add("name", export.NameSentence(err, rotation.MaxName))
	for _, p := range planPhrases(reading) {
		if errors.Is(err, p.is) {
			add(p.field, p.sentence)
		}
	}
	var keys *rotation.KeyError
	if errors.As(err, &keys) {
		add(keyProblem(keys))
	}
	if len(found) == 0 {
		add("new", "No plan can be written for this. Reload the page and try again.")
	}
	return found
}

func planPhrases(reading token.Encoding) []phrase {
	unreadable := "This is not one line of text. Paste the secret alone."
	if reading != token.UTF8 {
		unreadable = "This is not one line of " + reading.String() + ". Paste the secret as your service has it, or choose another way of reading above."
	}
	return []phrase{
		{rotation.ErrKind, "kind", "Choose one of these."},
		{secret.ErrAlgorithm, "algorithm", "Choose one of these."},
		{rotation.ErrNoPrevious, "previous", "Paste the secret that your service signs with now. If it has leaked, choose that above: then it is not needed."},
		{errPreviousToken, "previous", "This is a token, not the secret that signed it. Paste the secret that your service signs with now."},
		{rotation.ErrPreviousText, "previous", unreadable},
		{rotation.ErrKeyID, "previouskeyid", "A key id in the environment has at most " + strconv.Itoa(rotation.MaxKeyID) + " letters, digits and - _ . : / + =, and no spaces."},
		{rotation.ErrNewKeyID, "keyid", secret.KeyIDRule + " It is not that of another key, either."},
		{rotation.ErrNoNew, "new", "Click “Make a new secret”, or paste one."},
		{errNewToken, "new", "This is a token, not a secret: who has received it knows it. Click “Make a new secret”."},
		{rotation.ErrNewText, "new", unreadable},
		{rotation.ErrSame, "new", "This is the key that is in use already: both make the same signatures. Click “Make a new secret”."},
		{rotation.ErrLifetime, "lifetime", "Enter a whole number, in a smaller unit if need be: from 1 second to 366 days."},
		{rotation.ErrSkew, "skew", "Enter a whole number, in a smaller unit if need be: from 0 to 24 hours."},
		{rotation.ErrRollout, "rollout", "Enter a whole number, in a smaller unit if need be: from 1 second to 30 days."},
		{rotation.ErrStart, "start", "Enter a date and a time."},
		{rotation.ErrPast, "start", "This moment has passed. Enter one that is still to come: a plan that began earlier would stop accepting tokens too soon."},
		{rotation.ErrFar, "start", "This is years away. Enter a date within the next five years."},
		{rotation.ErrSchedule, "days", "Choose one of these."},
		{rotation.ErrCache, "cache", "Enter a whole number, in a smaller unit if need be: from 0 to 30 days."},
		{rotation.ErrNewPrivate, "public", privateSentence},
		{rotation.ErrNoNewKey, "public", "Paste the new public key: a JWK, a JWKS of one key, or PEM."},
		{rotation.ErrSeveral, "public", "This holds several keys. Paste the new public key alone."},
		{rotation.ErrNotSigning, "public", "This key is not for signatures of tokens. Paste one for RS, PS, ES, EdDSA or ML-DSA."},
		{rotation.ErrNoAlgorithm, "public", "This key fits several algorithms and does not say which. The page Keys makes a JWK of it: write the “alg” into that, \"alg\":\"RS256\", say, and paste it here."},
		{rotation.ErrAlready, "public", "This key is in the published set already. Paste a new one; or if it was added ahead of this plan, paste the set from before that."},
		{rotation.ErrPublishedPrivate, "published", "This set holds a private key or a secret. If it is published so, choose “The private key leaked” above. Paste the public keys alone: the page Keys makes such a set of it."},
		{rotation.ErrNoPublished, "published", "Paste the key set that is published now: a JSON object with “keys”."},
		{rotation.ErrWhich, "previouskeyid", "Enter the key id of the key that signs now: the published set has several keys for signatures, or none of this id."},
		{rotation.ErrOverlap, "days", "What signs now would still be accepted when the next rotation begins. Choose a longer time, or shorten the lifetime above."},
	}
}

// privateSentence is said of a private key where a public one belongs.
const privateSentence = "This is a private key, and the plan needs the public one alone. It has not left this page: clear it from here, and paste the public key."
