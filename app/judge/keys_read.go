package judge

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
	"jwtsecret/app/paste/bearer"
)

// read reads the keys of the text, with what is wrong with it and with them.
func (k *keys) read() (wrong *string, sentence string) {
	if len(bytes.TrimSpace(k.request.Text)) == 0 {
		return &k.report.TextProblem, "Paste a key first."
	}
	chosen := keypair.Algorithm(k.request.Algorithm)
	if chosen != "" && chosen.Use() == "" {
		return nil, unknownRequest
	}
	parsed, err := keypair.Parse(k.request.Text, k.request.Passphrase)
	switch {
	case errors.Is(err, keypair.ErrNeedPassphrase):
		return &k.report.PassphraseProblem, "This key is encrypted. Enter its passphrase."
	case errors.Is(err, keypair.ErrPassphrase):
		return &k.report.PassphraseProblem, "The passphrase does not open this key. Mind capitals and spaces, or the text is damaged."
	case err != nil:
		return &k.report.TextProblem, k.noKey()
	case len(parsed.Keys) == 0:
		return &k.report.TextProblem, sentences(parsed.Problems, noKey)
	}
	k.all = parsed.Keys
	k.problems = append(parsed.Problems, keypair.Check(parsed.Keys)...)
	if parsed.Form != "JWKS" { // no other form has several keys with ids
		k.problems = slices.DeleteFunc(k.problems, func(p keypair.Problem) bool { return p.Code == "kid-missing" })
	}
	k.unsaid = map[*keypair.Key]bool{}
	for _, key := range k.all {
		k.unsaid[key] = key.Complete(chosen)
	}
	return nil, ""
}

// noKey says that the text holds no key, and where it is a token, so.
func (k *keys) noKey() string {
	found, _ := bearer.Token(k.request.Text)
	defer clear(found)
	if found == nil {
		return noKey
	}
	return job.NoKeyButToken
}

// publish writes the key set: the public keys, after those that are published already.
func (k *keys) publish() (wrong *string, sentence string) {
	public := k.public()
	served := bytes.TrimSpace(k.request.Published)
	switch {
	case len(public) == 0 && len(served) > 0:
		return &k.report.PublishedProblem, "A symmetric key is secret as a whole, and does not belong in a key set that is published."
	case len(public) == 0:
		return nil, ""
	case len(served) > 0 && served[0] != '{':
		return &k.report.PublishedProblem, noSet
	case len(served) == 0:
		k.add(jwks(len(public)), keypair.Set(public...))
		return nil, ""
	}
	merged, err := keypair.Merge(served, public...)
	if err != nil {
		return &k.report.PublishedProblem, notMerged(err)
	}
	k.add(job.KeyFile{Name: job.KeySetName, Title: "Public keys, JWKS", Hint: "What is published now, and after it what is new. " + serve}, merged)
	return nil, ""
}

// public returns the public keys, each once: PEM often holds a private key and its
// certificate.
func (k *keys) public() (all []*keypair.Key) {
	seen := map[string]bool{}
	for _, key := range k.all {
		p := key.Public()
		if p == nil {
			continue
		}
		if name := p.Thumbprint() + " " + p.ID; !seen[name] {
			seen[name] = true
			all = append(all, p)
		}
	}
	return all
}

// notMerged says why key sets were not merged.
func notMerged(err error) string {
	var merge *keypair.MergeError
	if errors.As(err, &merge) {
		return sentences(merge.Problems, noSet)
	}
	return noSet
}

// sentences joins the sentences of some problems, each said once; without any, it returns
// another one.
func sentences(problems []keypair.Problem, otherwise string) string {
	const most = 3
	var said []string
	for _, p := range problems {
		if s := p.Title + ". " + p.Sentence; len(said) < most && !strings.Contains(strings.Join(said, " "), s) {
			said = append(said, s)
		}
	}
	if len(said) == 0 {
		return otherwise
	}
	return strings.Join(said, " ")
}
