package judge

import (
	"cmp"
	"strconv"
	"strings"

	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
	"jwtsecret/app/prose"
)

// mostKeys is how many keys of a set are described, and how many findings are told of the
// others: more is nothing that anyone reads.
const mostKeys = 20

// describe says what there is to say of each key and of all.
func (k *keys) describe() (wrong *string, sentence string) {
	k.checkValidity()
	found := k.findings()
	for i, key := range k.all[:min(mostKeys, len(k.all))] {
		k.report.Keys = append(k.report.Keys, k.about(key, found[i]))
	}
	k.report.Findings = found[-1]
	if more := len(found[-1]) - mostKeys; more > 0 {
		k.report.Findings = append(found[-1][:mostKeys:mostKeys], job.Finding{
			Code: "more", Title: "And " + prose.Thousands(more) + " more", Sentence: "Mend these first, and check the text again.",
		})
	}
	if len(k.all) > mostKeys {
		k.others(found)
	}
	return nil, ""
}

// checkValidity adds what is wrong with the dates of certificates.
func (k *keys) checkValidity() {
	for i, key := range k.all {
		from, until, ok := key.Validity()
		switch {
		case ok && k.now.After(until):
			k.problems = append(k.problems, keypair.Problem{Code: "certificate-expired", Key: i, Title: "The certificate has expired",
				Sentence: "It was valid until " + moment(until).Text + ": programs that check it refuse it (RFC 5280 §4.1.2.5). Get a new one for the key."})
		case ok && k.now.Before(from):
			k.problems = append(k.problems, keypair.Problem{Code: "certificate-early", Key: i, Title: "The certificate is not valid yet",
				Sentence: "It is valid from " + moment(from).Text + ": until then programs that check it refuse it (RFC 5280 §4.1.2.5)."})
		}
	}
}

// others tells of the keys that are not described.
func (k *keys) others(of map[int][]job.Finding) {
	found, bad := []job.Finding{}, 0
	for i := mostKeys; i < len(k.all); i++ {
		if len(of[i]) > 0 {
			bad++
		}
		for _, f := range of[i] {
			f.Sentence = "Key " + strconv.Itoa(i+1) + ": " + f.Sentence
			found = append(found, f)
		}
	}
	wrong := "Nothing wrong was found in the others."
	if bad > 0 {
		wrong = "Of the others, something is wrong with " + prose.Thousands(bad) + "."
	}
	if len(k.public()) > 0 {
		wrong += " The key set below holds all that is public."
	}
	k.report.Findings = append(k.report.Findings, job.Finding{
		Code: "many", Title: prose.Counted(len(k.all), "key", "keys"),
		Sentence: "The first " + strconv.Itoa(mostKeys) + " are described here. " + wrong,
	})
	k.report.Findings = append(k.report.Findings, found[:min(mostKeys, len(found))]...)
}

// findings returns the problems of each key by its index, and under -1 those of none, each
// once.
func (k *keys) findings() map[int][]job.Finding {
	found, said := map[int][]job.Finding{}, map[keypair.Problem]bool{}
	for _, p := range k.problems {
		if p.Key = max(p.Key, -1); !said[p] {
			said[p] = true
			found[p.Key] = append(found[p.Key], job.Finding{Code: p.Code, Title: p.Title, Sentence: p.Sentence})
		}
	}
	return found
}

func (k *keys) about(key *keypair.Key, found []job.Finding) job.KeyReport {
	r := job.KeyReport{Title: keyTitle(key), KeyID: oneLine(key.ID), Facts: k.facts(key), Findings: found}
	if key.Family() != keypair.Oct {
		r.Thumbprint = key.Thumbprint()
	}
	return r
}

// oneLine is what a key says of itself as it stands in a line of text: nothing in it commands
// a terminal, or fills the page.
func oneLine(text string) string { return short(text, 200) }

// keyTitle names a key: "ES256 key pair".
func keyTitle(key *keypair.Key) string {
	name := cmp.Or(oneLine(string(key.Algorithm)), key.Curve(), string(key.Family()))
	switch {
	case key.Family() == keypair.Oct && key.Algorithm == "":
		return "Symmetric key"
	case key.Family() == keypair.Oct:
		return name + " key"
	case key.Private():
		return name + " key pair"
	default:
		return name + " public key"
	}
}

// facts are what a key says of itself, in the order of reading.
func (k *keys) facts(key *keypair.Key) (all []job.Fact) {
	add := func(name, text string) {
		if text != "" {
			all = append(all, job.Fact{Name: name, Text: text})
		}
	}
	add("Type (kty)", familyName[key.Family()])
	add("Curve", key.Curve())
	if key.Curve() == "" && key.Bits() > 0 {
		add("Size", prose.Counted(key.Bits(), "bit", "bits"))
	}
	add("Algorithm (alg)", k.algorithm(key))
	add("Use", useName[key.Use])
	add("Operations (key_ops)", oneLine(strings.Join(key.Ops, ", ")))
	add("Strength", keyStrength(key))
	if from, until, ok := key.Validity(); ok {
		add("Certificate valid from (notBefore)", moment(from).Text)
		add("Certificate valid until (notAfter)", moment(until).Text)
	}
	return all
}

// algorithm says which one a key is for, and where that comes from, or why there is none.
func (k *keys) algorithm(key *keypair.Key) string {
	fit := key.Fits()
	switch {
	case k.unsaid[key] && string(key.Algorithm) == k.request.Algorithm:
		return k.request.Algorithm + ", as chosen: the key itself does not say"
	case k.unsaid[key]:
		return string(key.Algorithm) + ", as its kind has it: the key itself does not say"
	case key.Algorithm == "" && len(fit) > 0:
		return "not said, and it fits " + list(fit) + ". So its files have no alg, and maybe no use and key_ops, which many libraries look for: " +
			"choose one of these as the algorithm (in a terminal with -alg), and check the key again"
	default:
		return oneLine(string(key.Algorithm))
	}
}

// list joins names as a sentence does.
func list(names []keypair.Algorithm) string {
	s := string(names[0])
	for i, name := range names[1:] {
		between := ", "
		if i == len(names)-2 {
			between = " and "
		}
		s += between + string(name)
	}
	return s
}

var familyName = map[keypair.Family]string{
	keypair.RSA: "RSA", keypair.EC: "EC, elliptic curve", keypair.OKP: "OKP, elliptic curve", keypair.AKP: "AKP, one algorithm's key pair", keypair.Oct: "oct, symmetric",
}

var useName = map[string]string{"sig": "sig: signatures", "enc": "enc: encryption"}

// keyStrength says what a key is worth, and who says so.
func keyStrength(key *keypair.Key) string {
	const nist = " (NIST SP 800-57 part 1, table 2)"
	switch key.Family() {
	case keypair.RSA:
		return rsaStrength(key.Bits()) + nist
	case keypair.EC:
		return curveStrength[key.Curve()] + nist
	case keypair.OKP:
		return "about 128 bits (RFC 7748, section 7, and RFC 8032, section 8.5)"
	case keypair.AKP:
		return latticeStrength[key.Algorithm]
	default:
		return prose.Counted(key.Bits(), "bit", "bits") + ", if the key is random"
	}
}

// rsaStrength is by the table, and between its lines no more than between them.
func rsaStrength(bits int) string {
	switch {
	case bits < 2048:
		return "less than 112 bits: too little"
	case bits == 2048:
		return "112 bits"
	case bits < 3072:
		return "112 to 128 bits"
	case bits == 3072:
		return "128 bits"
	case bits < 7680:
		return "128 to 192 bits"
	default:
		return "192 bits or more"
	}
}

var curveStrength = map[string]string{"P-256": "128 bits", "P-384": "192 bits", "P-521": "256 bits"}

// latticeStrength is by FIPS 204, table 1, whose categories NIST compares with others.
var latticeStrength = map[keypair.Algorithm]string{
	"ML-DSA-44": "category 2, no easier than a collision of SHA-256, also for a quantum computer (FIPS 204)",
	"ML-DSA-65": "category 3, no easier than a key of AES-192, also for a quantum computer (FIPS 204)",
	"ML-DSA-87": "category 5, no easier than a key of AES-256, also for a quantum computer (FIPS 204)",
}
