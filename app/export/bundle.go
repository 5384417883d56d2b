package export

// File is a file to be downloaded, or a member of an archive.
type File struct {
	Name    string
	Content []byte
}

// Files returns one file for each entry, as [Target.Write] and
// [Target.FileName] make them, and their errors. No two have the same name, or
// the error is [ErrDuplicate]. On an error the files made so far are wiped.
func (t *Target) Files(entries []Entry) ([]File, error) {
	if len(entries) == 0 {
		return nil, ErrNoSecret
	}
	files := make([]File, 0, len(entries))
	seen := make(map[string]bool, len(entries))
	for _, e := range entries {
		content, err := t.Write(e)
		name := t.FileName(e)
		if err == nil && seen[name] {
			err = ErrDuplicate
		}
		if err != nil {
			clear(content)
			for _, f := range files {
				clear(f.Content)
			}
			return nil, err
		}
		seen[name] = true
		files = append(files, File{Name: name, Content: content})
	}
	return files, nil
}
