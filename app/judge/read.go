package judge

import (
	"bytes"
	"slices"

	"jwtsecret/app/job"
	"jwtsecret/app/paste"
	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

// mostOffers is how many secrets of one file are offered on a page.
const mostOffers = 24

// Read says what a text holds that stands in the place of a secret. Wipe its offers.
func Read(text []byte) *job.Pasted {
	p := paste.Read(text)
	defer p.Wipe()
	return pasted(p, len(p.Used))
}

// read says what the text holds that was pasted for a secret, and judges the one that
// is to be a new one.
func (a *auditor) read(isNew bool) job.Event {
	a.paste = paste.Read(a.request.Text)
	defer a.paste.Wipe()
	found := pasted(a.paste, mostOffers)
	if !isNew {
		return job.Event{Pasted: found}
	}
	packed, err := a.lists.fetch()
	if err != nil {
		return failed(packedMissing)
	}
	listed, _, err := a.find(packed, packedLists)
	if err != nil {
		return failed(packedMissing)
	}
	var c strength.Context
	if listed != nil {
		c.Lists = append(c.Lists, listed)
	}
	at := 0 // as it stands, whatever is inside
	if !a.paste.Wrapped() {
		at = a.paste.Used[0]
	}
	var warning string
	found.Unfit, warning = newSecret(strength.Examine(a.paste, at, c).Judge(secret.HS256))
	if warning != "" {
		found.Remarks = append(slices.Clone(found.Remarks), warning)
	}
	return job.Event{Pasted: found}
}

// pasted lists at most so many secrets that a service would use of a text.
func pasted(p paste.Paste, most int) *job.Pasted {
	found := &job.Pasted{Remarks: p.Remarks}
	if !p.Wrapped() {
		return found
	}
	for _, i := range p.Used[:min(len(p.Used), most)] {
		c := p.Candidates[i]
		offer := job.Offer{Text: bytes.Clone(c.Text), Name: c.Name, How: c.How}
		if len(c.Encodings) > 0 {
			offer.Encoding = c.Encodings[0].String()
		}
		found.Offers = append(found.Offers, offer)
	}
	return found
}

// newSecret says why a secret must not be a new one, or of what its owner should know
// first. That it is too short for an algorithm is left to who knows the algorithm.
func newSecret(r strength.Report) (unfit, warning string) {
	if len(r.Findings) == 0 {
		return "", ""
	}
	worst := r.Findings[0]
	noSecret := slices.ContainsFunc(r.Findings, func(f strength.Finding) bool {
		return slices.Contains([]strength.Code{strength.PastedToken, strength.PasswordHash, strength.NotProduction}, f.Code)
	})
	if r.Verdict == strength.Unusable || r.Verdict == strength.Guessable || noSecret {
		return "The audit says “" + r.Verdict.String() + "”. " + worst.Sentence() + " Make a new secret instead.", ""
	}
	return "", "The audit says “" + strength.DefectFound.String() + "”. " + worst.Sentence()
}
