package export

import (
	"slices"
	"strconv"
	"strings"
)

// LabelError says which line of a list of names is wrong, and holds nothing of
// it.
type LabelError struct {
	Line int   // from 1, with the empty lines
	Same int   // an earlier line with the same [Slug], or 0
	Err  error // one of those of [CheckLabel], or [ErrDuplicate]
}

// Error names the line and what is wrong with it.
func (e *LabelError) Error() string { return "line " + strconv.Itoa(e.Line) + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *LabelError) Unwrap() error { return e.Err }

// Labels reads the names of services or of environments, one a line. White space
// around a name and lines without a name do not count. The error is
// [*LabelError] for the first line that is wrong, or [ErrNoLabel].
func Labels(text string) ([]string, error) {
	var labels []string
	lines := map[string]int{} // by slug
	for i, line := range strings.Split(text, "\n") {
		label := strings.TrimSpace(line)
		if label == "" {
			continue
		}
		if err := CheckLabel(label); err != nil {
			return nil, &LabelError{Line: i + 1, Err: err}
		}
		slug := Slug(label)
		if same := lines[slug]; same > 0 {
			return nil, &LabelError{Line: i + 1, Same: same, Err: ErrDuplicate}
		}
		lines[slug] = i + 1
		labels = append(labels, label)
	}
	if len(labels) == 0 {
		return nil, ErrNoLabel
	}
	return labels, nil
}

// CheckLabel returns nil when text can be the name of a service or an
// environment: letters A–Z and a–z, digits, and - _ . or a space within, 1 to
// [MaxName] characters. The errors are those of [CheckName] but for
// [ErrNameAssignment], for the same reasons, except that [ErrNameSpace] means white
// space other than a space, or one at either end.
func CheckLabel(text string) error {
	switch {
	case slices.ContainsFunc(words(text), looksSecret): // payments-api-v2 as a whole might
		return ErrNameSecret
	case text == "":
		return ErrNameEmpty
	case strings.TrimSpace(text) != text, strings.ContainsAny(text, "\t\r\n"):
		return ErrNameSpace
	case strings.ContainsFunc(text, isNoLabel), strings.Trim(text, "-_. ") == "":
		return ErrNameCharacter
	case len(text) > MaxName:
		return ErrNameLong
	default:
		return nil
	}
}

func isNoLabel(r rune) bool { return isForeign(r) && r != '-' && r != '.' && r != ' ' }
