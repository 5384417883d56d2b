package main

import (
	"strconv"
	"strings"

	"jwtsecret/app/job"
)

// report is what an audit found, under the names that programs read: see help/audit.txt,
// which documents them, and testdata/script/audit-json.txtar, which holds them. It has no
// part of a secret in it.
type report struct {
	Defects bool           `json:"defects"` // whether there is one, in any
	Secrets []secretReport `json:"secrets,omitempty"`
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
		Defect: !v.NoDefect(), Findings: findings(r.Findings), Remarks: append([]string{}, r.Remarks...), title: v.Name,
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

// text writes the report for a person, in lines of 80 characters.
func (r report) text() string {
	if r.Token != nil {
		return r.Token.text()
	}
	var b strings.Builder
	bad := 0
	for _, s := range r.Secrets {
		b.WriteString(s.text() + "\n")
		if s.Defect {
			bad++
		}
	}
	all := counted(len(r.Secrets), "secret", "secrets")
	switch {
	case bad == 0:
		b.WriteString(all + ": no defect found\n")
	case len(r.Secrets) == 1:
		b.WriteString(all + ", with a defect\n")
	default:
		b.WriteString(all + ", " + strconv.Itoa(bad) + " with a defect\n")
	}
	return b.String()
}

func (s secretReport) text() string {
	name := s.Name
	if name == "" {
		name = "The secret"
	}
	var b strings.Builder
	b.WriteString(heading(name, s.headline()))
	b.WriteString(wrapped("  ", s.Sentence))
	if s.From != "the text as it stands" {
		b.WriteString("\n" + wrapped("  ", "Judged is "+s.From+"."))
	}
	b.WriteString(listed("Why", s.Findings))
	b.WriteString("\n" + s.algorithmTable() + "\n" + s.readingTable())
	b.WriteString("\n  Guessing it takes\n")
	for _, g := range s.Guessing {
		b.WriteString(wrapped("    ", g.Time))
		b.WriteString(wrapped("      ", "with "+g.Rate))
	}
	for _, remark := range s.Remarks {
		b.WriteString("\n" + wrapped("  Note: ", remark))
	}
	return b.String()
}

// headline says for which algorithm the verdict is, where the others differ.
func (s secretReport) headline() string {
	for _, a := range s.Algorithms {
		if a.Verdict != s.Verdict {
			return s.title + " for " + s.Alg
		}
	}
	return s.title
}

// heading puts a name on the left and a verdict on the right of a line, over a rule.
func heading(name, verdict string) string {
	gap := max(2, width-len([]rune(name))-len([]rune(verdict)))
	return name + strings.Repeat(" ", gap) + verdict + "\n" + strings.Repeat("-", width) + "\n"
}

func listed(title string, all []finding) string {
	if len(all) == 0 {
		return ""
	}
	text := "\n  " + title + "\n"
	for _, f := range all {
		text += wrapped("  - ", f.Title+": "+f.Sentence)
	}
	return text
}

func (s secretReport) algorithmTable() string {
	rows := [][]string{{"Algorithm", "Asks for", "Worth at most", "Verdict"}}
	for _, a := range s.Algorithms {
		rows = append(rows, []string{a.Alg, counted(a.MinBytes, "byte", "bytes"), counted(a.Bits, "bit", "bits"), a.title})
	}
	return table(rows...)
}

func (s secretReport) readingTable() string {
	rows := [][]string{{"Read as", "Key", "Worth at most", "In the HMAC of HS256"}}
	for _, r := range s.Readings {
		rows = append(rows, []string{r.Encoding, counted(r.Bytes, "byte", "bytes"), counted(r.Bits, "bit", "bits"), r.InHMAC})
	}
	return table(rows...)
}

func (t tokenReport) text() string {
	verdict := "Nothing unwise found"
	if len(t.Findings) > 0 {
		verdict = counted(len(t.Findings), "finding", "findings")
	}
	name := "A token"
	if t.Alg != "" {
		name += ", " + t.Alg
	}
	text := heading(name, verdict)
	if t.NoSecret != "" {
		text += wrapped("  ", t.NoSecret)
	} else {
		text += wrapped("  ", "Its secret was not judged: jwtsecret attack tries to guess it.")
	}
	return text + listed("What is unwise", t.Findings)
}
