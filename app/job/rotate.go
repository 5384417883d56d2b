package job

import (
	"time"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Rotate asks for the plan of a rotation; see [Event]'s Plan. It holds what a
// person entered, which may be wrong in any way. The fields are those of a request
// in package rotation, where they are explained.
type Rotate struct {
	Kind          string // "rolling", "at-once" or "leak"
	Algorithm     secret.Algorithm
	Reading       token.Encoding
	New, Previous []byte // after a leak there is no Previous
	PreviousKeyID string `json:",omitempty"`
	Name          string
	Start         time.Time // zero where it is no date

	// Seconds; 0 or less where a person entered no number. After a leak Lifetime
	// and Skew mean nothing.
	Lifetime, Skew, Rollout int

	Days int
}

// Plan is a rotation, ready to be shown, or what is wrong with the request.
type Plan struct {
	Problems []Problem `json:",omitempty"` // if there are any, there is nothing else

	Algorithm            string // of both keys: "HS256"
	KeyID, PreviousKeyID string // PreviousKeyID is empty after a leak
	Warning              string `json:",omitempty"` // a sentence about the previous secret
	Steps                []Step
	Deployments          []Deployment
	Code                 []Code
	Calendar             string // an iCalendar file

	Texts []byte `json:"-"` // those of Deployments, which hold secrets
}

// Problem is one thing that is wrong with a request.
type Problem struct {
	Field    string // of [Rotate], in lower case: "lifetime"
	Sentence string
}

// Step is one thing that a person does.
type Step struct {
	At            time.Time // zero where the step has no date of its own
	Title, Detail string
}

// Deployment is what the service gets in one deployment.
type Deployment struct {
	ID    string // "prepare", "switch" or "finish"
	Title string
	At    time.Time

	EnvFile, KeySetFile string // names: "1-prepare.env"

	// The sizes in bytes of both files, which lie in [Plan]'s Texts one after
	// another.
	Env, KeySet int

	// EnvNote says why the environment is JSON and no .env file, in sentences.
	EnvNote string `json:",omitempty"`
}

// Code is a file in one language, which holds no secret.
type Code struct {
	ID    string // "go"
	Title string // "Go (golang-jwt)"
	File  string // "keys.go"
	Spans []Span
	Note  string // what it needs, and with what our tests run it
}

// Deployed returns the environment and the key set of the i-th deployment, in the
// memory of Texts. They are nil in a message that was cut short.
func (p *Plan) Deployed(i int) (env, keySet []byte) {
	texts := p.Texts
	for n, d := range p.Deployments {
		if d.Env < 0 || d.KeySet < 0 || d.Env+d.KeySet > len(texts) {
			return nil, nil
		}
		if n == i {
			return texts[:d.Env], texts[d.Env : d.Env+d.KeySet]
		}
		texts = texts[d.Env+d.KeySet:]
	}
	return nil, nil
}
