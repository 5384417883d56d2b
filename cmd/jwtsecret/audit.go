package main

import (
	"encoding/json"
	"errors"
	"strings"

	"jwtsecret/app/job"
	"jwtsecret/app/judge"
	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
)

// auditing says how to audit.
type auditing struct {
	algorithm, variable, list string
	asJSON, mathRandom        bool
}

// audit judges the secrets in a text, or the token that it is.
func (c *call) audit() error {
	a := auditing{}
	set := c.flags()
	set.StringVar(&a.algorithm, "alg", "", "")
	set.StringVar(&a.variable, "var", "", "")
	set.StringVar(&a.list, "list", "", "")
	set.BoolVar(&a.asJSON, "json", false, "")
	set.BoolVar(&a.mathRandom, "math-random", false, "")
	file, err := c.parse(set)
	if err != nil {
		return err
	}
	if a.algorithm != "" {
		if _, err := secret.ParseAlgorithm(strings.ToUpper(a.algorithm)); err != nil {
			return err
		}
	}
	text, err := c.content(file, "a secret, a token or a file with secrets")
	defer clear(text)
	if err != nil {
		return err
	}
	report, err := c.reported(a, text)
	if err != nil {
		return err
	}
	if a.asJSON {
		err = c.json(report)
	} else {
		c.print("%s", report.text())
	}
	switch {
	case err != nil:
		return err
	case report.LeftOut > 0:
		return errors.New("the input has more secrets than are judged at once: " + prose.Counted(report.LeftOut, "is", "are") + " left out; split it")
	case report.Defects:
		return errDefect
	default:
		return nil
	}
}

func (c *call) json(value any) error {
	e := json.NewEncoder(c.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}

// reported asks about the text as the page does, and then about each further secret.
func (c *call) reported(a auditing, text []byte) (report, error) {
	lists, closed, err := listsOf(a.list)
	if err != nil {
		return report{}, err
	}
	defer closed()
	first, list, err := asked(job.Audit{Text: text}, lists)
	if err != nil {
		return report{}, err
	}
	c.remark(list)
	if first.Token != nil {
		defer first.Wipe()
		return tokenReported(first.Token), nil
	}
	several := first.Secret.Secrets
	if len(several) == 0 {
		judged := first.Secret.Judged
		several = []job.Secret{{Candidate: judged, Name: first.Secret.Candidates[judged].Name}}
	}
	var all report
	if a.variable == "" {
		all.LeftOut = first.Secret.LeftOut
	}
	for _, one := range several {
		if a.variable != "" && one.Name != a.variable {
			continue
		}
		judged, _, err := asked(job.Audit{Text: text, Candidate: one.Candidate + 1, Alone: true, MathRandom: a.mathRandom}, lists)
		if err != nil {
			return report{}, err
		}
		all.add(secretReported(one.Name, judged.Secret, a.verdictIn(judged.Secret.Verdicts)))
	}
	if left := first.Secret.LeftOut; len(all.Secrets) == 0 && left > 0 {
		return report{}, errors.New("no variable of that name is among those that were judged; " + prose.Counted(left, "is", "are") + " left out: split the input")
	}
	if len(all.Secrets) == 0 {
		return report{}, errors.New("no variable of that name holds a secret there")
	}
	return all, nil
}

// asked audits a text, and returns what its word list is like, too.
func asked(request job.Audit, lists judge.Lists) (end job.Event, list job.List, err error) {
	end = judge.Audit(request, lists, func(e job.Event) {
		if e.List != nil {
			list = *e.List
		}
	})
	if end.Failed != "" {
		return end, list, errors.New(end.Failed)
	}
	return end, list, nil
}

// remark says what is odd about a word list.
func (c *call) remark(list job.List) {
	for _, remark := range list.Remarks {
		c.say("the word list: %s", remark)
	}
}

// verdictIn returns the verdict that counts: the one for the algorithm that was asked for,
// or else for the one that suits the secret best.
func (a auditing) verdictIn(all job.Verdicts) job.Verdict {
	for _, v := range all {
		if strings.EqualFold(v.Algorithm, a.algorithm) {
			return v
		}
	}
	return all[all.Fit()]
}
