package guide

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/drawing"
	"jwtsecret/app/guess"
)

// 2^39 guesses, half of 2^40, take 5.498e11/1.7e5 = 3.23e6 seconds or 37.4 days, 54,976
// seconds or 15.3 hours, 136 seconds, and 17.
func TestASearchOfFortyBits(t *testing.T) {
	v := show(&bits{}, Form{"bits": []byte("40")})
	assert.Equal(t, "40 bits", v.text("size"))
	assert.Equal(t, "2⁴⁰, or 1.1·10¹²", v.text("possible")) // 1,099,511,627,776
	assert.Equal(t, [][]string{
		{"jwt-cracker on two CPU cores", "170,000", "37 days"},
		{"John the Ripper on one CPU core", "10 million", "15 hours"},
		{"one RTX 4090 graphics card", "4.0 billion", "2 minutes"},
		{"eight such cards", "32 billion", "seconds"},
		{"all the light of the sun", "1.5·10⁴⁹", "less than a second"},
	}, v.rows("times"))
}

// 2^255 is 5.79e76. Eight cards need 1.794e66 seconds, or 4.12e48 times 4.355e17; the sun
// 3.944e27, or 9.06e9 times.
func TestASearchOf256BitsEndsAfterTheSun(t *testing.T) {
	rows := show(&bits{}, Form{"bits": []byte("256")}).rows("times")
	assert.Equal(t, "4.1·10⁴⁸ ages of the universe", rows[3][2])
	assert.Equal(t, "9.1·10⁹ ages of the universe", rows[4][2])
}

// 2^95 is 3.96e28; at 3.227e10 a second that is 1.2276e18 seconds, 2.8 times 4.355e17.
func TestAFewAgesAreCounted(t *testing.T) {
	assert.Equal(t, "2 ages of the universe", show(&bits{}, Form{"bits": []byte("96")}).rows("times")[3][2])
	assert.Equal(t, "1 age of the universe", spanOrAges(1.5*guess.AgeOfUniverse))
}

func TestBitsOutsideOfTheSliderAreThoseOfItsEnd(t *testing.T) {
	for typed, want := range map[string]string{"": "20 bits", "abc": "20 bits", "-5": "20 bits", "9999": "512 bits"} {
		assert.Equal(t, want, show(&bits{}, Form{"bits": []byte(typed)}).text("size"), typed)
	}
}

func TestTheUsualSizesAreAButtonAway(t *testing.T) {
	e := &fakePage{t: t, box: &bits{}}
	e.form = func() Form { return Form{"bits": []byte(e.view.text("bits"))} }
	(&bits{}).Act("128", Form{"bits": []byte("20")}, e)
	assert.Equal(t, "128", e.view.text("bits"))
	assert.Equal(t, "128 bits", e.view.text("size"), "and what follows is shown")
}

func TestNumbersAreRaised(t *testing.T) {
	assert.Equal(t, "⁰", superscript(0))
	assert.Equal(t, "⁹⁸⁷⁶⁵⁴³²¹⁰", superscript(9876543210))
	assert.Equal(t, "1,048,576", scientific(1<<20))
}

// box is the place of a text, with seven pixels a character.
func box(s drawing.Shape) (left, right, top, bottom float64) {
	width := charWidth * float64(len([]rune(s.Text)))
	left = s.At.X - map[drawing.Align]float64{drawing.Left: 0, drawing.Centre: width / 2, drawing.Right: width}[s.Align]
	return left, left + width, s.At.Y - 11, s.At.Y + 2
}

func TestTheTextsOfThePlotStayInsideAndApart(t *testing.T) {
	for _, width := range []float64{270, 290, 400, 650} {
		for chosen := fewestBits; chosen <= mostBits; chosen++ {
			var texts []drawing.Shape
			for _, s := range searchPlot(chosen)(width, 256) {
				if s.Text == "" {
					continue
				}
				left, right, top, bottom := box(s)
				require.True(t, left >= -1 && right <= width+1 && top >= 0 && bottom <= 256, "%q at %v, %d bits", s.Text, width, chosen)
				for _, o := range texts {
					l, r, u, d := box(o)
					require.False(t, left < r && l < right && top < d && u < bottom, "%q on %q at %v, %d bits", s.Text, o.Text, width, chosen)
				}
				texts = append(texts, s)
			}
			assert.Condition(t, func() bool {
				return slices.ContainsFunc(texts, func(s drawing.Shape) bool { return s.Text == "age of the universe" })
			})
		}
	}
}

// At 64 bits eight cards need 2^63/3.22704e10 = 2.858e8 seconds, 10^8.456. The plot ends at 128
// bits, with jwt-cracker's 2^127/170,000 = 1.001e33 seconds, and begins at 10^-3.
func TestADotStandsAtTheTimeOfItsRate(t *testing.T) {
	var dots []drawing.Shape
	for _, s := range searchPlot(64)(604, 256) {
		if s.Dot > 0 {
			dots = append(dots, s)
		}
	}
	require.Len(t, dots, 4, "the sun is faster than the plot shows")
	assert.InDelta(t, 300, dots[3].At.X, 1e-9)
	share := (8.456 + 3) / (math.Log10(1.001e33) + 1 + 3)
	assert.InDelta(t, 234-share*(234-22), dots[3].At.Y, 0.1)
}

func TestTheKeyHidesNoDotAndNoLine(t *testing.T) {
	for _, width := range []float64{270, 650} {
		for chosen := fewestBits; chosen <= mostBits; chosen++ {
			p := newPlot(chosen, width, 256)
			for _, r := range p.shown() {
				at := p.point(r, p.mostBits*keyWidth/(width-4)) // where its line passes the right edge of the key
				assert.Greater(t, at.Y, p.keyEnd(), "%s at %v, %d bits", r.Who, width, chosen)
			}
		}
	}
}

// A name hides what is behind it: nothing while the plot ends at 128 bits, or is wide, and at most two
// lines beside each other where it shows more and is narrow.
func TestTheNameOfATimeHidesNoLineOfASearch(t *testing.T) {
	for _, width := range []float64{290, 400, 650} {
		for chosen := fewestBits; chosen <= mostBits; chosen++ {
			p := newPlot(chosen, width, 256)
			_, names := p.times()
			require.NotEmpty(t, names)
			for i := 0; i < len(names); i += 2 {
				hidden := 0
				corner, opposite := names[i].Path[0], names[i].Path[2]
				for _, r := range p.shown() {
					for x := corner.X; x <= opposite.X; x++ {
						if y := p.point(r, p.bits(x)).Y; corner.Y < y && y < opposite.Y {
							hidden++
							break
						}
					}
				}
				assert.LessOrEqual(t, hidden, map[bool]int{true: 0, false: 2}[chosen <= usualBits || width > 400], "behind %q at %v, %d bits", names[i+1].Text, width, chosen)
			}
		}
	}
}

func TestThePlotGrowsWithTheSlider(t *testing.T) {
	lines := func(chosen int) (all []drawing.Shape) {
		for _, s := range searchPlot(chosen)(600, 256) {
			if s.Width == 2 && s.Path[1].X == 596 {
				all = append(all, s)
			}
		}
		return all
	}
	assert.Len(t, lines(128), 4)
	assert.Len(t, lines(512), 5)
	for _, line := range lines(300) {
		assert.Less(t, line.Path[0].Y, 235.0)
		assert.Greater(t, line.Path[1].Y, 21.0)
	}
}
