package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"jwtsecret/app/meta"
)

// keepFile is the file that keeps the output folder in version control, so that
// a program which embeds the folder compiles before the first build.
const keepFile = ".gitkeep"

// writeDist replaces the folder out by the built site. Until everything is
// written the old folder stays, so a build that breaks off leaves a whole site.
func writeDist(out, version string, files []File) error {
	if err := checkOurs(out); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(out), ".site-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	fresh := filepath.Join(tmp, "new")
	if err := writeTree(fresh, version, files); err != nil {
		return err
	}
	return replace(out, filepath.Join(tmp, "old"), fresh)
}

// replace moves out to old, if there is one, and fresh to out. What was there comes back
// where fresh cannot be moved.
func replace(out, old, fresh string) error {
	if err := os.Rename(out, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(fresh, out); err != nil {
		_ = os.Rename(old, out)
		return err
	}
	return nil
}

// checkOurs returns ErrForeign when out holds something that no build wrote: a
// mistyped folder must not be deleted.
func checkOurs(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		switch e.Name() {
		case keepFile, meta.BuiltDir, meta.DeployDir, meta.DeltaDir, meta.SiteFile:
		default:
			return fmt.Errorf("%w: %s", ErrForeign, e.Name())
		}
	}
	return err
}

func writeTree(dir, version string, files []File) error {
	described := meta.Site{Version: version, Base: baseOf(files)}
	for _, f := range files {
		public := f.File
		public.Path = f.At()
		described.Files = append(described.Files, public)
	}
	site, err := json.MarshalIndent(described, "", "  ")
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(dir, keepFile), nil); err != nil {
		return err
	}
	for _, f := range files {
		if err := f.write(filepath.Join(dir, meta.BuiltDir)); err != nil {
			return err
		}
		for i, delta := range f.Changes {
			name := filepath.FromSlash(meta.DeltaName(f.Name, f.Deltas[i]))
			if err := writeFile(filepath.Join(dir, meta.DeltaDir, name), delta); err != nil {
				return err
			}
		}
	}
	configurations, err := deployFiles(files)
	if err != nil {
		return err
	}
	for name, text := range configurations {
		if err := writeFile(filepath.Join(dir, meta.DeployDir, name), []byte(text)); err != nil {
			return err
		}
	}
	return writeFile(filepath.Join(dir, meta.SiteFile), append(site, '\n'))
}

// write writes the file, and its coded forms beside it.
func (f File) write(dir string) error {
	name := filepath.Join(dir, filepath.FromSlash(f.Name))
	if err := writeFile(name, f.Body); err != nil {
		return err
	}
	for coding, body := range f.Coded {
		if err := writeFile(name+meta.Suffix(coding), body); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(name string, body []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, body, 0o644)
}
