package rotation

import "slices"

// title says of what a calendar speaks.
func (p *Pair) title() string {
	if p.Shared {
		return p.Name
	}
	return "JWKS"
}

// Checklist returns what to do, in the order in which to do it. It holds no secret.
func (p *Pair) Checklist() []Step {
	switch {
	case p.Kind == Leak && p.Shared:
		return slices.Concat([]Step{p.keep()}, p.afterSharedLeak())
	case p.Kind == Leak:
		return slices.Concat([]Step{p.keep()}, p.afterPairLeak())
	case p.Shared:
		return slices.Concat([]Step{p.keep()}, p.fromShared())
	default:
		return slices.Concat([]Step{p.keep()}, p.fromPair())
	}
}

// keep returns the step before all others.
func (p *Pair) keep() Step {
	return Step{
		ID:    "store",
		Title: "Store the new private key where tokens are signed, and nowhere else",
		Detail: "Nothing signs with it yet. Verifiers get the public key alone. Its key id is “" + p.KeyID() + "”: each token that it signs " +
			"must carry it as “kid” in the header, and “alg” " + p.SignsWith() + ".",
	}
}

// named returns the step without which the first deployment can log everyone out: jose,
// say, refuses a token without "kid" as soon as two keys of a set fit it.
func (p *Pair) named() Step {
	const why = "A verifier that finds two keys cannot tell which of them a token without “kid” needs, and some refuse it. "
	s := Step{
		ID:    "kid",
		Title: "Check that the tokens of today name their key, before there are two",
		Detail: "Look at the header of one: it must have “kid” " + p.previousID + ". " + why + "Where it is missing, let the signers write it first, " +
			"and begin the plan when the tokens without it have expired.",
	}
	if p.previousID == "" {
		s.Detail = "The published key has no “kid”, so they do not. " + why + "First serve the key with a “kid”, then, when no cache has the set without it any more, " +
			"let the signers write it, and begin the plan when the tokens without it have expired."
	}
	return s
}

func (p *Pair) fromPair() []Step {
	return []Step{
		p.named(),
		{
			ID: "publish", At: p.Dates.Start, Stage: Prepare,
			Title: "Publish both public keys",
			Detail: "Serve the first key set in the place of the one of today. Nobody needs the new key yet, but every verifier has to know it " +
				"before the first token is signed with it: verifiers keep a set as long as its cache time says. Until then, taking this back is safe.",
		},
		{
			ID: "switch", At: p.Dates.SignNew, Stage: Switch,
			Title: "Sign with the new private key",
			Detail: "First check that the address that verifiers fetch serves “" + p.KeyID() + "”. By now no verifier has a set from before, unless it was published later " +
				"than planned: then wait as much longer. Deploy the signers with the new private key; the published set stays as it is, and is never taken back " +
				"from now on. Signing with the old key again is safe, and moves the later dates.",
		},
		p.privateGone("The old public key stays published: the tokens that it signed are still out there."),
		{
			ID: "withdraw", At: p.Dates.StopOld, Stage: Finish,
			Title: "Withdraw the old public key",
			Detail: "Every token that it signed has expired by now. Serve the last key set, without it. If a service refuses good tokens after this, " +
				"serving the first set again is safe where the old private key is destroyed.",
		},
		{
			ID: "gone", At: p.Dates.Delete,
			Title: "Check that no verifier accepts the old key",
			Detail: "By now no verifier has a set with the old key. Where one has the key in its configuration, take it out there, too: look for it, " +
				"because trying a token of the old key shows nothing any more. Each has expired.",
		},
		p.next(),
	}
}

func (p *Pair) privateGone(also string) Step {
	return Step{
		ID: "check", At: p.Dates.LastOld,
		Title: "Check that nothing signs with the old key, and destroy the private one",
		Detail: "If an instance still signs with it, whatever follows moves: count a token's longest lifetime and the clock skew from its last signature. " +
			"Otherwise see that every service accepts the new tokens, because without the old private key there is no way back, and destroy it then. " + also,
	}
}

func (p *Pair) afterPairLeak() []Step {
	return []Step{
		{
			ID: "replace", At: p.Dates.Start, Stage: Finish,
			Title: "Withdraw the leaked key at once, and sign with the new one",
			Detail: "Serve the key set without the leaked key, then deploy the signers with the new private key. Tokens of the leaked key are refused, also real ones: " +
				"everyone is logged out, on purpose, because nothing tells them from forged ones.",
		},
		{
			ID: "flush", At: p.Dates.Start,
			Title: "Empty the caches of the verifiers",
			Detail: "A verifier that has the old set accepts forged tokens until its cache time is over, and refuses the new ones. " +
				"First purge the key set from the CDN or proxy before it, or verifiers fetch the old one again. Then " +
				"restart every verifier that you can reach, and ask the owners of the others to. Where one has the key in its configuration, take it out there, too.",
		},
		p.revoke(),
		{
			ID: "gone", At: p.Dates.Delete,
			Title:  "Check that no verifier accepts the leaked key",
			Detail: "By now the cache times are over, too. " + tryLeaked + "Then destroy it, and find out how it leaked before the next one does.",
		},
		p.next(),
	}
}

// tryLeaked is a check that can fail: an older token may be refused because it has expired.
const tryLeaked = "Sign a new token with it and try it: every service must refuse it. "

func (p *Pair) revoke() Step {
	leaked := "key"
	if p.Shared {
		leaked = "secret"
	}
	return Step{
		ID:     "revoke",
		Title:  "End what the leaked " + leaked + " may have opened",
		Detail: "Refresh tokens, sessions and API keys that were issued to someone with a forged token stay valid on their own: end them too. Search the access logs for tokens that were never issued.",
	}
}

func (p *Pair) fromShared() []Step {
	return []Step{
		{
			ID: "prepare", At: p.Dates.Start, Stage: Prepare,
			Title: "Deployment 1 of 3: verifiers accept the secret and the new key",
			Detail: "Deploy the code of the mixed time to every service that verifies, with the key set and the first environment. It takes the algorithm from the key and " +
				"never from the token's header: a verifier that believes the header can be given the public key, which everybody has, as an HMAC secret. " +
				"Taking this deployment back is safe.",
		},
		{
			ID: "switch", At: p.Dates.SignNew, Stage: Switch,
			Title: "Deployment 2 of 3: sign with the private key",
			Detail: "First check that no verifier from before deployment 1 is left: it would refuse the new tokens. If one is left, wait, and make a new plan from the later date. " +
				"Then deploy the one service that issues tokens, with the private key. Verifiers get the second environment, with the date from which they refuse the secret " +
				"by themselves. From now on, never roll a verifier back to before deployment 1. Signing with the secret again is safe, and moves the later dates.",
		},
		{
			ID: "check", At: p.Dates.LastOld,
			Title: "Check that nothing signs with the secret",
			Detail: "Every service that has the secret could: look for those that made tokens for themselves. If one still signs with it, the secret must be accepted for longer: " +
				"change " + p.Name + untilSuffix + " to a token's longest lifetime and the clock skew after its last signature.",
		},
		{
			ID: "finish", At: p.Dates.StopOld, Stage: Finish,
			Title:  "Deployment 3 of 3: drop the secret",
			Detail: "Every token that it signed has expired by now. Deploy the last environment, without the secret: from now on no verifier can forge.",
		},
		{
			ID: "delete", At: p.Dates.Delete,
			Title:  "Destroy the secret",
			Detail: "First sign a new token with it and try it: every service must refuse it. Then remove every copy from secret managers, variables of the build, .env files, notes and backups that you can reach, in each service that shared it.",
		},
		p.next(),
	}
}

func (p *Pair) afterSharedLeak() []Step {
	return []Step{
		{
			ID: "replace", At: p.Dates.Start, Stage: Finish,
			Title: "The only deployment: verify with the public key alone, now",
			Detail: "Deploy the verifiers with the key set and without the secret, and the service that issues tokens with the private key. " +
				"Everyone is logged out, on purpose: whoever has the secret can sign a token for anybody, and each hour of overlap would go on accepting it.",
		},
		p.revoke(),
		{
			ID: "delete", At: p.Dates.Delete,
			Title:  "Check that no service accepts the leaked secret, then destroy it",
			Detail: tryLeaked + "Then remove every copy, and find out which of the services leaked it.",
		},
		p.next(),
	}
}

func (p *Pair) next() Step {
	return Step{
		ID: "next", At: p.Dates.Next,
		Title:  "Begin the next rotation",
		Detail: "Make a new pair; the one that signs today, “" + p.KeyID() + "”, becomes the old one.",
	}
}
