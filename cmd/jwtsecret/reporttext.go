package main

import (
	"strconv"
	"strings"

	"jwtsecret/app/prose"
)

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
	all := prose.Counted(len(r.Secrets), "secret", "secrets")
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
	b.WriteString("\n" + s.algorithmTable())
	if len(s.Readings) > 0 { // what is empty has none
		b.WriteString("\n" + s.readingTable())
	}
	b.WriteString("\n  Guessing it takes\n")
	time := ""
	for _, g := range s.Guessing {
		if g.Time != time { // what takes more and fewer cards the same time says it once
			time = g.Time
			b.WriteString(wrapped("    ", time))
		}
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
		rows = append(rows, []string{a.Alg, prose.Counted(a.MinBytes, "byte", "bytes"), prose.Counted(a.Bits, "bit", "bits"), a.title})
	}
	return table(rows...)
}

func (s secretReport) readingTable() string {
	rows := [][]string{{"Read as", "Key", "Worth at most", "In the HMAC of " + s.fit}}
	for _, r := range s.Readings {
		rows = append(rows, []string{r.Encoding, prose.Counted(r.Bytes, "byte", "bytes"), prose.Counted(r.Bits, "bit", "bits"), r.InHMAC})
	}
	return table(rows...)
}

func (t tokenReport) text() string {
	verdict := "Nothing unwise found"
	if len(t.Findings) > 0 {
		verdict = prose.Counted(len(t.Findings), "finding", "findings")
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
