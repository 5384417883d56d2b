package judge

import (
	"errors"
	"slices"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/paste/bearer"
	"jwtsecret/app/prose"
	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Planned answers a request for the plan of a rotation at this moment.
func Planned(q job.Plan, now time.Time) *job.PlanReport {
	report, err := Plan(q, now)
	if err != nil {
		return &job.PlanReport{Problems: planProblems(readingOf(q.Reading), err)}
	}
	return report
}

// Plan returns the plan, or everything that is wrong with the request, as package rotation
// says it. The plan holds secrets: wipe it by the [job.Event] that carries it.
func Plan(q job.Plan, now time.Time) (*job.PlanReport, error) {
	if q.What != "secret" {
		return pairPlan(q, now)
	}
	if err := tokens(q); err != nil {
		return nil, err
	}
	plan, err := rotation.New(rotationOf(q, now))
	if err != nil {
		return nil, err
	}
	defer plan.Wipe()
	report, err := planReport(plan, now)
	if err != nil { // a new plan has all its stages
		job.Event{Plan: report}.Wipe()
		return nil, err
	}
	return report, nil
}

// What a plan refuses beside package rotation.
var (
	errPreviousToken = errors.New("the previous secret is a token, not the secret that signed it")
	errNewToken      = errors.New("the new secret is a token, which everyone knows who has received it")
)

// tokens says which of the secrets are tokens.
func tokens(q job.Plan) error {
	var wrong []error
	if q.Kind != rotation.Leak.String() && isToken(q.Previous) {
		wrong = append(wrong, errPreviousToken)
	}
	if isToken(q.New) {
		wrong = append(wrong, errNewToken)
	}
	return errors.Join(wrong...)
}

// isToken reports whether a text is a token, or something that carries one.
func isToken(text []byte) bool {
	found, _ := bearer.Token(text)
	clear(found)
	return found != nil
}

// rotationOf returns the request that is meant. What the names stand for may be missing.
func rotationOf(q job.Plan, now time.Time) rotation.Request {
	r := rotation.Request{
		Kind: kindOf(q.Kind), Reading: readingOf(q.Reading), New: q.New, KeyID: string(q.KeyID), Name: string(q.Name),
		Now: now, Start: time.Unix(q.Start, 0), Rollout: seconds(q.Rollout), Days: q.Days, Local: Local,
	}
	r.Algorithm, _ = secret.ParseAlgorithm(q.Algorithm)
	if r.Kind == rotation.Leak { // there is no overlap that it could be too long for
		r.Lifetime = rotation.MinLifetime
		return r
	}
	r.Previous, r.PreviousKeyID = q.Previous, string(q.PreviousKeyID)
	r.Lifetime, r.Skew = seconds(q.Lifetime), seconds(q.Skew)
	return r
}

func seconds(n int) time.Duration { return time.Duration(min(n, maxSeconds)) * time.Second }

// maxSeconds is more than any time that is allowed, and few enough for a duration.
const maxSeconds = int(2 * rotation.MaxLifetime / time.Second)

// kindOf returns what is no kind where it has no such name.
func kindOf(name string) rotation.Kind {
	for _, k := range rotation.Kinds() {
		if k.String() == name {
			return k
		}
	}
	return rotation.Kind(len(rotation.Kinds()))
}

func readingOf(name string) token.Encoding {
	all := token.Encodings()
	return all[max(0, slices.IndexFunc(all, func(e token.Encoding) bool { return e.String() == name }))]
}

func planReport(p *rotation.Plan, now time.Time) (*job.PlanReport, error) {
	r := &job.PlanReport{
		MadeFor: madeFor(p), KeyIDs: keyIDs(p), Calendar: string(p.Calendar(now)), Sentence: readySentence(p.Stages(), p.Checklist()), Codes: codes(p),
		Keep:     "Store the environment of every deployment now, where your secrets are kept.",
		CodeHint: "It reads the environment of every deployment and of the time after, so you write it once. It goes out with the first deployment.",
	}
	if p.PreviousTooSmall {
		r.Warning = "The previous secret is shorter than RFC 7518 allows for " + p.Algorithm.String() +
			". Unless a generator made it, treat it as leaked: choose “The secret leaked” above and make the plan again."
	}
	r.Picture, r.Caption = timeline(p)
	return r, addSteps(r, p.Checklist(), func(s rotation.Step) (files []job.DeployedFile, err error) { return filesOf(p, s.Stage) })
}

func readySentence(stages []rotation.Stage, steps []rotation.Step) string {
	return "The plan is ready: " + prose.Counted(len(stages), "deployment", "deployments") + ", " + prose.Counted(len(steps), "step", "steps") + "."
}

// addSteps adds the steps of a plan, and what a service gets in those that have files.
func addSteps(r *job.PlanReport, steps []rotation.Step, files func(rotation.Step) ([]job.DeployedFile, error)) error {
	for _, s := range steps {
		r.Steps = append(r.Steps, job.Step{Title: s.Title, Detail: s.Detail, When: moment(s.At)})
		if s.Stage == 0 {
			continue
		}
		d := job.Deployment{ID: s.Stage.String(), Title: s.Title, When: moment(s.At)}
		var err error
		if d.Files, err = files(s); len(d.Files) > 0 {
			r.Deployments = append(r.Deployments, d)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// moment writes a date and a time, with its seconds where it has some: a deadline must
// not seem to be earlier than it is.
func moment(t time.Time) job.Moment {
	if t.IsZero() {
		return job.Moment{}
	}
	layout := "Mon 2 January 2006, 15:04 (UTC-07:00)"
	if t.Second() != 0 {
		layout = "Mon 2 January 2006, 15:04:05 (UTC-07:00)"
	}
	return job.Moment{UTC: t.UTC().Format(time.RFC3339), Text: Local(t).Format(layout)}
}

// madeFor lists what the plan's dates follow from.
func madeFor(p *rotation.Plan) (made []string) {
	if p.Kind != rotation.Leak {
		made = append(made, "tokens for "+lasting(p.Lifetime), "clock skew "+lasting(p.Skew))
	}
	return append(made, "deployments of "+lasting(p.Rollout), "again after "+prose.Counted(p.Days, "day", "days"))
}

func keyIDs(p *rotation.Plan) []job.Fact {
	ids := []job.Fact{{Name: "Key id of the new secret", Text: p.KeyID()}}
	if p.PreviousKeyID() != "" {
		ids = append(ids, job.Fact{Name: "Key id of the previous secret", Text: p.PreviousKeyID()})
	}
	return ids
}

// filesOf writes what a service gets in one stage.
func filesOf(p *rotation.Plan, stage rotation.Stage) (files []job.DeployedFile, err error) {
	env, err := p.Environment(stage)
	if err != nil {
		return nil, err
	}
	hint := "As a .env file. Set the same variables where your service gets its secrets."
	if env.JSON {
		hint = "Readers of .env files disagree about a character in one of the secrets, a quote or a backslash, say. " +
			"So here are names and values as JSON: set the variables where your service gets them."
	}
	name := p.FileName(stage)
	files = append(files, job.DeployedFile{ID: "env-" + stage.String(), Title: "Environment", Hint: hint, Name: name + env.Extension, Text: env.Text})
	keySet, err := p.JWKS(stage)
	return append(files, job.DeployedFile{
		ID: "jwks-" + stage.String(), Title: "Key set (JWKS)", Name: name + ".jwks.json", Text: keySet,
		Hint: "For libraries that take their keys from a file. It holds the secrets: never publish it, as one would a set of public keys.",
	}), err
}

func codes(p *rotation.Plan) (all []job.Code) {
	for _, l := range rotation.Languages() {
		text, _ := p.Code(l.ID) // it is one of the languages
		all = append(all, job.Code{ID: l.ID, Title: l.Title, Highlight: string(l.Highlight), File: l.File, Text: text, Note: "Save it as " + l.File +
			". It needs " + l.Library + ". Our tests run it with " + l.Ran +
			", for each algorithm and each way of reading a secret: it signs with one key, accepts the other in its time, " +
			"and refuses short keys, wrong keys, expired tokens and tokens without a signature."})
	}
	return all
}
