package main

import (
	"time"

	"jwtsecret/app/job"
)

// wordList is a file of candidates that a person chose.
type wordList interface {
	Size() int
	Slice(from, to int) ([]byte, error)
}

// answer does what the request asks and posts events, the last of which ends the
// job. List is nil unless a file came along.
func answer(request []byte, list wordList, post func([]byte)) {
	send := func(e job.Event) {
		message, err := job.Encode(e)
		if err != nil { // a number that JSON cannot hold
			message, _ = job.Encode(job.Event{Failed: "The result could not be written down. Reload the page and try again."})
		}
		post(message)
		clear(message)
	}
	r, err := job.Decode[job.Request](request)
	clear(request)
	switch {
	case err == nil && r.Audit != nil:
		send(audit(r.Audit.Text, time.Now()))
		clear(r.Audit.Text)
	case err == nil && r.Attack != nil:
		a := attacker{request: *r.Attack, list: list, send: send, began: time.Now()}
		send(a.run())
		clear(r.Attack.Token)
	default:
		send(failed("The page asked for something that this version does not know. Reload the page."))
	}
}

func failed(sentence string) job.Event { return job.Event{Failed: sentence} }
