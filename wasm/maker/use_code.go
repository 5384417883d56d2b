package main

import (
	"jwtsecret/app/export/snippet"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

// snippetFor returns the code of the chosen library, the first one if there is none
// of that id, for the form as it stands.
func snippetFor(u *job.Use) job.Snippet {
	s := snippetByID(u.Library)
	answer := job.Snippet{File: s.File, Needs: s.Needs, Record: recordSentence(s.Record())}
	encoding, ok := snippet.Encoding(u.Form.Format)
	if !ok {
		answer.Problem = "No variable carries this format as it is. Choose base64url, base64, hex, or letters and digits above."
		return answer
	}
	code, err := s.Code(u.Name, u.Form.Algorithm, encoding)
	if err != nil {
		answer.Problem = exportSentence(err)
		return answer
	}
	answer.Spans = spansOf(s.Language, code)
	return answer
}

func snippetByID(id string) snippet.Snippet {
	all := snippet.All()
	for _, s := range all {
		if s.ID == id {
			return s
		}
	}
	return all[0]
}

// commandsFor returns commands that make such a secret, or what to change in the
// form first. No command prints capitals, which every reader of hex takes for the
// same.
func commandsFor(form secret.Request) (commands []job.Command, problem string) {
	format := form.Format
	if format == secret.HexUpper {
		format = secret.HexLower
	}
	all, err := snippet.Terminals(form.Size, format)
	if err != nil {
		return nil, "There are commands for base64url, base64 and hex, and for 1 to 1,024 bytes."
	}
	for _, c := range all {
		commands = append(commands, job.Command{
			ID: c.ID, Name: c.Name, Spans: spansOf(c.Language, c.Command), Record: recordSentence(c.Record()),
		})
	}
	return commands, ""
}

func spansOf(language snippet.Language, code string) []job.Span {
	var spans []job.Span
	for _, s := range snippet.Highlight(language, code) {
		spans = append(spans, job.Span{Class: s.Class, Text: s.Text})
	}
	return spans
}

// recordSentence says what the tests did with a text of ours.
func recordSentence(r snippet.Record) string {
	switch r.Checked {
	case snippet.Run:
		return "Our tests ran it exactly as shown, with " + r.With + ", on " + r.Date + "."
	case snippet.StandIn:
		return "Run by our tests on " + r.Date + " with stand-ins of ours for the library (" + r.With + "), not with the library itself."
	case snippet.Parsed:
		return "Read by a parser of the language in our tests (" + r.With + ", on " + r.Date + "), not run."
	default:
		return "Not checked by our tests: read it before you use it."
	}
}

func libraryReadings() []job.LibraryReading {
	var all []job.LibraryReading
	for _, l := range snippet.LibraryReadings() {
		reads := l.Encoding.String()
		if l.BytesOnly {
			reads = "what your code decodes: it takes bytes"
		}
		all = append(all, job.LibraryReading{Library: l.Library + " " + l.Version + ", " + l.For, Call: l.Call, Reads: reads, Source: l.Source})
	}
	return all
}
