package server

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"jwtsecret/app/meta"
)

var (
	// ErrNotBuilt means that there is no description of a site: nothing has been
	// built yet.
	ErrNotBuilt = errors.New("the site is not built: run make build")

	// ErrInvalidSite means that the description is unusable or that the files are
	// not the ones it describes.
	ErrInvalidSite = errors.New("the built site is invalid")
)

// Load reads the build in fsys, the description meta.SiteFile and the files below
// meta.BuiltDir with their stored encodings, and checks the size and SHA-256 of
// every file. Files that the description does not list are left out.
//
// It returns ErrNotBuilt when there is no description, and ErrInvalidSite with
// the reason when description and files do not belong together.
func Load(fsys fs.FS) (*Handler, error) {
	site, err := readSite(fsys)
	if err != nil {
		return nil, err
	}
	built, errBuilt := fs.Sub(fsys, meta.BuiltDir)
	deltas, errDeltas := fs.Sub(fsys, meta.DeltaDir)
	if err := errors.Join(errBuilt, errDeltas); err != nil {
		return nil, err
	}
	h := &Handler{
		site:  site,
		files: make(map[string]file, len(site.Files)),
		moved: make(map[string]string),
	}
	for _, each := range site.Files {
		if err := h.add(built, deltas, each); err != nil {
			return nil, fmt.Errorf("%w: %q: %w", ErrInvalidSite, each.Path, err)
		}
	}
	if h.notFound == nil {
		return nil, fmt.Errorf("%w: it has no page %s", ErrInvalidSite, meta.NotFound.Path)
	}
	return h, nil
}

func readSite(fsys fs.FS) (meta.Site, error) {
	var site meta.Site
	text, err := fs.ReadFile(fsys, meta.SiteFile)
	if errors.Is(err, fs.ErrNotExist) {
		return site, ErrNotBuilt
	}
	if err != nil {
		return site, err
	}
	if err := json.Unmarshal(text, &site); err != nil {
		return site, fmt.Errorf("%w: %s: %w", ErrInvalidSite, meta.SiteFile, err)
	}
	return site, nil
}

// add reads one file and enters it in the table.
func (h *Handler) add(built, deltas fs.FS, described meta.File) error {
	if err := h.checkPath(described.Path); err != nil {
		return err
	}
	missing := described.Path == h.site.At(meta.NotFound.Path)
	if missing {
		described.Headers = unstored(described.Headers)
	}
	f, err := readFile(built, described)
	if err != nil {
		return err
	}
	if f, err = f.withDeltas(deltas, described); err != nil {
		return err
	}
	if missing {
		h.notFound, h.plain = f, headerOf(described)
		h.plain.Set("Content-Type", "text/plain; charset=utf-8")
		return nil
	}
	h.files[described.Path] = f
	h.addMoved(described)
	return nil
}

// unstored returns the headers of a page that nobody may keep: the next request for the
// same path may find something else.
func unstored(headers []meta.Header) []meta.Header {
	others := slices.DeleteFunc(slices.Clone(headers), func(h meta.Header) bool { return strings.EqualFold(h.Name, "Cache-Control") })
	return append(others, meta.Header{Name: "Cache-Control", Value: "no-store"})
}

// checkPath refuses paths that no plain request can name, and a second file for
// the same path. Paths are compared as they travel, so a path must be its own
// percent-encoded form.
func (h *Handler) checkPath(p string) error {
	_, taken := h.files[p]
	within, ours := strings.CutPrefix(p, h.site.Base)
	switch {
	case !ours:
		return errors.New("it is outside of the site's base")
	case !strings.HasPrefix(within, "/"), path.Clean(within) != within, (&url.URL{Path: p}).EscapedPath() != p:
		return errors.New("it is not a clean path")
	case taken, p == HealthPath, p == h.site.At(meta.NotFound.Path) && h.notFound != nil:
		return errors.New("the path is already taken")
	}
	return nil
}

// addMoved enters the spellings under which people ask for a page.
func (h *Handler) addMoved(page meta.File) {
	if !strings.HasSuffix(page.Name, ".html") {
		return
	}
	for _, spelling := range meta.Spellings(h.site.Within(page.Path), page.Name) {
		h.moved[strings.ToLower(h.site.At(spelling))] = page.Path
	}
	if h.site.Base != "" && page.Path == h.site.At("/") { // people leave the last slash out
		h.moved[strings.ToLower(h.site.Base)] = page.Path
	}
}

// readFile reads a file in all its encodings, in the order of preference.
func readFile(built fs.FS, described meta.File) (file, error) {
	plain, err := fs.ReadFile(built, described.Name)
	if err != nil {
		return nil, err
	}
	if err := check(plain, described); err != nil {
		return nil, err
	}
	var f file
	for _, encoding := range []string{"br", "gzip"} {
		if !slices.Contains(described.Encodings, encoding) {
			continue
		}
		body, err := fs.ReadFile(built, described.Name+meta.Suffix(encoding))
		if err != nil {
			return nil, err
		}
		f = append(f, newRepresentation(described, encoding, body))
	}
	return append(f, newRepresentation(described, identity, plain)), nil
}

// check compares the bytes of a file with its description, and asks for a type:
// without one net/http would guess.
func check(plain []byte, described meta.File) error {
	sum := sha256.Sum256(plain)
	switch {
	case len(plain) != described.Size:
		return fmt.Errorf("it has %d bytes, not %d", len(plain), described.Size)
	case hex.EncodeToString(sum[:]) != described.SHA256:
		return errors.New("its SHA-256 is another")
	case headerOf(described).Get("Content-Type") == "":
		return errors.New("it has no Content-Type")
	}
	return nil
}
