package main

import (
	"errors"
	"os"
	"path/filepath"

	"jwtsecret/app/export"
)

// save writes the files into a folder, for nobody else to read. It writes over none, and
// where one of them is there, it writes none: those of two plans must not mix.
func (c *call) save(folder string, files []export.File) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return errors.New("the folder of -out cannot be made: " + reason(err))
	}
	for _, f := range files {
		if _, err := os.Lstat(filepath.Join(folder, f.Name)); err == nil {
			return errors.New(f.Name + " is there already, so nothing is written: name a new folder with -out")
		}
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
