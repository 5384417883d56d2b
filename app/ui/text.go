package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// breakable is a long word that a line may end in, after each of these marks.
func breakable(word, mark string) (parts []app.UI) {
	for part := range strings.SplitAfterSeq(word, mark) {
		parts = append(parts, app.Text(part), elem("wbr"))
	}
	return parts
}

// either is the first text where a condition holds, and the second where it does not.
func either(holds bool, text, otherwise string) string {
	if holds {
		return text
	}
	return otherwise
}
