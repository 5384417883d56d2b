package main

import (
	"strings"

	"jwtsecret/app/job"
)

// keysText says for a person what keys are, what is wrong with them, and in which forms
// there are. It holds nothing that is secret.
func keysText(r *job.KeysReport) string {
	var b strings.Builder
	for i, key := range r.Keys {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(keyText(key))
	}
	said, wrong := together(r)
	b.WriteString(listed("All of them", findings(said)))
	b.WriteString(listed("What is wrong with them together", findings(wrong)))
	if len(r.Files) > 0 {
		b.WriteString("\n  Forms\n")
		for _, f := range r.Files {
			b.WriteString(wrapped("  - ", f.Name+": "+f.Title+". "+f.Hint))
		}
	}
	return b.String()
}

func keyText(key job.KeyReport) string {
	verdict := "no defect found"
	if len(key.Findings) > 0 {
		verdict = "with a defect"
	}
	text := heading(key.Title, verdict)
	for _, f := range append([]job.Fact{{Name: "Key id", Text: key.KeyID}, {Name: "Thumbprint", Text: key.Thumbprint}}, key.Facts...) {
		if f.Text != "" {
			text += wrapped("  "+f.Name+": ", f.Text)
		}
	}
	return text + listed("Why", findings(key.Findings))
}
