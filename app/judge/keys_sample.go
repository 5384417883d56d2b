package judge

import (
	"errors"
	"fmt"

	"jwtsecret/app/export/snippet/pair"
	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
	"jwtsecret/app/token"
)

// sample signs a token with the first key, and verifies it with the public one.
func (k *keys) sample() {
	first := k.all[0]
	fit := first.Signs()
	if len(fit) == 0 || !first.Private() {
		return
	}
	verifier, name := first.Public(), "the public key"
	if verifier == nil {
		verifier, name = first, "the same key"
	}
	input := sampleInput(fit[0], first.ID, k.now.Unix())
	signature, err := first.Sign(fit[0], input)
	if err == nil {
		err = verifier.Verify(fit[0], input, signature)
	}
	switch {
	case errors.Is(err, keypair.ErrWeak):
		k.report.Signed = "No sample was signed with this key: Go's library refuses to use it, and others should."
	case err != nil:
		k.report.Signed = "What the private key signs, " + name + " does not verify: do not use this key."
	default:
		k.report.Token = token.WithSignature(input, signature)
		k.report.Signed = "Signed by " + string(fit[0]) + " and verified with " + name + ". It expires an hour after it was made."
	}
}

// sampleInput is what is signed of a token for tests.
func sampleInput(a keypair.Algorithm, id string, now int64) []byte {
	return token.Input(headerBy(a, id), fmt.Appendf(nil, `{"sub":"1234567890","name":"Ada","iat":%d,"exp":%d}`, now, now+3600))
}

// show shows how programs use the first key, if it is for signatures.
func (k *keys) show() {
	fit := k.all[0].Signs()
	if len(fit) == 0 {
		return
	}
	for _, s := range pair.Snippets(string(fit[0])) {
		k.report.Snippets = append(k.report.Snippets, job.KeySnippet(s))
	}
}
