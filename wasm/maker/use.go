package main

import (
	"bytes"
	"errors"
	"slices"
	"strconv"

	"jwtsecret/app/export"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// use answers how to put a secret to use.
func use(u *job.Use, send func(job.Event)) error {
	used := &job.Used{Snippet: snippetFor(u), Libraries: libraryReadings()}
	used.Commands, used.CommandsProblem = commandsFor(u.Form)
	if u.Held != nil {
		defer clear(u.Held.Text)
		if err := addSecret(used, u); err != nil {
			return err
		}
	}
	send(job.Event{Used: used})
	clear(used.Texts)
	return nil
}

// addSecret adds what depends on the secret.
func addSecret(used *job.Used, u *job.Use) error {
	entry, err := entryOf(u)
	if err != nil {
		return err
	}
	defer entry.Wipe()
	var text []byte
	used.Target, text = written(u.Target, entry)
	defer clear(text)
	samples, tokens, err := sign(entry, []byte(u.Claims))
	defer clear(tokens)
	used.Samples = samples
	if err != nil {
		used.ClaimsProblem = claimsSentence(err)
	}
	used.Texts = slices.Concat(text, tokens)
	return nil
}

// entryOf returns the secret under the name in the form, right or wrong.
func entryOf(u *job.Use) (export.Entry, error) {
	secrets, err := secret.Restore(u.Held.Request, u.Held.Text)
	if err != nil {
		return export.Entry{}, err
	}
	if len(secrets) != 1 {
		return export.Entry{}, errUnknown
	}
	entry, err := export.NewEntry("JWT_SECRET", &secrets[0])
	if err != nil {
		return export.Entry{}, err
	}
	entry.Name = u.Name
	if u.Held.KeyID != "" {
		entry.KeyID = u.Held.KeyID
	}
	return entry, nil
}

// written writes the secret for a target, the first one if there is none of that
// id.
func written(id string, e export.Entry) (*job.Written, []byte) {
	target, ok := export.TargetByID(id)
	if !ok {
		target = export.Targets()[0]
	}
	w := &job.Written{ID: target.ID, KeyID: e.KeyID, Advice: target.Advice}
	text, err := target.Write(e)
	if err != nil {
		w.Problem = exportSentence(err)
		return w, nil
	}
	w.FileName, w.Size = target.FileName(e), len(text)
	return w, text
}

// sign returns the readings of the secret, one where several give the same key,
// and a token of each, one after another. On an error there is no token.
func sign(e export.Entry, claims []byte) (samples []job.Sample, tokens []byte, err error) {
	readings := token.Readings(e.Value)
	for i, r := range readings {
		defer clear(r.Key)
		name := r.Encoding.String()
		if i > 0 && bytes.Equal(r.Key, readings[i-1].Key) {
			samples[len(samples)-1].Name += " or " + name
			continue
		}
		signed, failed := token.Sign(e.Algorithm, r.Key, claims)
		if failed != nil {
			err = failed
		}
		samples = append(samples, job.Sample{Encoding: name, Name: name, KeySize: len(r.Key), Size: len(signed)})
		before := tokens // what grows leaves a copy behind
		tokens = slices.Concat(before, signed)
		clear(before)
		clear(signed)
	}
	return samples, tokens, err
}

// exportSentence tells a person why a secret cannot be written.
func exportSentence(err error) string {
	switch {
	case errors.Is(err, export.ErrNameReserved):
		return "The variable's name begins in a way that this place keeps for itself. Change the name above."
	case errors.Is(err, export.ErrNameEmpty), errors.Is(err, export.ErrNameSpace), errors.Is(err, export.ErrNameCharacter),
		errors.Is(err, export.ErrNameLong), errors.Is(err, export.ErrNameSecret):
		return "Correct the variable's name above first."
	default:
		return "This place cannot take the secret: " + err.Error() + ". Choose another format above."
	}
}

func claimsSentence(err error) string {
	if errors.Is(err, token.ErrSize) {
		return "These claims are too long: a token has at most " + strconv.Itoa(token.MaxSize) + " characters."
	}
	return "Claims are one JSON object, such as {\"sub\": \"1234567890\"}, with no name twice."
}
