package main

import (
	"slices"
	"strconv"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/rotation"
)

// rotate plans a rotation and sends it, or what is wrong with the request.
func rotate(r *job.Rotate, now time.Time, send func(job.Event)) error {
	defer clear(r.New)
	defer clear(r.Previous)
	request := rotationRequest(r)
	request.Now = now
	plan, err := rotation.New(request)
	if err != nil {
		send(job.Event{Plan: &job.Plan{Problems: problemsOf(err, request)}})
		return nil
	}
	defer plan.Wipe()
	described, err := describe(plan, now)
	if err != nil {
		return err
	}
	send(job.Event{Plan: described})
	clear(described.Texts)
	return nil
}

// rotationRequest leaves it to the rotation to find mistakes. A leak has no
// overlap, so its plan does not depend on lifetime and skew.
func rotationRequest(r *job.Rotate) rotation.Request {
	request := rotation.Request{
		Kind: rotation.Kind(slices.IndexFunc(rotation.Kinds(), func(k rotation.Kind) bool { return k.String() == r.Kind })),

		Algorithm: r.Algorithm, Reading: r.Reading, New: r.New, Previous: r.Previous, PreviousKeyID: r.PreviousKeyID, Name: r.Name,
		Start: r.Start, Lifetime: seconds(r.Lifetime), Skew: seconds(r.Skew), Rollout: seconds(r.Rollout), Days: r.Days,
	}
	if request.Kind == rotation.Leak {
		request.Lifetime, request.Skew = rotation.MinLifetime, 0
	}
	return request
}

// seconds returns a duration that is as wrong as n is, and never overflows.
func seconds(n int) time.Duration {
	const tooLong = int(2 * rotation.MaxLifetime / time.Second)
	return time.Duration(min(max(n, -1), tooLong)) * time.Second
}

// describe writes the plan for a page.
func describe(plan *rotation.Plan, now time.Time) (*job.Plan, error) {
	described := &job.Plan{
		Algorithm: plan.Algorithm.String(), KeyID: plan.KeyID(), PreviousKeyID: plan.PreviousKeyID(),
		Code: codeOf(plan), Calendar: string(plan.Calendar(now)),
	}
	if plan.PreviousTooSmall {
		described.Warning = "The previous secret is shorter than RFC 7518 allows for " + plan.Algorithm.String() +
			". Unless a generator made it, treat it as leaked: choose “The secret leaked” above and make the plan again."
	}
	for _, step := range plan.Checklist() {
		described.Steps = append(described.Steps, job.Step{At: step.At, Title: step.Title, Detail: step.Detail})
		if step.Stage == 0 {
			continue
		}
		if err := deploy(described, plan, step); err != nil {
			clear(described.Texts)
			return nil, err
		}
	}
	return described, nil
}

// deploy adds what the service gets in a step.
func deploy(described *job.Plan, plan *rotation.Plan, step rotation.Step) error {
	env, ending, note, err := environment(plan, step.Stage)
	if err != nil {
		return err
	}
	defer clear(env)
	keySet, err := plan.JWKS(step.Stage)
	if err != nil {
		return err
	}
	defer clear(keySet)
	file := strconv.Itoa(len(described.Deployments)+1) + "-" + step.Stage.String()
	described.Deployments = append(described.Deployments, job.Deployment{
		ID: step.Stage.String(), Title: step.Title, At: step.At,
		EnvFile: file + ending, KeySetFile: file + ".jwks.json", Env: len(env), KeySet: len(keySet), EnvNote: note,
	})
	before := described.Texts // what grows leaves a copy behind
	described.Texts = slices.Concat(before, env, keySet)
	clear(before)
	return nil
}

// environment returns the .env file of a stage, or JSON if the secrets are not for
// such a file, and why.
func environment(plan *rotation.Plan, s rotation.Stage) (file []byte, ending, note string, err error) {
	env, err := plan.Environment(s)
	if err != nil {
		return nil, "", "", err
	}
	if env.JSON {
		note = "Readers of .env files disagree about a character in one of the secrets, a quote or a backslash, say. " +
			"So here are names and values as JSON: set the variables where your service gets them."
	}
	return env.Text, env.Extension, note, nil
}

func codeOf(plan *rotation.Plan) []job.Code {
	var all []job.Code
	for _, l := range rotation.Languages() {
		text, err := plan.Code(l.ID)
		if err != nil { // it is one of the languages
			continue
		}
		all = append(all, job.Code{
			ID: l.ID, Title: l.Title, File: l.File, Spans: spansOf(l.Highlight, text),
			Note: "Save it as " + l.File + ". It needs " + l.Library + ". Our tests run it with " + l.Ran +
				", for each algorithm and each way of reading a secret: it signs with one key, accepts the other in its time, " +
				"and refuses short keys, wrong keys, expired tokens and tokens without a signature.",
		})
	}
	return all
}
