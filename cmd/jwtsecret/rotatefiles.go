package main

import (
	"time"

	"jwtsecret/app/export"
	"jwtsecret/app/rotation"
)

// planFile is a file of a plan.
type planFile struct {
	export.File
	environment bool // of a deployment
}

// filesOf returns the files of a plan: for each deployment its environment and its key
// set, the dates for a calendar, and the code, if a language is named. Wipe them.
func filesOf(p *rotation.Plan, language string, now time.Time) (files []planFile, err error) {
	for _, stage := range p.Stages() {
		name := p.FileName(stage)
		env, err := p.Environment(stage)
		if err != nil {
			return files, err
		}
		files = append(files, planFile{export.File{Name: name + env.Extension, Content: env.Text}, true})
		set, err := p.JWKS(stage)
		if err != nil {
			return files, err
		}
		files = append(files, planFile{File: export.File{Name: name + ".jwks.json", Content: set}})
	}
	files = append(files, planFile{File: export.File{Name: "rotation.ics", Content: p.Calendar(now)}})
	if language == "" {
		return files, nil
	}
	code, err := p.Code(language)
	for _, l := range rotation.Languages() {
		if l.ID == language {
			files = append(files, planFile{File: export.File{Name: l.File, Content: []byte(code)}})
		}
	}
	return files, err
}

func wipeFiles(files []planFile) {
	for _, f := range files {
		clear(f.Content)
	}
}
