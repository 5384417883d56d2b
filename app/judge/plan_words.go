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
func planProblems(r rotation.Request, err error) (found []job.Problem) {
	said := map[string]bool{}
	add := func(field, sentence string) {
		if sentence != "" && !said[field] {
			said[field] = true
			found = append(found, job.Problem{Field: field, Sentence: sentence})
		}
	}
	var small *secret.TooSmallError
	if errors.As(err, &small) {
		add("new", "Read as "+r.Reading.String()+", this has "+strconv.Itoa(small.Size)+" of the "+strconv.Itoa(small.Algorithm.MinSize())+
			" bytes that "+small.Algorithm.String()+" needs (RFC 7518, section 3.2). Click “Make a new secret” for one that fits.")
	}
	add("name", export.NameSentence(err, rotation.MaxName))
	for _, p := range planPhrases(r.Reading) {
		if errors.Is(err, p.is) {
			add(p.field, p.sentence)
		}
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
		{rotation.ErrPreviousText, "previous", unreadable},
		{rotation.ErrKeyID, "previouskeyid", "A key id in the environment has at most " + strconv.Itoa(rotation.MaxKeyID) + " letters, digits and - _ . : / + =, and no spaces."},
		{rotation.ErrNewKeyID, "keyid", secret.KeyIDRule + " It is not the previous one, either."},
		{rotation.ErrNoNew, "new", "Click “Make a new secret”, or paste one."},
		{rotation.ErrNewText, "new", unreadable},
		{rotation.ErrSame, "new", "This is the key that is in use already: both make the same signatures. Click “Make a new secret”."},
		{rotation.ErrLifetime, "lifetime", "Enter a whole number, in a smaller unit if need be: from 1 second to 366 days."},
		{rotation.ErrSkew, "skew", "Enter a whole number, in a smaller unit if need be: from 0 to 24 hours."},
		{rotation.ErrRollout, "rollout", "Enter a whole number, in a smaller unit if need be: from 1 second to 30 days."},
		{rotation.ErrStart, "start", "Enter a date and a time."},
		{rotation.ErrPast, "start", "This moment has passed. Enter one that is still to come: a plan that began earlier would stop accepting tokens too soon."},
		{rotation.ErrFar, "start", "This is years away. Enter a date within the next five years."},
		{rotation.ErrSchedule, "days", "Choose one of these."},
		{rotation.ErrOverlap, "days", "The previous secret would still be accepted when the next rotation begins. Choose a longer time, or shorten the lifetime above."},
	}
}
