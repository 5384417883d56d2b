package guide

import "bytes"

// spots shows who can read a secret in the place that somebody chose for it, and what a line
// of code or configuration gives away.
type spots struct{}

// Show says who can read the secret there, and explains the line.
func (*spots) Show(f Form, v *View) {
	for _, s := range spotPlaces {
		if s.name == f.Text("place") {
			v.Mark("verdict", s.state)
			v.Say("verdict", s.verdict)
			v.List("readers", s.rows())
			v.Say("leaks", s.leaks)
			v.Say("better", s.better)
		}
	}
	explainLine(f["line"], v)
}

// Act puts the next example into the field.
func (*spots) Act(name string, f Form, e Env) {
	if name != "next" {
		return
	}
	next := nextExample(f["line"])
	e.Show(func(v *View) {
		v.Fill("line", []byte(next))
		explainLine([]byte(next), v)
	})
}

// explainLine says what a line gives away. It may hold a secret: nothing of it is repeated.
func explainLine(line []byte, v *View) {
	if len(bytes.TrimSpace(line)) == 0 {
		v.Mark("says", "")
		v.Say("says", "Paste a line of code, of a Dockerfile or of a shell, or take an example.")
		v.Say("instead", "")
		return
	}
	found := findings(line)
	if len(found) == 0 {
		v.Mark("says", "")
		v.Say("says", "No rule of this box fits. That does not mean that the line is safe: the box knows some habits, and no more.")
		v.Say("instead", "Ask of each line: where is the value afterwards, and who can read it there?")
		return
	}
	says, instead := "", ""
	for _, f := range found {
		says += " " + f.says
		instead += " " + f.instead
	}
	v.Mark("says", found[0].state) // that of all
	v.Say("says", says[1:])
	v.Say("instead", instead[1:])
}

// lineExamples are lines to try, each with something else to learn.
var lineExamples = []string{
	"const secret = process.env.NEXT_PUBLIC_JWT_SECRET",
	"ENV JWT_SECRET=change-me",
	"docker build --build-arg JWT_SECRET=$JWT_SECRET .",
	"git add .",
	"console.log(process.env)",
	`const secret = process.env.JWT_SECRET || "dev-secret"`,
	`SECRET_KEY = "my secret key"`,
	"kubectl create secret generic jwt --from-literal=JWT_SECRET=change-me",
	"export JWT_SECRET=change-me",
	"const secret = process.env.JWT_SECRET",
}

// nextExample returns the example after the one in the field, or the first.
func nextExample(line []byte) string {
	for i, example := range lineExamples {
		if string(line) == example {
			return lineExamples[(i+1)%len(lineExamples)]
		}
	}
	return lineExamples[0]
}
