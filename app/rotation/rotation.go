// Package rotation plans how a service goes from one HMAC secret to the next, or to
// a key pair: which instance signs with which key at which date, what stands in the
// environment or in the published key set then, and what a person does, in order.
// What follows is about secrets; [Pair] says what is different with key pairs.
//
// A token that one instance signs is verified by any other. During a deployment
// old and new instances run side by side, so a key must be known to every
// verifier before anybody signs with it. A [Rolling] plan therefore has two
// deployments, and a third that ends it:
//
//	stage      signs with   accepts   deployed from
//	Prepare    previous     both      Start
//	Switch     new          both      SignNew = Start + rollout
//	Finish     new          new       StopOld = SignNew + rollout + lifetime + skew
//
// The last instance that signs with the previous secret is replaced a rollout
// after SignNew; the longest token that it signed then lives a lifetime, and a
// skew longer where clocks differ. In these stages, in every mix of instances
// of two stages that follow one another, and of Prepare with the service as it
// was before, no valid token is refused. An [AtOnce] plan leaves Prepare out: it
// promises the same only where all instances stop before the first new one
// starts. After a [Leak] there is no overlap, because whoever has the secret can
// sign a token for anybody.
//
// What the package does not know: a deployment that takes longer than it was
// told, or is taken back, moves every later date. Tokens without "exp" live
// until StopOld and no longer.
//
// Tokens that were signed before there were key ids have no "kid" (RFC 7515
// §4.1.4). The code of [Plan.Code] tries every accepted key on those; on all
// others only the key of that id. Key ids are random: one made from a secret
// would let anybody test guesses.
//
//	plan, err := rotation.New(rotation.Request{
//		Algorithm: secret.HS256,
//		New:       fresh.Text(),
//		Previous:  pasted,
//		Name:      "JWT_SECRET",
//		Start:     start,
//		Now:       now,
//		Lifetime:  24 * time.Hour,
//		Skew:      rotation.DefaultSkew,
//		Rollout:   rotation.DefaultRollout,
//		Days:      90,
//	})
//	if err != nil {
//		return err
//	}
//	defer plan.Wipe()
//
// Nothing here reads a clock, and no error, calendar or step holds a secret.
package rotation
