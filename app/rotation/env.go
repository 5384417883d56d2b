package rotation

import (
	"bytes"
	"slices"
	"strconv"
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

// FileName returns how the names of a deployment's files begin, so that they stand in the
// order of the deployments: "1-prepare".
func (p *Plan) FileName(s Stage) string {
	return strconv.Itoa(slices.Index(p.Stages(), s)+1) + "-" + s.String()
}

// Environment is what a service gets in one stage. Wipe the text after use.
type Environment struct {
	Text      []byte
	Extension string // of its file: ".env" or ".json"

	// JSON says that the text is an object of names and values, because readers of
	// .env files disagree about a character in one of the secrets: a quote or a
	// backslash, say.
	JSON bool
}

// Environment returns the environment of a stage: an .env file under a comment
// that says when it is deployed, or where that cannot hold the secrets, JSON. Both
// are those of the [export.Target] of that name. No other copy is left. The error
// is [ErrStage] or [ErrWiped].
func (p *Plan) Environment(s Stage) (Environment, error) {
	entries, err := p.Entries(s)
	if err != nil {
		return Environment{}, err
	}
	for i := range entries {
		defer entries[i].Wipe()
	}
	dotenv, _ := export.TargetByID("dotenv")
	lines, err := dotenv.Write(entries...)
	if err != nil {
		object, _ := export.TargetByID("json")
		text, err := object.Write(entries...)
		return Environment{Text: text, Extension: ".json", JSON: true}, err
	}
	defer clear(lines)
	comment := p.envComment(s)
	file := append(make([]byte, 0, len(comment)+len(lines)), comment...)
	return Environment{Text: append(file, lines...), Extension: ".env"}, nil
}

func (p *Plan) envComment(s Stage) string {
	steps := p.Checklist()
	step := steps[slices.IndexFunc(steps, func(step Step) bool { return step.Stage == s })]
	return "# " + step.Title + ", from " + step.At.Format(time.RFC3339) + "\n"
}
