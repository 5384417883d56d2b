package main

import (
	"cmp"
	"errors"
	"strconv"

	"jwtsecret/app/export"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

var (
	errPairs  = errors.New("the pairs of services and environments are not as many as the secrets, or too many")
	errTarget = errors.New("the target is not known, or asks for secrets instead of holding them")
)

// makeFiles makes a secret for each pair of a service and an environment and
// sends them in a single file, where the target has such, and in an archive.
func makeFiles(s *job.Services, send func(job.Event)) error {
	target, ok := export.TargetByID(s.Target)
	switch {
	case !ok || target.Command:
		return errTarget
	case s.Count() != s.Secret.Count || s.Count() > job.MaxPairs:
		return errPairs
	}
	secrets, err := secret.Generate(s.Secret)
	if err != nil {
		return err
	}
	entries, err := entriesOf(s, secrets)
	defer wipe(entries, secrets)
	if err != nil {
		return err
	}
	files, err := filesOf(target, entries)
	if err != nil {
		send(job.Event{Files: &job.Files{Problem: refusal(err)}})
		return nil
	}
	files.Bits, files.Advice = secrets[0].Bits(), target.Advice
	send(job.Event{Files: files})
	clear(files.Content)
	return nil
}

// entriesOf gives each pair its secret.
func entriesOf(s *job.Services, secrets []secret.Secret) ([]export.Entry, error) {
	entries := make([]export.Entry, 0, len(secrets))
	for service, environment := range s.Pairs() {
		e, err := export.NewEntry(s.Name, &secrets[len(entries)])
		if err := cmp.Or(err, export.CheckLabel(service), export.CheckLabel(environment)); err != nil {
			return entries, err
		}
		e.Service, e.Environment = service, environment
		entries = append(entries, e)
	}
	return entries, nil
}

func wipe(entries []export.Entry, secrets []secret.Secret) {
	for i := range entries {
		entries[i].Wipe()
	}
	for i := range secrets {
		secrets[i].Wipe()
	}
}

// filesOf writes the secrets in both ways.
func filesOf(target export.Target, entries []export.Entry) (*job.Files, error) {
	files := &job.Files{Archive: "jwt-secrets-" + strconv.Itoa(len(entries)) + ".zip"}
	single, err := target.Write(entries...)
	switch {
	case err == nil:
		files.Single, files.SingleSize = target.FileName(entries...), len(single)
	case !errors.Is(err, export.ErrSingle):
		return nil, err
	}
	defer clear(single)
	members, err := target.Files(entries)
	if err != nil {
		return nil, err
	}
	for i := range members {
		members[i].Name = job.Slug(entries[i].Environment) + "/" + members[i].Name
		defer clear(members[i].Content)
	}
	archive, err := zipped(members)
	if err != nil {
		return nil, err
	}
	defer clear(archive)
	files.Example = members[0].Name
	files.Content = append(append(make([]byte, 0, len(single)+len(archive)), single...), archive...)
	return files, nil
}

// refusal says why a target does not take the secrets, and which field of the form
// to mend.
func refusal(err error) *job.Problem {
	longest := strconv.Itoa(export.MaxName)
	switch {
	case errors.Is(err, export.ErrRaw):
		return &job.Problem{Field: "format", Sentence: "The place chosen below takes text, and raw bytes are none. Choose another format, or another place."}
	case errors.Is(err, export.ErrDuplicate):
		return &job.Problem{Field: "services", Sentence: "Two pairs of a service and an environment would get one name, as a in b-c and a-b in c do. Change one of the names."}
	case errors.Is(err, export.ErrNameLong):
		return &job.Problem{Field: "name", Sentence: "With the longest service and environment after it, this name has more than " + longest + " characters. Shorten one of the three."}
	case errors.Is(err, export.ErrNameReserved):
		return &job.Problem{Field: "name", Sentence: "The place chosen below keeps this name for itself. Choose another name."}
	case errors.Is(err, export.ErrNameCharacter):
		return &job.Problem{Field: "name", Sentence: "The place chosen below needs a letter at the beginning of the name, as in JWT_SECRET."}
	default:
		return &job.Problem{Field: "target", Sentence: "This place cannot take these secrets: " + err.Error() + ". Choose another one."}
	}
}
