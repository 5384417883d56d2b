package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"jwtsecret/app/meta"
)

// Of a release: the programs, and the systems and processors that each is compiled for.
var (
	releasedPrograms = []string{"jwtsecret", "server", "verify"}
	releasedSystems  = []string{"linux", "darwin", "windows"}
	releasedMachines = []string{"amd64", "arm64"}
	releasedSumsName = "SHA256SUMS"
	releasedSingle   = meta.SinglePath[1:] // the whole site in one file
)

// ErrRelease reports an output folder that holds something else than a release.
var ErrRelease = errors.New("the output folder holds something that is no release")

// Release makes all that people download, into the folder out: the programs, the site as
// a tarball with what other hosts need, and the SHA-256 of each. The site has to be built
// already, in web/dist of root. The same sources give the same bytes on every machine.
func Release(root, out string) error {
	dist := filepath.Join(root, "web", "dist")
	if _, err := os.Stat(filepath.Join(dist, meta.SiteFile)); err != nil {
		return fmt.Errorf("the site is not built: run make build first: %w", err)
	}
	if err := checkRelease(out); err != nil {
		return err
	}
	tool, err := newGoTool(root)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(out), ".release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	fresh := filepath.Join(tmp, "new")
	if err := errors.Join(tool.releasePrograms(fresh), releaseSite(dist, fresh), releaseSums(fresh)); err != nil {
		return err
	}
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	return os.Rename(fresh, out)
}

// checkRelease returns ErrRelease when out holds something and no list of hashes: a
// mistyped folder must not be deleted.
func checkRelease(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if len(entries) > 0 && !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == releasedSumsName }) {
		return fmt.Errorf("%w: %s", ErrRelease, out)
	}
	return err
}

// releasePrograms compiles every program for every system.
func (g goTool) releasePrograms(out string) error {
	out, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	for _, system := range releasedSystems {
		for _, machine := range releasedMachines {
			target := g
			target.env = append(slices.Clone(g.env), "GOOS="+system, "GOARCH="+machine) // of two values the last counts
			for _, program := range releasedPrograms {
				name := filepath.Join(out, releasedName(program, system, machine))
				if _, err := target.run("build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", name, "./cmd/"+program); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// releasedName is the name of a program: jwtsecret-server_0.1.0_linux_amd64.
func releasedName(program, system, machine string) string {
	if program != meta.Name {
		program = meta.Name + "-" + program
	}
	name := fmt.Sprintf("%s_%s_%s_%s", program, meta.Version, system, machine)
	if system == "windows" {
		name += ".exe"
	}
	return name
}

// releaseSite packs the site, and copies the app in a single file.
func releaseSite(dist, out string) error {
	name := fmt.Sprintf("%s-site_%s", meta.Name, meta.Version)
	var packed bytes.Buffer
	if err := writeTarball(&packed, os.DirFS(dist), name); err != nil {
		return err
	}
	if err := writeFile(filepath.Join(out, name+".tar.gz"), packed.Bytes()); err != nil {
		return err
	}
	page, err := os.ReadFile(filepath.Join(dist, meta.BuiltDir, releasedSingle))
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(out, releasedSingle), page)
}

// releaseSums lists the SHA-256 of each file.
func releaseSums(out string) error {
	entries, err := os.ReadDir(out)
	if err != nil {
		return err
	}
	var files []File
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(out, e.Name()))
		if err != nil {
			return err
		}
		f := newFile("/"+e.Name(), e.Name(), body)
		f.Body = nil
		files = append(files, f)
	}
	return writeFile(filepath.Join(out, releasedSumsName), sums(files))
}
