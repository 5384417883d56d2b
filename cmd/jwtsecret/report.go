package main

import "jwtsecret/app/job"

// report is what an audit found, under the names that programs read: see help/audit.txt,
// which documents them, and testdata/script/audit-json.txtar, which holds them. It has no
// part of a secret in it.
type report struct {
	Defects bool           `json:"defects"` // whether there is one, in any
	Secrets []secretReport `json:"secrets,omitempty"`
	LeftOut int            `json:"leftOut,omitempty"` // how many more secrets there are, which were not judged
	Token   *tokenReport   `json:"token,omitempty"`
}

type secretReport struct {
	Name     string `json:"name"` // of the variable that holds it, or empty
	From     string `json:"from"` // how one gets there: "the value of JWT_SECRET"
	Alg      string `json:"alg"`  // that the verdict is for
	Verdict  string `json:"verdict"`
	Bits     int    `json:"bits"` // at most worth so many
	Sentence string `json:"sentence"`
	Defect   bool   `json:"defect"`

	Findings   []finding   `json:"findings"`
	Algorithms []algorithm `json:"algorithms"`
	Readings   []reading   `json:"readings"`
	Guessing   []guessing  `json:"guessing"`
	Remarks    []string    `json:"remarks"`

	title string // of the verdict
	fit   string // the algorithm that suits it best, whose HMAC the readings are about
}

type finding struct {
	Code     string `json:"code"`
	Title    string `json:"title"`
	Sentence string `json:"sentence"`
}

type algorithm struct {
	Alg      string `json:"alg"`
	MinBytes int    `json:"minBytes"`
	Bits     int    `json:"bits"`
	Verdict  string `json:"verdict"`
	Sentence string `json:"sentence"`

	title string
}

type reading struct {
	Encoding string `json:"encoding"`
	Bytes    int    `json:"bytes"`
	Bits     int    `json:"bits"`
	InHMAC   string `json:"inHMAC"`
}

type guessing struct {
	Rate string `json:"rate"`
	Time string `json:"time"`
}

type tokenReport struct {
	Alg      string    `json:"alg"`
	Issuer   string    `json:"issuer"`
	NoSecret string    `json:"noSecret"` // why no secret can have signed it; empty where one can
	Findings []finding `json:"findings"`
}

func (r *report) add(s secretReport) {
	r.Secrets = append(r.Secrets, s)
	r.Defects = r.Defects || s.Defect
}

func secretReported(name string, r *job.SecretReport, v job.Verdict) secretReport {
	s := secretReport{
		Name: name, From: r.Candidates[r.Judged].How, Alg: v.Algorithm, Verdict: v.Code, Bits: v.Bits, Sentence: v.Sentence,
		Defect: !v.NoDefect(), Findings: findings(r.Findings), Remarks: append([]string{}, r.Remarks...), title: v.Name, fit: r.Verdicts[r.Verdicts.Fit()].Algorithm,
	}
	if r.Drawn != "" {
		s.Remarks = append(s.Remarks, r.Drawn)
	}
	for _, v := range r.Verdicts {
		s.Algorithms = append(s.Algorithms, algorithm{v.Algorithm, v.Minimum, v.Bits, v.Code, v.Sentence, v.Name})
	}
	for _, r := range r.Readings {
		s.Readings = append(s.Readings, reading{r.Encoding, r.Size, r.Bits, r.Treatment})
	}
	for _, t := range r.CrackTimes {
		s.Guessing = append(s.Guessing, guessing(t))
	}
	return s
}

func findings(all []job.Finding) []finding {
	found := []finding{} // an empty list and not null
	for _, f := range all {
		found = append(found, finding(f))
	}
	return found
}

// tokenReported counts what is unwise in a token as a defect.
func tokenReported(t *job.TokenReport) report {
	return report{Defects: len(t.Findings) > 0, Token: &tokenReport{t.Algorithm, t.Issuer, t.NoSecret, findings(t.Findings)}}
}
