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
