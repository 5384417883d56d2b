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
	switch {
	case err == nil && r.Audit != nil:
		a := auditor{request: *r.Audit, lists: l, pace: p, send: send, now: time.Now()}
		send(a.run())
	case err == nil && r.Attack != nil:
		a := attacker{request: *r.Attack, lists: l, pace: p, send: send, began: time.Now()}
		send(a.run())
	case err == nil && r.Verify != nil:
		sentence, _ := Verify(r.Verify.Token, r.Verify.Secret)
		send(job.Event{Verified: sentence})
	case err == nil && r.Read != nil:
		a := auditor{request: job.Audit{Text: r.Read.Text}, lists: l, pace: p, send: send, now: time.Now()}
		send(a.read(r.Read.New))
	case err == nil && r.Bench != nil:
		b := bench{request: *r.Bench, now: time.Now()}
		send(job.Event{Bench: b.run()})
	case err == nil && r.Plan != nil:
		send(job.Event{Plan: Planned(*r.Plan, time.Now())})
	case err == nil && r.Keys != nil:
		k := keys{request: *r.Keys, send: send, now: time.Now()}
		send(k.run())
	default:
		send(failed(unknownRequest))
	}
}

const unknownRequest = "The page asked for something that this version does not know. Reload the page."

// tooLong begins the sentence about a text of more than [paste.MaxSize].
const tooLong = "This is longer than 64 KiB, and "

func failed(sentence string) job.Event { return job.Event{Failed: sentence} }
