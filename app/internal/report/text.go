package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"jwtsecret/app/prose"
)

// heads are over the columns of every part.
var heads = []string{"", "measured", "beside it", "", "ratio", "goal", ""}

// numbers are the columns whose ends stand in one line.
var numbers = []bool{false, true, false, true, true, false, false}

// Text returns the report for people: where and when, then a table for each part.
func (r *Report) Text() string {
	var b strings.Builder
	b.WriteString(r.Run.text())
	widths := make([]int, len(heads))
	tables := make([][][]string, len(r.Parts))
	for i, p := range r.Parts {
		for _, row := range p.Rows {
			tables[i] = append(tables[i], row.cells())
		}
		widen(widths, append(tables[i], heads))
	}
	for i, p := range r.Parts {
		fmt.Fprintf(&b, "\n%s (%.0f s)\n", p.Name, p.Seconds)
		for _, cells := range append([][]string{heads}, tables[i]...) {
			b.WriteString(line(cells, widths))
		}
		if p.Problem != "" {
			fmt.Fprintf(&b, "  %s\n", p.Problem)
		}
	}
	count := r.Verdicts()
	fmt.Fprintf(&b, "\nGoals: %d met, %d not met, %d unknown.\n", count[Met], count[NotMet], count[Unknown])
	return b.String()
}

// cells are what a row shows under the heads.
func (r Row) cells() []string {
	cells := []string{r.Name, "–", r.Peer, "", "", r.Goal.in(r.Unit), string(r.Verdict)}
	if r.known() {
		cells[1] = withUnit(figure(r.Value), r.Unit)
	}
	if r.PeerValue != 0 {
		cells[3] = withUnit(figure(r.PeerValue), r.Unit)
	}
	if r.Missing != "" {
		cells[2] = strings.TrimPrefix(r.Peer+": "+r.Missing, ": ")
	}
	if r.known() && r.PeerValue != 0 {
		cells[4] = figure(r.Ratio)
	}
	return cells
}

// widen makes the columns wide enough, in characters.
func widen(widths []int, rows [][]string) {
	for _, cells := range rows {
		for i, cell := range cells {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
}

// line lays the cells out, without spaces at the end.
func line(cells []string, widths []int) string {
	var b strings.Builder
	for i, cell := range cells {
		space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
		if numbers[i] {
			cell = space + cell
		} else {
			cell += space
		}
		b.WriteString("  " + cell)
	}
	return strings.TrimRight(b.String(), " ") + "\n"
}

// figure writes a number with three digits that count, or whole with commas from 1,000 on.
func figure(v float64) string {
	switch size := math.Abs(v); {
	case size >= 999.5:
		sign := ""
		if v < 0 {
			sign = "-"
		}
		return sign + prose.Thousands(int(math.Round(size)))
	case size >= 99.95:
		return strconv.FormatFloat(v, 'f', 0, 64)
	case size >= 9.995:
		return trimmed(strconv.FormatFloat(v, 'f', 1, 64))
	default:
		return trimmed(strconv.FormatFloat(v, 'f', 2, 64))
	}
}

// trimmed leaves out the zeros after the point that say nothing.
func trimmed(text string) string { return strings.TrimSuffix(strings.TrimRight(text, "0"), ".") }

// withUnit puts the unit after a number: "17 ms", and "5/s" without a space.
func withUnit(number, unit string) string {
	if unit == "" || strings.HasPrefix(unit, "/") {
		return number + unit
	}
	return number + " " + unit
}
