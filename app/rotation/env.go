package rotation

import (
	"bytes"
	"time"

	"jwtsecret/app/export"
)

// The endings of the variables' names. The code of [Plan.Code] reads them.
const (
	nextSuffix     = "_NEXT"     // a secret that is accepted and will sign
	previousSuffix = "_PREVIOUS" // a secret that is accepted and did sign
	keyIDSuffix    = "_KID"
	untilSuffix    = "_UNTIL" // first moment at which it is not accepted, RFC 3339
)

// Entries returns the environment of a stage as entries for any
// [export.Target]; those that are secrets have a Key. The variable of the plan's
// name is always the secret that signs, so code that reads it alone works on. A
// service that reads them with the code of [Plan.Code] stops to accept the
// previous secret by itself at StopOld.
//
// The values of secrets are the plan's own memory and their keys are copies: use
// [export.Entry.Wipe] on each. The error is [ErrStage] or [ErrWiped].
func (p *Plan) Entries(s Stage) ([]export.Entry, error) {
	keys, err := p.at(s)
	if err != nil {
		return nil, err
	}
	entries := p.entriesOf(p.Name, keys[0])
	switch s {
	case Prepare:
		entries = append(entries, p.entriesOf(p.Name+nextSuffix, keys[1])...)
	case Switch:
		name := p.Name + previousSuffix
		entries = append(entries, p.entriesOf(name, keys[1])...)
		until := p.Dates.StopOld.Format(time.RFC3339)
		entries = append(entries, export.Entry{Name: name + untilSuffix, Value: []byte(until)})
	}
	return entries, nil
}

func (p *Plan) entriesOf(name string, k key) []export.Entry {
	return []export.Entry{
		{Name: name, Value: k.text, Key: bytes.Clone(k.bytes), Algorithm: p.Algorithm, KeyID: k.id},
		{Name: name + keyIDSuffix, Value: []byte(k.id)},
	}
}

// Env returns the environment of a stage as an .env file, under a comment that
// says when it is deployed. Wipe it after use; no other copy is left.
//
// The lines are those of the [export.Target] "dotenv", with its errors: a value is
// quoted only when it has to be, and [export.ErrQuotes] means that readers would
// understand it differently. Then another target may do. The other errors are
// [ErrStage] and [ErrWiped].
func (p *Plan) Env(s Stage) ([]byte, error) {
	entries, err := p.Entries(s)
	if err != nil {
		return nil, err
	}
	for i := range entries {
		defer entries[i].Wipe()
	}
	dotenv, _ := export.TargetByID("dotenv")
	lines, err := dotenv.Write(entries...)
	if err != nil {
		return nil, err
	}
	defer clear(lines)
	comment := p.envComment(s)
	file := make([]byte, 0, len(comment)+len(lines))
	return append(append(file, comment...), lines...), nil
}

func (p *Plan) envComment(s Stage) string {
	step := p.step(s)
	return "# " + step.Title + ", from " + step.At.Format(time.RFC3339) + "\n"
}
