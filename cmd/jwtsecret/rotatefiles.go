package main

import (
	"errors"
	"os"
	"path/filepath"
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

// save writes the files into a folder, for nobody else to read. It writes over none.
func (c *call) save(folder string, files []planFile) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return errors.New("the folder of -out cannot be made: " + reason(err))
	}
	for _, f := range files {
		if err := saveFile(filepath.Join(folder, f.Name), f.Content); err != nil {
			return errors.New(f.Name + " cannot be written: " + reason(err))
		}
		c.say("wrote %s", f.Name)
	}
	return nil
}

func saveFile(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}
