package guide

import "jwtsecret/app/drawing"

// Places in the picture of a rotation, in pixels.
const (
	overlapRow    = 50 // from one row to the next
	overlapBar    = 8  // below the name of a row
	overlapHeight = 22 // of a bar
	overlapCurve  = 38 // of the curve
	overlapSteps  = 48 // from one end of the curve to the other
)

// overlapScale maps moments to places from left to right. At both ends there is room for
// what is beyond.
type overlapScale struct{ from, to, width float64 }

func (s overlapScale) x(at float64) float64 { return (at - s.from) / (s.to - s.from) * s.width }

// bar draws one from a moment to another.
func (s overlapScale) bar(ink drawing.Ink, y, height, from, to float64) drawing.Shape {
	x := max(0, s.x(from))
	return drawing.Bar(ink, x, y, max(1, s.x(to)-x), height)
}

// picture draws to scale what signs and what is accepted, and what becomes of the tokens of
// the old secret, or of the thief's.
func (t overlapTimes) picture(leak bool) drawing.Picture {
	return func(width, height float64) []drawing.Shape {
		end := float64(max(t.needed(), t.removed))
		if leak {
			end = float64(max(t.forgeable(), t.life))
		}
		s := overlapScale{-0.08 * end, 1.06 * end, width}
		row := func(i int) float64 { return 14 + overlapRow*float64(i) }
		drawn := t.signing(s, row(0))
		drawn = append(drawn, t.accepting(s, row(1), row(2))...)
		if leak {
			drawn = append(drawn, t.forging(s, row(3))...)
		} else {
			drawn = append(drawn, t.living(s, row(3))...)
		}
		return append(drawn, t.marks(s, row)...)
	}
}

func rowName(name string, y float64) drawing.Shape {
	return drawing.Words(drawing.Text, name, drawing.Point{X: 0, Y: y}, drawing.Left)
}

func (t overlapTimes) signing(s overlapScale, y float64) []drawing.Shape {
	return []drawing.Shape{
		rowName("Signs: the old, then the new", y),
		s.bar(drawing.Strong, y+overlapBar, overlapHeight/2, s.from, float64(t.deploy)),
		s.bar(drawing.Accent, y+overlapBar+overlapHeight/2, overlapHeight/2, 0, s.to),
	}
}

func (t overlapTimes) accepting(s overlapScale, old, fresh float64) []drawing.Shape {
	drawn := []drawing.Shape{
		rowName("The old secret is accepted", old),
		s.bar(drawing.Strong, old+overlapBar, overlapHeight, s.from, float64(t.removed)),
		rowName("The new secret is accepted", fresh),
	}
	if t.removed < t.deploy { // by those that are not replaced yet
		drawn = append(drawn, s.bar(drawing.BadSoft, old+overlapBar, overlapHeight, float64(t.removed), float64(t.deploy)))
	}
	if t.prepared {
		return append(drawn, s.bar(drawing.Accent, fresh+overlapBar, overlapHeight, s.from, s.to))
	}
	return append(drawn, s.bar(drawing.Bad, fresh+overlapBar, overlapHeight, 0, float64(t.deploy)),
		s.bar(drawing.Accent, fresh+overlapBar, overlapHeight, float64(t.deploy), s.to))
}

// living draws how many tokens of the old secret are left, and in red those that are refused.
func (t overlapTimes) living(s overlapScale, y float64) []drawing.Shape {
	removed, needed := float64(t.removed), float64(t.needed())
	drawn := []drawing.Shape{rowName("Old tokens, not expired yet", y)}
	if t.lost() > 0 {
		drawn = append(drawn, s.bar(drawing.BadSoft, y+overlapBar, overlapCurve, removed, needed))
	}
	drawn = append(drawn, t.area(drawing.Strong, s, y, s.from, min(removed, needed)))
	if t.lost() > 0 {
		drawn = append(drawn, t.area(drawing.Bad, s, y, removed, needed))
	}
	return drawn
}

// area is what lies below the curve of the living tokens between two moments.
func (t overlapTimes) area(ink drawing.Ink, s overlapScale, y, from, to float64) drawing.Shape {
	base := y + overlapBar + overlapCurve
	path := []drawing.Point{{X: s.x(from), Y: base}}
	for i := range overlapSteps + 1 {
		at := from + (to-from)*float64(i)/overlapSteps
		path = append(path, drawing.Point{X: s.x(at), Y: base - overlapCurve*t.alive(at)})
	}
	return drawing.Shape{Ink: ink, Filled: true, Path: append(path, drawing.Point{X: s.x(to), Y: base})}
}

func (t overlapTimes) forging(s overlapScale, y float64) []drawing.Shape {
	return []drawing.Shape{
		rowName("A forged token is accepted", y),
		s.bar(drawing.Bad, y+overlapBar, overlapHeight, s.from, float64(t.forgeable())),
	}
}

// marks draws a line through the bars at the switch, and one where the old secret is taken
// away. Their names stand on two lines, because the moments may be close together. A name that
// begins at the right moves to the left until it has room, and so its line ends above it.
func (t overlapTimes) marks(s overlapScale, row func(i int) float64) []drawing.Shape {
	below := row(3) + overlapBar + overlapCurve
	start, end := s.x(0), s.x(float64(t.removed))
	first, second := drawing.Point{X: end + 4, Y: below + 17}, drawing.Point{X: start + 4, Y: below + 34}
	drawn := []drawing.Shape{
		drawing.Words(drawing.Soft, "the old secret is taken away", first, drawing.Left),
		drawing.Words(drawing.Soft, "the switch", second, drawing.Left),
		upright(end, row(3)+overlapBar, below+4), upright(start, row(3)+overlapBar, second.Y),
	}
	for i := range 3 {
		top := row(i) + overlapBar
		drawn = append(drawn, upright(start, top, top+overlapHeight), upright(end, top, top+overlapHeight))
	}
	return drawn
}

func upright(x, from, to float64) drawing.Shape {
	return drawing.Stroke(drawing.Text, 1, drawing.Point{X: x, Y: from}, drawing.Point{X: x, Y: to})
}
