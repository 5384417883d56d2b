package judge

import (
	"time"

	"jwtsecret/app/job"
)

// Answer does what an encoded request asks and posts encoded events, until the job has
// ended. It overwrites the request, and each event once it was posted.
func Answer(request []byte, l Lists, p *Pace, post func([]byte)) {
	defer clear(request)
	send := func(e job.Event) {
		message, err := job.Encode(e)
		if err != nil { // a number that JSON cannot hold
			message, _ = job.Encode(failed("The result could not be written down. Reload the page and try again."))
		}
		post(message)
		clear(message)
		e.Wipe()
	}
	r, err := job.Decode[job.Request](request)
	if err != nil {
		r = job.Request{} // which is none
	}
	Do(r, l, p, send)
}

// Do does what a request asks and sends events, until the job has ended. The receiver
// wipes them. Without a pace the rate of this computer is left out.
func Do(r job.Request, l Lists, p *Pace, send func(job.Event)) {
	switch {
	case r.Audit != nil:
		a := auditor{request: *r.Audit, lists: l, pace: p, send: send, now: time.Now()}
		send(a.run())
	case r.Attack != nil:
		a := attacker{request: *r.Attack, lists: l, pace: p, send: send, began: time.Now()}
		send(a.run())
	case r.Verify != nil:
		send(job.Event{Verified: verification(r.Verify.Token, r.Verify.Secret)})
	case r.Read != nil:
		send(job.Event{Pasted: pasted(r.Read.Text)})
	default:
		send(failed(unknownRequest))
	}
}

const unknownRequest = "The page asked for something that this version does not know. Reload the page."

func failed(sentence string) job.Event { return job.Event{Failed: sentence} }
