package main

import (
	"errors"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

// generateStep is how many secrets go to the page at a time: at most about a
// megabyte, so that it stays responsive while it takes them in.
const generateStep = 500

var errUnknown = errors.New("the request asks for nothing that this program makes")

// answer makes the secrets that are asked for and posts them, in steps where they
// are many.
func answer(request []byte, post func([]byte)) {
	send := func(e job.Event) {
		message, err := job.Encode(e)
		if err != nil { // an event that holds nothing else can be encoded
			return
		}
		post(message)
		clear(message)
	}
	r, err := job.Decode[job.Request](request)
	clear(request)
	switch {
	case err == nil && r.Generate != nil:
		err = generate(*r.Generate, send)
	case err == nil && r.Services != nil:
		err = makeFiles(r.Services, send)
	case err == nil && r.Rotate != nil:
		err = rotate(r.Rotate, time.Now(), send)
	case err == nil && r.Use != nil:
		err = use(r.Use, send)
	case err == nil && r.Verify != nil:
		verify(r.Verify, send)
	default:
		err = errUnknown
	}
	if err != nil {
		send(job.Event{Failed: "The page asked for secrets that cannot be made. Reload the page."})
	}
}

func generate(r secret.Request, send func(job.Event)) error {
	err := r.Validate()
	step := r
	for missing := r.Count; err == nil && missing > 0; missing -= step.Count {
		step.Count = min(generateStep, missing)
		err = generateSome(step, send)
	}
	return err
}

// generateSome sends so many secrets and wipes what stays here.
func generateSome(r secret.Request, send func(job.Event)) error {
	secrets, err := secret.Generate(r)
	if err != nil {
		return err
	}
	texts := make([]byte, 0, len(secrets)*len(secrets[0].Text())) // they are all of one length
	for i := range secrets {
		texts = append(texts, secrets[i].Text()...)
		secrets[i].Wipe()
	}
	send(job.Event{Made: &job.Made{Count: len(secrets), Texts: texts}})
	clear(texts)
	return nil
}
