package judge

import (
	"slices"
	"strconv"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/paste"
	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
	"jwtsecret/app/token"
)

// auditor reports on a text, which holds secrets unless it is a token.
type auditor struct {
	request job.Audit
	paste   paste.Paste
	lists   Lists
	pace    *Pace
	send    func(job.Event)
	now     time.Time
}

// Audit does an audit for a program that has no pace, so that the rate of this computer
// is left out. It returns the event that ends it, and sends progress and what is to be
// known of the word list before.
func Audit(r job.Audit, l Lists, send func(job.Event)) job.Event {
	a := auditor{request: r, lists: l, send: send, now: time.Now()}
	return a.run()
}

// run returns the event that ends the job.
func (a *auditor) run() job.Event {
	text := a.request.Text
	if len(text) == 0 {
		return failed("There is nothing to check. Paste a secret or a token.")
	}
	if len(text) > paste.MaxSize {
		return failed(tooLong + "no secret or token is. Paste the secret or the token alone.")
	}
	a.paste = paste.Read(text)
	defer a.paste.Wipe()
	used := a.paste.Candidates[a.paste.Used[0]]
	switch {
	case used.Kind == paste.Token && len(a.paste.Used) == 1:
		return auditToken(used.Text, a.now)
	case a.request.WithFile && a.lists.Own == nil:
		return failed(listMissing)
	default:
		return a.auditSecret()
	}
}

// auditSecret looks for the secret in word lists before all else. A verdict
// without one of them would say too little.
func (a *auditor) auditSecret() job.Event {
	c := strength.Context{Issuer: a.request.Issuer, MathRandom: a.request.MathRandom}
	packed, err := a.lists.fetch()
	if err != nil {
		return failed(packedMissing)
	}
	if found, _, err := a.find(packed, packedLists); err != nil {
		return failed(packedMissing)
	} else if found != nil {
		found.Name = "one of the lists that this site was built with"
		c.Lists = append(c.Lists, found)
	}
	if a.lists.Own == nil {
		return a.report(c)
	}
	list := job.List{Remarks: remarks(a.lists.Own)}
	a.send(job.Event{List: &list})
	found, read, err := a.find(a.lists.Own, ownList)
	switch {
	case err != nil:
		return failed(listBroken)
	case found != nil:
		found.Name = "line " + strconv.Itoa(found.Line()) + " of " + ownList
		c.Lists = append(c.Lists, found)
	default:
		list.Read, list.Lines = true, read
		a.send(job.Event{List: &list})
	}
	return a.report(c)
}

// judged returns the index of the candidate to judge.
func (a *auditor) judged() int {
	if at := a.request.Candidate; at > 0 && at <= len(a.paste.Candidates) {
		return at - 1
	}
	return a.paste.Used[0]
}

// What is said of a secret that Math.random may have drawn. It is never called random.
const (
	drawable = "Tries the usual code in Chrome, Firefox, Safari and Node 26, as they are today. It takes seconds if one of them drew it, and half a minute or more if none did."
	isDrawn  = "Proved: Math.random drew it."
	notDrawn = "Not proved: nothing in the text shows that Math.random of Chrome, Firefox, Safari or Node 26 drew it. Other code or another generator may have, and not every text shows it."
)

// report does not keep the verdict back until the rate of this computer is known.
func (a *auditor) report(c strength.Context) job.Event {
	at := a.judged()
	examination := strength.Examine(a.paste, at, c)
	report, fit := secretReport(examination)
	switch {
	case examination.Drawable && c.MathRandom:
		report.Drawn = notDrawn
	case examination.Drawable:
		report.Drawable = drawable
	case c.MathRandom && slices.ContainsFunc(report.Findings, func(f job.Finding) bool { return f.Code == string(strength.MathRandom) }):
		report.Drawn = isDrawn
	}
	report.Judged, report.Remarks = at, slices.Concat(a.paste.Remarks, report.Remarks, keyRemarks(a.paste))
	for _, candidate := range a.paste.Candidates {
		report.Candidates = append(report.Candidates, job.Candidate{Name: candidate.Name, How: candidate.How, Size: len(candidate.Text)})
	}
	report.LeftOut = a.paste.LeftOut
	report.Secrets = a.secrets(c, at, report.Verdicts)
	report.CrackTimes = crackTimes(fit, a.pace.rate())
	if a.pace == nil || a.pace.rate() != 0 {
		return job.Event{Secret: report}
	}
	a.send(job.Event{Secret: report})
	for a.pace.measure() {
	}
	return job.Event{CrackTimes: crackTimes(fit, a.pace.rate())}
}

// secrets judges each of several, but for the one whose verdicts are known. What takes
// long is asked of that one alone.
func (a *auditor) secrets(c strength.Context, judged int, verdicts job.Verdicts) []job.Secret {
	if len(a.paste.Used) < 2 || a.request.Alone {
		return nil
	}
	c.MathRandom = false
	var all []job.Secret
	for _, at := range a.paste.Used {
		one := job.Secret{Candidate: at, Name: a.paste.Candidates[at].Name, Verdicts: verdicts}
		if at != judged {
			report, _ := secretReport(strength.Examine(a.paste, at, c))
			one.Verdicts = report.Verdicts
		}
		all = append(all, one)
	}
	return all
}

// find goes through a list, if there is one, which takes as long as it is.
func (a *auditor) find(list WordList, name string) (found *strength.List, read int, err error) {
	if list == nil {
		return nil, 0, nil
	}
	keys := strength.ListKeys(a.paste)
	defer func() {
		for _, key := range keys {
			clear(key)
		}
	}()
	return strength.FindLine(&listReader{list: list, name: name, send: a.send}, keys)
}

// secretReport also returns the report for the algorithm that suits the secret best.
func secretReport(e strength.Examination) (*job.SecretReport, strength.Report) {
	algorithms := secret.Algorithms()
	first, last := e.Judge(algorithms[0]), e.Judge(algorithms[len(algorithms)-1])
	report := &job.SecretReport{Findings: findings(first.Findings)} // the same for all
	for _, note := range findings(first.Notes) {
		report.Remarks = append(report.Remarks, note.Sentence)
	}
	for _, algorithm := range algorithms {
		r := e.Judge(algorithm)
		report.Verdicts = append(report.Verdicts, job.Verdict{
			Algorithm: algorithm.String(), Minimum: algorithm.MinSize(), Bits: strength.UpTo(r.Bits()),
			Code: string(r.Verdict), Name: r.Verdict.String(), Sentence: r.Sentence(),
		})
	}
	best := e.Judge(algorithms[report.Verdicts.Fit()])
	for i, r := range best.Readings {
		report.Readings = append(report.Readings, job.Reading{
			Encoding: r.Encoding.String(), Size: r.Size, Bits: strength.UpTo(last.Readings[i].Bits), Treatment: string(r.Treatment),
		})
	}
	return report, best
}

func findings(found []strength.Finding) []job.Finding {
	var all []job.Finding
	for _, f := range found {
		sentence := f.Sentence()
		if f.Evidence != "" {
			sentence += " Evidence: " + f.Evidence + "."
		}
		if f.Encoding != token.UTF8 {
			sentence += " This shows when it is read as " + f.Encoding.String() + "."
		}
		if f.Where != "" {
			sentence += " It was found in another reading of what you pasted: " + f.Where + "."
		}
		all = append(all, job.Finding{Code: string(f.Code), Title: prose.Capital(f.Certainty.String()), Sentence: sentence})
	}
	return all
}

// crackTimes leaves this computer out while its rate is 0, not known yet.
func crackTimes(r strength.Report, here float64) []job.CrackTime {
	var times []job.CrackTime
	for _, t := range strength.CrackTimes(r, here) {
		times = append(times, job.CrackTime(t))
	}
	return times
}
