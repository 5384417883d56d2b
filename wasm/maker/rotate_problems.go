package main

import (
	"errors"
	"strconv"

	"jwtsecret/app/export"
	"jwtsecret/app/job"
	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// problemsOf says what is wrong with a request, in the order of the form. It never
// repeats what a person entered.
func problemsOf(err error, r rotation.Request) []job.Problem {
	var all []job.Problem
	add := func(is error, field, sentence string) {
		if errors.Is(err, is) {
			all = append(all, job.Problem{Field: field, Sentence: sentence})
		}
	}
	add(rotation.ErrKind, "kind", "Choose one of these.")
	add(secret.ErrAlgorithm, "algorithm", "Choose one of these.")
	add(rotation.ErrNoPrevious, "previous", "Paste the secret that your service signs with now. If it has leaked, choose that above: then it is not needed.")
	add(rotation.ErrPreviousText, "previous", unreadable(r.Reading))
	all = append(all, webKey("previous", r.Previous)...)
	add(rotation.ErrKeyID, "previouskeyid", "A key id in the environment has at most "+strconv.Itoa(rotation.MaxKeyID)+" letters, digits and - _ . : / + =, and no spaces.")
	add(rotation.ErrNoNew, "new", "Click “Make a new secret”, or paste one.")
	add(rotation.ErrNewText, "new", unreadable(r.Reading))
	all = append(all, webKey("new", r.New)...)
	var small *secret.TooSmallError
	if errors.As(err, &small) {
		all = append(all, job.Problem{Field: "new", Sentence: tooSmall(small, r.Reading)})
	}
	add(rotation.ErrSame, "new", "This is the key that is in use already: both make the same signatures. Click “Make a new secret”.")
	add(export.ErrNameSecret, "name", "This looks like a secret, not like a name. Clear it from here and enter a name, such as JWT_SECRET.")
	for _, is := range []error{export.ErrNameEmpty, export.ErrNameSpace, export.ErrNameCharacter, export.ErrNameLong} {
		add(is, "name", "Use 1 to "+strconv.Itoa(rotation.MaxName)+" letters, digits and underscores, and begin with a letter or an underscore, as in JWT_SECRET.")
	}
	add(rotation.ErrLifetime, "lifetime", "Enter a whole number: a lifetime from 1 second to 366 days.")
	add(rotation.ErrSkew, "skew", "Enter a whole number, which may be 0: at most 24 hours.")
	add(rotation.ErrRollout, "rollout", "Enter a whole number: from 1 second to 30 days.")
	add(rotation.ErrStart, "start", "Enter a date and a time.")
	add(rotation.ErrSchedule, "days", "Choose one of these.")
	add(rotation.ErrOverlap, "days", "The previous secret would still be accepted when the next rotation begins. Choose a longer time, or shorten the lifetime above.")
	return all
}

// unreadable says that a text is not what the service could read.
func unreadable(e token.Encoding) string {
	if e == token.UTF8 {
		return "This is not one line of text. Paste the secret alone."
	}
	return "This is not one line of " + e.String() + ". Paste the secret as your service has it, or choose another way of reading above."
}

// webKey tells which of the secrets is a JSON Web Key.
func webKey(field string, text []byte) []job.Problem {
	key, err := secret.Decode(secret.JWK, text)
	clear(key)
	if err != nil {
		return nil
	}
	return []job.Problem{{Field: field, Sentence: "This is a JSON Web Key. Paste the value of its member k alone, and choose base64url above."}}
}

func tooSmall(small *secret.TooSmallError, e token.Encoding) string {
	return "Read as " + e.String() + ", this has " + strconv.Itoa(small.Size) + " of the " + strconv.Itoa(small.Algorithm.MinSize()) +
		" bytes that " + small.Algorithm.String() + " needs (RFC 7518, section 3.2). Click “Make a new secret” for one that fits."
}
