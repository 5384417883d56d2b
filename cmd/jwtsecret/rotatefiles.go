package main

import (
	"slices"
	"strconv"
	"strings"

	"jwtsecret/app/export"
	"jwtsecret/app/job"
	"jwtsecret/app/rotation"
)

// deliver writes the files of a plan into a folder, or those of each deployment into the
// output, and the plan in any case.
func (c *call) deliver(r *rotating, p *job.PlanReport) error {
	files, err := filesOf(p, r.language)
	if err != nil {
		return err
	}
	if r.folder != "" {
		if err := c.save(r.folder, files); err != nil {
			return err
		}
	}
	c.print("%s", planText(r, p))
	if r.folder != "" {
		return nil
	}
	for _, d := range p.Deployments {
		for _, f := range d.Files {
			if r.writes(f) {
				c.print("\n%s\n%s\n%s", f.Name, strings.Repeat("-", len(f.Name)), f.Text)
			}
		}
	}
	return nil
}

// writes reports whether a file of a deployment is written: into a folder all are, and into
// the output not the key sets that hold the secrets of an environment once more.
func (r *rotating) writes(f job.DeployedFile) bool {
	return r.folder != "" || r.what() != "secret" || !strings.HasPrefix(f.ID, "jwks-")
}

// filesOf returns the files of a plan: those of each deployment, the dates for a calendar,
// and the code, if a language is named. They share their memory with the plan.
func filesOf(p *job.PlanReport, language string) (files []export.File, err error) {
	for _, d := range p.Deployments {
		for _, f := range d.Files {
			files = append(files, export.File{Name: f.Name, Content: f.Text})
		}
	}
	files = append(files, export.File{Name: "rotation.ics", Content: []byte(p.Calendar)})
	if language == "" {
		return files, nil
	}
	i := slices.IndexFunc(p.Codes, func(code job.Code) bool { return code.ID == language })
	if i < 0 {
		return nil, rotation.ErrLanguage
	}
	return append(files, export.File{Name: p.Codes[i].File, Content: []byte(p.Codes[i].Text)}), nil
}

// stepText says what to do, when, and with which files of the plan.
func (r *rotating) stepText(number int, s job.Step, deployments []job.Deployment) string {
	begin := strconv.Itoa(number) + ". "
	text, indent := wrapped(begin, s.Title), strings.Repeat(" ", len(begin))
	if s.When.Text != "" {
		text += indent + s.When.Text + "\n"
	}
	for _, d := range deployments {
		if d.Title != s.Title {
			continue
		}
		var names []string
		for _, f := range d.Files {
			if r.writes(f) {
				names = append(names, f.Name)
			}
		}
		text += wrapped(indent+"Files: ", strings.Join(names, ", "))
	}
	return text + wrapped(indent, s.Detail)
}
