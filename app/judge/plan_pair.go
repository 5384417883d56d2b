package judge

import (
	"strings"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/prose"
	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
)

// pairPlan returns the plan by which a key pair signs.
func pairPlan(q job.Plan, now time.Time) (*job.PlanReport, error) {
	p, err := rotation.NewPair(pairOf(q, now))
	if err != nil {
		return nil, err
	}
	report := &job.PlanReport{
		MadeFor: pairMadeFor(p), KeyIDs: pairKeyIDs(p), Calendar: string(p.Calendar(now)), Sentence: readySentence(p.Stages(), p.Checklist()),
		Keep: "Store its files now. They hold public keys alone, and no secret.",
	}
	if p.Shared {
		report.Codes, report.CodeHint = mixedCodes(p), mixedHint(p.Kind)
	}
	report.Picture, report.Caption = pairTimeline(p)
	return report, addSteps(report, p.Checklist(), func(s rotation.Step) ([]job.DeployedFile, error) { return pairFiles(p, s.Stage) })
}

// mixedHint says what the code is for.
func mixedHint(k rotation.Kind) string {
	const takes = "It takes each key's algorithm from the key, and never from a token's header. "
	if k == rotation.Leak {
		return "The code for every service that verifies. " + takes + "Without the secret in its environment it accepts the new key alone."
	}
	return "The code of the mixed time, for every service that verifies. " + takes + "With the last deployment it accepts the new key alone, and may stay."
}

func pairOf(q job.Plan, now time.Time) rotation.PairRequest {
	r := rotation.PairRequest{
		Kind: kindOf(q.Kind), New: q.Public, KeyID: string(q.KeyID), Published: q.Published, PreviousKeyID: string(q.PreviousKeyID),
		Shared: q.What == "shared", Reading: readingOf(q.Reading), Name: string(q.Name),
		Now: now, Start: time.Unix(q.Start, 0), Cache: seconds(q.Cache), Rollout: seconds(q.Rollout), Days: q.Days, Local: Local,
		Lifetime: seconds(q.Lifetime), Skew: seconds(q.Skew),
	}
	r.Algorithm, _ = secret.ParseAlgorithm(q.Algorithm)
	if r.Kind == rotation.Leak { // there is no overlap that they could be too long for
		r.Lifetime, r.Skew = rotation.MinLifetime, 0
	}
	return r
}

func pairMadeFor(p *rotation.Pair) (made []string) {
	if p.Kind != rotation.Leak {
		made = append(made, "tokens for "+lasting(p.Lifetime), "clock skew "+lasting(p.Skew))
	}
	made = append(made, "deployments of "+lasting(p.Rollout))
	if !p.Shared {
		made = append(made, "key sets cached for "+lasting(p.Cache))
	}
	return append(made, "again after "+prose.Counted(p.Days, "day", "days"))
}

func pairKeyIDs(p *rotation.Pair) []job.Fact {
	ids := []job.Fact{{Name: "Key id of the new key (" + p.SignsWith() + ")", Text: p.KeyID()}}
	previous := "Key id of the old key"
	if p.Shared {
		previous = "Key id of the shared secret"
	}
	if p.PreviousKeyID() != "" {
		ids = append(ids, job.Fact{Name: previous, Text: p.PreviousKeyID()})
	}
	return ids
}

// pairTimeline draws when each key is published and when it signs.
func pairTimeline(p *rotation.Pair) (drawn []job.Shape, caption string) {
	if p.Kind == rotation.Leak {
		return nil, ""
	}
	previous, light := "The old key", "published"
	if p.Shared {
		previous, light = "The shared secret", "accepted"
	}
	return overlap(p.Dates, p.Dates.LastOld, previous, "The new key"),
		"Drawn to scale: dark where a key signs tokens, light where it is only " + light + ". " + scaleSentence(p.Dates)
}

// pairFiles writes what is deployed in one stage. While signers change to the new key,
// the published set stays as it is.
func pairFiles(p *rotation.Pair, stage rotation.Stage) (files []job.DeployedFile, err error) {
	set, err := p.JWKS(stage)
	if err != nil {
		return nil, err
	}
	id := stage.String()
	keySet := job.DeployedFile{ID: "jwks-" + id, Title: "Key set (JWKS)", Name: id + ".jwks.json", Text: set,
		Hint: "To be served where verifiers fetch it, at /.well-known/jwks.json, say. It holds public keys alone."}
	switch {
	case !p.Shared && stage == rotation.Switch:
		return nil, nil
	case !p.Shared:
		return []job.DeployedFile{keySet}, nil
	}
	env, err := p.Environment(stage)
	if err != nil {
		return nil, err
	}
	files = append(files, job.DeployedFile{ID: "env-" + id, Title: "Environment of the verifiers", Name: id + ".env", Text: env,
		Hint: "Variables to set beside those that your service has. The secret itself is not in here."})
	if stage == p.Stages()[0] {
		keySet.Name, keySet.Hint = rotation.SetFile, "The file that the environment names. It holds the new public key alone, and serves every deployment."
		files = append(files, keySet)
	}
	return files, nil
}

func mixedCodes(p *rotation.Pair) (all []job.Code) {
	for _, l := range rotation.MixedLanguages() {
		text, err := p.Code(l.ID)
		if err != nil { // an algorithm that the libraries do not know
			return nil
		}
		all = append(all, job.Code{ID: l.ID, Title: l.Title, Highlight: string(l.Highlight), File: l.File, Text: text, Note: "Save it as " + l.File +
			". It needs " + l.Library + ". Our tests run it with " + l.Ran + ": it accepts both in their time, and refuses the public key " +
			"used as a secret, another algorithm than the key's own, unknown key ids, expired tokens and tokens without a signature."})
	}
	return all
}

// keyProblem says what is wrong with the keys of a request.
func keyProblem(keys *rotation.KeyError) (field, sentence string) {
	field = "published"
	if keys.New {
		field = "public"
	}
	var said []string
	for _, p := range keys.Problems {
		said = append(said, p.Title+". "+p.Sentence)
	}
	switch {
	case keys.Old:
		said = append(said, "It is about the key that signs now: choose “The private key leaked” above, and the plan withdraws it at once.")
	case !keys.New:
		said = append(said, "It is not about the key that signs now: leave it out here, and the first deployment withdraws it.")
	}
	return field, strings.Join(said, " ")
}
