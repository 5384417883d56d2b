package rotation

import (
	"slices"
	"time"
)

// Step is one thing that a person does.
type Step struct {
	ID     string    // names the step within its plan: "switch"
	At     time.Time // not before; zero where the step has no date of its own
	Title  string
	Detail string // sentences in plain words; dates are in At, so that a page can show local time
	Stage  Stage  // what is deployed in this step; zero where nothing is
}

// Checklist returns what to do, in the order in which to do it. It holds no
// secret.
func (p *Plan) Checklist() []Step {
	switch p.Kind {
	case Rolling:
		return slices.Concat(p.beginning(), p.twoDeployments(), p.ending("3 of 3"))
	case AtOnce:
		return slices.Concat(p.beginning(), p.oneDeployment(), p.ending("2 of 2"))
	default: // Leak
		return p.afterLeak()
	}
}

// beginning returns the steps before the first deployment.
func (p *Plan) beginning() []Step {
	steps := []Step{{
		ID:    "store",
		Title: "Store the new secret and both key ids",
		Detail: "Put them where your service gets its secrets, beside the previous secret. Do not replace anything yet. " +
			"Every service that verifies these tokens is part of the rotation, including those of other teams.",
	}}
	if p.PreviousTooSmall {
		steps = append(steps, Step{
			ID:    "weak",
			Title: "Decide whether the previous secret can be guessed",
			Detail: "It is shorter than RFC 7518 §3.2 requires for " + p.Algorithm.String() + ". If a person chose it, or it is in any " +
				"list, anybody can find it from one token: then take the plan for a leak, because this one accepts it until the stop date.",
		})
	}
	return steps
}

func (p *Plan) twoDeployments() []Step {
	return []Step{
		{
			ID: "prepare", At: p.Dates.Start, Stage: Prepare,
			Title: "Deployment 1 of 3: every instance learns the new key",
			Detail: "Deploy the code that accepts both keys, with the first environment. Instances go on signing with the previous secret, " +
				"so those that have not been replaced yet accept every token. Taking this deployment back is safe.",
		},
		{
			ID: "switch", At: p.Dates.SignNew, Stage: Switch,
			Title: "Deployment 2 of 3: sign with the new key",
			Detail: "First check that no instance from before deployment 1 is left: it would refuse the new tokens. If one is left, wait, " +
				"and make a new plan from the later date. Then deploy the second environment. From now on, never roll back to anything older than deployment 1.",
		},
		p.check("still does, or you had to go back to deployment 1"),
	}
}

func (p *Plan) oneDeployment() []Step {
	return []Step{
		{
			ID: "switch", At: p.Dates.SignNew, Stage: Switch,
			Title: "Deployment 1 of 2: sign with the new key, accept both",
			Detail: "Stop every instance that knows only the previous secret, in every service, then start the new ones with this environment. " +
				"An old instance that runs beside a new one would refuse its tokens: if you cannot exclude that, replace the secret instance by instance.",
		},
		p.check("did until later"),
	}
}

// check returns the step after the last deployment but one, with what may be true of
// an instance.
func (p *Plan) check(exception string) Step {
	return Step{
		ID: "check", At: p.Dates.LastOld,
		Title: "Check that no instance signs with the previous key",
		Detail: "If one " + exception + ", the previous secret must be accepted for longer: a token's longest lifetime and the clock skew, " +
			"counted from its last signature. Change " + p.Name + previousSuffix + untilSuffix + " to that date.",
	}
}

// ending returns the steps from the stop date on. The number is that of the
// deployment.
func (p *Plan) ending(number string) []Step {
	return []Step{
		{
			ID: "finish", At: p.Dates.StopOld, Stage: Finish,
			Title: "Deployment " + number + ": forget the previous key",
			Detail: "Every token that it signed has expired by now, and instances that run the given code refuse it from this moment on. " +
				"Deploy the last environment, which no longer contains it.",
		},
		{
			ID: "delete", At: p.Dates.Delete,
			Title: "Destroy the previous secret",
			Detail: "Remove every copy: old versions in the secret manager, variables of the build, .env files, notes, backups that you can reach. " +
				"A copy that is found later could otherwise sign tokens for any service that was forgotten.",
		},
		p.next(),
	}
}

func (p *Plan) next() Step {
	return Step{
		ID: "next", At: p.Dates.Next,
		Title:  "Begin the next rotation",
		Detail: "Make a new secret; the one that signs today becomes the previous one. Give its key id, " + p.KeyID() + ", so that its tokens are still found.",
	}
}

func (p *Plan) afterLeak() []Step {
	return []Step{
		{
			ID: "replace", At: p.Dates.Start, Stage: Finish,
			Title: "The only deployment: replace the secret everywhere, now",
			Detail: "Stop the instances that have the leaked secret and start new ones that know the new secret alone; do not replace them one after the other " +
				"if you can bear the pause. Everyone is logged out, on purpose: whoever has the secret can sign a token for any person and any date, " +
				"nothing tells it from a real one, and each hour of overlap would go on accepting it.",
		},
		{
			ID:    "revoke",
			Title: "End what the leaked secret may have opened",
			Detail: "Refresh tokens, sessions and API keys that were issued to someone with such a token stay valid on their own: end them too. " +
				"Use the secret's key id for nothing else.",
		},
		{
			ID:    "search",
			Title: "Find out how it leaked, and what was done with it",
			Detail: "Look for the secret in the repository's whole history, build logs, error reports, container images and backups; a new secret " +
				"in the same place leaks again. Search the access logs for tokens that your service never issued.",
		},
		{
			ID: "delete", At: p.Dates.Delete,
			Title: "Check that no instance accepts the leaked secret, then destroy it",
			Detail: tryLeaked + "Then remove every copy, except one, kept under lock and key, " +
				"if an investigation needs it.",
		},
		p.next(),
	}
}
