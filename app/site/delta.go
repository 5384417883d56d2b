package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"jwtsecret/app/meta"
)

// smallestDictionary is the size, in bytes, from which on a file is worth being the
// dictionary of its next version: browsers keep dictionaries beside what they cache.
const smallestDictionary = 1 << 10

// dictionary returns the value of Use-As-Dictionary for the file: it is the dictionary of
// whatever has its name with another hash, in the same folder. A file of a fixed name is
// none, because nobody may keep it without asking.
func (f File) dictionary() string {
	if !f.hashed() || f.Size < smallestDictionary {
		return ""
	}
	return "match=" + strconv.Quote(path.Base(f.stem()))
}

// stem returns the file's name with a star in the place of its hash:
// "assets/app.0123456789ab.js" becomes "assets/app.*.js".
func (f File) stem() string {
	ext := path.Ext(f.Name)
	without := strings.TrimSuffix(f.Name, ext)
	return strings.TrimSuffix(without, path.Ext(without)) + ".*" + ext
}

// earlier is a file of an earlier build.
type earlier struct {
	sum  string // its SHA-256, in lower-case hexadecimal
	body []byte
}

// readPrevious returns the files of earlier builds, each a folder like the one that a build
// writes, that are dictionaries of files of this one, by their stems. A file that several
// builds have in common is there once.
func readPrevious(folders []string) (map[string][]earlier, error) {
	all := map[string][]earlier{}
	seen := map[string]bool{}
	for _, folder := range folders {
		text, err := os.ReadFile(filepath.Join(folder, meta.SiteFile))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrPrevious, err)
		}
		var described meta.Site
		if err := json.Unmarshal(text, &described); err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrPrevious, folder, err)
		}
		for _, each := range described.Files {
			if each.Dictionary == "" || seen[each.SHA256] {
				continue
			}
			body, err := os.ReadFile(filepath.Join(folder, meta.BuiltDir, filepath.FromSlash(each.Name)))
			if err != nil {
				return nil, fmt.Errorf("%w: %w", ErrPrevious, err)
			}
			sum := sha256.Sum256(body)
			if hex.EncodeToString(sum[:]) != each.SHA256 {
				return nil, fmt.Errorf("%w: %s in %s is not the file that was built", ErrPrevious, each.Name, folder)
			}
			seen[each.SHA256] = true
			stem := File{File: each}.stem()
			all[stem] = append(all[stem], earlier{each.SHA256, body})
		}
	}
	return all, nil
}

// addDeltas stores each file once more for each of its earlier versions, as what has changed
// since, where that is smaller than every other form. A file that is still the same has the
// smallest difference of all: the page's worker downloads it again all the same.
func (c *compressor) addDeltas(files []File, previous map[string][]earlier) error {
	for i := range files {
		f := &files[i]
		for _, old := range previous[f.stem()] {
			level := strongest
			if old.sum == f.SHA256 {
				level = 5 // there is nothing to look for: as small, in a twentieth of the time
			}
			delta, err := c.encode(dcb(old, level), f.Body)
			if err != nil {
				return err
			}
			if len(delta) >= f.smallest() {
				continue
			}
			f.Changes = append(f.Changes, delta)
			f.Deltas = append(f.Deltas, old.sum)
		}
	}
	return nil
}

// smallest returns the size of the file in the coding that makes it smallest.
func (f File) smallest() int {
	size := len(f.Body)
	for _, coded := range f.Coded {
		size = min(size, len(coded))
	}
	return size
}
