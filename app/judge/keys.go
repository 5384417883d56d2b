package judge

import (
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
	"jwtsecret/app/secret"
)

// keys answers about keys: it makes one, or reads those of a text, and writes them in all
// their forms. A sentence that a step returns says why there is no answer.
type keys struct {
	request job.Keys
	send    func(job.Event)
	now     time.Time

	all      []*keypair.Key
	problems []keypair.Problem     // of all keys and their text
	unsaid   map[*keypair.Key]bool // those whose "alg" does not stand in the text
	report   job.KeysReport
}

// Keys does what is asked about keys for a program that waits for it. It returns the event
// that ends the job, which holds what is secret: wipe it.
func Keys(r job.Keys, now time.Time) job.Event {
	k := keys{request: r, send: func(job.Event) {}, now: now}
	return k.run()
}

// run returns the event that ends the job. What is wrong with something that a person
// entered stands in a report alone, without keys.
func (k *keys) run() job.Event {
	defer k.wipe()
	steps := []func() (wrong *string, sentence string){k.checkID, k.begin, k.certify, k.describe, k.write, k.publish}
	for _, step := range steps {
		if wrong, sentence := step(); sentence != "" {
			return k.refused(wrong, sentence)
		}
	}
	k.sample()
	k.show()
	return job.Event{Keys: &k.report}
}

// refused returns a sentence in its place of a report, or as what ends a job.
func (k *keys) refused(place *string, sentence string) job.Event {
	job.Event{Keys: &k.report}.Wipe()
	if place == nil {
		return failed(sentence)
	}
	*place = sentence
	return job.Event{Keys: &job.KeysReport{
		TextProblem: k.report.TextProblem, PassphraseProblem: k.report.PassphraseProblem, PublishedProblem: k.report.PublishedProblem,
		KeyIDProblem: k.report.KeyIDProblem, CertificateProblem: k.report.CertificateProblem,
	}}
}

func (k *keys) wipe() {
	for _, key := range k.all {
		key.Wipe()
	}
}

// checkID refuses a key id that programs, addresses or files may take otherwise.
func (k *keys) checkID() (wrong *string, sentence string) {
	if k.request.KeyID == "" || secret.IsKeyID(k.request.KeyID) {
		return nil, ""
	}
	return &k.report.KeyIDProblem, secret.KeyIDRule
}

// begin makes the key or reads the text, and gives every key its id.
func (k *keys) begin() (wrong *string, sentence string) {
	if k.request.Encrypt && len(k.request.Passphrase) == 0 {
		return &k.report.PassphraseProblem, "Enter the passphrase to encrypt the private key with."
	}
	if k.request.Make != nil {
		sentence = k.make()
	} else {
		wrong, sentence = k.read()
	}
	if sentence != "" {
		return wrong, sentence
	}
	if k.request.KeyID != "" && !k.name() {
		return &k.report.KeyIDProblem, "Another key of this set has this key id already. Choose another one, so that libraries find the right key."
	}
	for _, key := range k.all {
		if key.ID == "" && key.Family() != keypair.Oct { // whose thumbprint would let anyone test guesses
			key.ID = key.Thumbprint()
		}
	}
	return nil, ""
}

// name gives the first key, and itself where it stands again without an id, the id that was
// chosen, unless that is another key's.
func (k *keys) name() bool {
	own := k.all[0].Thumbprint()
	for i, key := range k.all {
		same := key.Thumbprint() == own
		if !same && key.ID == k.request.KeyID {
			return false
		}
		if i == 0 || same && key.ID == "" {
			key.ID = k.request.KeyID
		}
	}
	return true
}
