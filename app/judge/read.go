package judge

import (
	"bytes"

	"jwtsecret/app/job"
	"jwtsecret/app/paste"
)

// mostOffers is how many secrets of one file are offered.
const mostOffers = 8

// pasted says what a text holds that was pasted for a secret.
func pasted(text []byte) *job.Pasted {
	p := paste.Read(text)
	defer p.Wipe()
	found := &job.Pasted{Remarks: p.Remarks}
	if !p.Wrapped() {
		return found
	}
	for _, i := range p.Used[:min(len(p.Used), mostOffers)] {
		c := p.Candidates[i]
		offer := job.Offer{Text: bytes.Clone(c.Text), How: c.How}
		if len(c.Encodings) > 0 {
			offer.Encoding = c.Encodings[0].String()
		}
		found.Offers = append(found.Offers, offer)
	}
	return found
}
