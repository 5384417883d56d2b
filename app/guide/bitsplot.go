package guide

import (
	"math"
	"strconv"

	"jwtsecret/app/drawing"
	"jwtsecret/app/guess"
)

// searchPlot draws how the time of a search grows with the bits: straight lines, because the
// time stands on a scale of powers of ten. It shows all up to 128 bits, and more where more
// are chosen.
func searchPlot(chosen int) drawing.Picture {
	return func(width, height float64) []drawing.Shape {
		p := newPlot(chosen, width, height)
		lines, names := p.times()
		shapes := append(lines, p.ticks()...)
		shapes = append(shapes, p.upright(chosen))
		for i, r := range p.shown() {
			shapes = append(shapes, p.line(i, r))
		}
		shapes = append(shapes, names...)
		shapes = append(shapes, p.place(chosen)...)
		return append(shapes, p.key()...)
	}
}

const (
	usualBits = 128 // that the plot shows at least

	rowHeight  = 17.0 // of a text, in pixels
	charWidth  = 7.0  // about
	briefest   = -3.0 // the lowest time, as a power of ten of seconds
	axisHeight = 22.0 // below the plot
	headHeight = 22.0 // above it
	keyWidth   = 144.0
	dotRadius  = 4.0
)

// style is how the line of a rate looks.
type style struct {
	ink    drawing.Ink
	dashed bool
	name   string
}

// styles are those of [guess.Rates], in their order.
var styles = []style{
	{drawing.Soft, true, "jwt-cracker, CPU"},
	{drawing.Soft, false, "John, one core"},
	{drawing.Accent, true, "RTX 4090"},
	{drawing.Accent, false, "8 × RTX 4090"},
	{drawing.Warn, false, "all of the sun"},
}

// plot maps bits and times to places.
type plot struct {
	width, height   float64
	mostBits        float64
	longest         float64 // time, as a power of ten of seconds
	upper, baseline float64
}

func newPlot(chosen int, width, height float64) plot {
	most := max(usualBits, float64(chosen))
	return plot{
		width: width, height: height, mostBits: most, longest: powerOfTen(guess.Rates()[0], most) + 1,
		upper: headHeight, baseline: height - axisHeight,
	}
}

// powerOfTen is the expected time of a search in seconds, as a power of ten: 2^512 and more
// are small numbers then.
func powerOfTen(r guess.Rate, bits float64) float64 {
	return (bits-1)*math.Log10(2) - math.Log10(r.PerSecond)
}

func (p plot) x(bits float64) float64 { return bits / p.mostBits * (p.width - dotRadius) }

func (p plot) bits(x float64) float64 { return x / (p.width - dotRadius) * p.mostBits }

func (p plot) y(power float64) float64 {
	return p.baseline - (power-briefest)/(p.longest-briefest)*(p.baseline-p.upper)
}

// times are lines across the plot at times that people can imagine, and at some beyond, each
// where there is room for its name.
func (p plot) times() (lines, names []drawing.Shape) {
	marks := []struct {
		seconds float64
		name    string
	}{{guess.AgeOfUniverse, "age of the universe"}, {1, "1 second"}, {guess.Day, "1 day"}, {100 * guess.Year, "100 years"}}
	for power := 30; power < 150; power += 30 {
		marks = append(marks, struct {
			seconds float64
			name    string
		}{math.Pow10(power) * guess.Year, "10" + superscript(power) + " years"})
	}
	var taken []float64
	for _, m := range marks {
		y := p.y(math.Log10(m.seconds))
		if y < p.keyEnd()+rowHeight || crowded(taken, y) {
			continue
		}
		taken = append(taken, y)
		lines = append(lines, drawing.Stroke(drawing.Line, 1, drawing.Point{X: 0, Y: y}, drawing.Point{X: p.width, Y: y}))
		names = append(names, p.name(m.name, math.Log10(m.seconds))...)
	}
	return lines, names
}

// name writes the name of a time, given as a power of ten of seconds, on its line: at the left,
// or at the right, or between, where it hides the fewest lines of searches.
func (p plot) name(name string, power float64) []drawing.Shape {
	y, width := p.y(power), charWidth*float64(len([]rune(name)))
	at, last := 0.0, p.width-width
	fewest := p.behind(at, width, y)
	for x := last; x > 0 && fewest > 0; x-- {
		if lines := p.behind(x, width, y); lines < fewest {
			at, fewest = x, lines
		}
	}
	words := drawing.Words(drawing.Soft, name, drawing.Point{X: at, Y: y - 4}, drawing.Left)
	if at == last {
		words = drawing.Words(drawing.Soft, name, drawing.Point{X: p.width, Y: y - 4}, drawing.Right)
	}
	return []drawing.Shape{drawing.Bar(drawing.Surface, at, y-15, width, 14), words}
}

// behind counts the lines of searches that pass where a name would stand above a height.
func (p plot) behind(x, width, y float64) (lines int) {
	for _, r := range p.shown() {
		if p.point(r, p.bits(x)).Y > y-15 && p.point(r, p.bits(x+width)).Y < y-1 {
			lines++
		}
	}
	return lines
}

func crowded(taken []float64, y float64) bool {
	for _, t := range taken {
		if math.Abs(t-y) < rowHeight {
			return true
		}
	}
	return false
}

// ticks are the axis of bits with its numbers.
func (p plot) ticks() []drawing.Shape {
	step := 32.0
	for p.x(step) < 48 && step < p.mostBits { // a picture of no size has room for none
		step *= 2
	}
	shapes := []drawing.Shape{drawing.Stroke(drawing.Strong, 1, drawing.Point{X: 0, Y: p.baseline}, drawing.Point{X: p.width, Y: p.baseline})}
	for bits := 0.0; bits <= p.mostBits; bits += step {
		align, name := drawing.Centre, strconv.Itoa(int(bits))
		switch {
		case bits == 0:
			align = drawing.Left
		case p.x(bits) > p.width-30:
			align = drawing.Right
		}
		shapes = append(shapes,
			drawing.Stroke(drawing.Strong, 1, drawing.Point{X: p.x(bits), Y: p.baseline}, drawing.Point{X: p.x(bits), Y: p.baseline + 4}),
			drawing.Words(drawing.Soft, name, drawing.Point{X: p.x(bits), Y: p.height - 3}, align))
	}
	return shapes
}

// line is that of a rate, from where it leaves the lowest time.
func (p plot) line(i int, r guess.Rate) drawing.Shape {
	line := drawing.Stroke(styles[i].ink, 2, p.point(r, p.first(r)), p.point(r, p.mostBits))
	line.Dashed = styles[i].dashed
	return line
}

// first is how many bits take the lowest time.
func (p plot) first(r guess.Rate) float64 {
	return max(0, (briefest+math.Log10(r.PerSecond))/math.Log10(2)+1)
}

func (p plot) point(r guess.Rate, bits float64) drawing.Point {
	return drawing.Point{X: p.x(bits), Y: p.y(powerOfTen(r, bits))}
}

// upright is where the slider stands. Names are written over it.
func (p plot) upright(chosen int) drawing.Shape {
	x := p.x(float64(chosen))
	upright := drawing.Stroke(drawing.Strong, 1, drawing.Point{X: x, Y: p.upper}, drawing.Point{X: x, Y: p.baseline})
	upright.Dashed = true
	return upright
}

// place names where the slider stands, and puts a dot on every line.
func (p plot) place(chosen int) []drawing.Shape {
	x := p.x(float64(chosen))
	align := drawing.Centre
	switch {
	case x < 30:
		align = drawing.Left
	case x > p.width-30:
		align = drawing.Right
	}
	name := drawing.Words(drawing.Text, strconv.Itoa(chosen)+" bits", drawing.Point{X: x, Y: p.upper - 7}, align)
	name.Bold = true
	shapes := []drawing.Shape{name}
	for i, r := range p.shown() {
		if at := p.point(r, float64(chosen)); at.Y <= p.baseline {
			shapes = append(shapes, drawing.Shape{Ink: styles[i].ink, Dot: dotRadius, At: at})
		}
	}
	return shapes
}

// key says which line is whose, in the corner that the lines leave free.
func (p plot) key() []drawing.Shape {
	shapes := []drawing.Shape{drawing.Bar(drawing.Surface, 0, p.upper, keyWidth, p.keyEnd()-p.upper)}
	for i := range p.shown() {
		y := p.upper + float64(i+1)*rowHeight - 3
		sample := drawing.Stroke(styles[i].ink, 2, drawing.Point{X: 0, Y: y - 4}, drawing.Point{X: 24, Y: y - 4})
		sample.Dashed = styles[i].dashed
		shapes = append(shapes, sample, drawing.Words(drawing.Text, styles[i].name, drawing.Point{X: 32, Y: y}, drawing.Left))
	}
	return shapes
}

// keyEnd is below the key.
func (p plot) keyEnd() float64 { return p.upper + float64(len(p.shown()))*rowHeight }

// shown are the rates that take the lowest time or more within the plot: all but the fastest.
func (p plot) shown() []guess.Rate {
	rates := guess.Rates()
	for p.first(rates[len(rates)-1]) >= p.mostBits {
		rates = rates[:len(rates)-1]
	}
	return rates
}
