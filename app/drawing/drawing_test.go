package drawing

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inks are all of them: a picture has no other.
var inks = []Ink{Text, Soft, Line, Strong, Accent, Bad, BadSoft, Warn, Surface}

func TestABarIsItsFourCorners(t *testing.T) {
	b := Bar(Accent, 1, 2, 10, 20)
	assert.Equal(t, Shape{Ink: Accent, Filled: true, Path: []Point{{1, 2}, {11, 2}, {11, 22}, {1, 22}}}, b)
}

func TestAStrokeAndWordsAreOfOneKind(t *testing.T) {
	assert.Equal(t, Shape{Ink: Line, Width: 2, Path: []Point{{0, 0}, {1, 1}}}, Stroke(Line, 2, Point{0, 0}, Point{1, 1}))
	assert.Equal(t, Shape{Ink: Text, Text: "a", At: Point{3, 4}, Align: Centre}, Words(Text, "a", Point{3, 4}, Centre))
}

// A canvas takes these words as they are, and ignores any other.
func TestTextIsAlignedAsACanvasCallsIt(t *testing.T) {
	assert.Equal(t, []Align{"left", "center", "right"}, []Align{Left, Centre, Right})
}

// The canvas is coloured by the style sheet: an ink that is missing there would be drawn in the
// colour of the text.
func TestEveryInkIsInTheStyleSheet(t *testing.T) {
	css := filepath.Join("..", "..", "web", "css")
	plots, err := os.ReadFile(filepath.Join(css, "try.css"))
	require.NoError(t, err)
	media, err := os.ReadFile(filepath.Join(css, "guide-media.css"))
	require.NoError(t, err)
	tokens, err := os.ReadFile(filepath.Join(css, "tokens.css"))
	require.NoError(t, err)
	for _, ink := range inks {
		assert.Regexp(t, `\.plot\[data-ink="`+string(ink)+`"\]\s*\{\s*color: var\(--`+string(ink)+`\);?\s*\}`, string(plots))
		assert.Regexp(t, `(?m)^\s*--`+string(ink)+`:`, string(tokens))
		assert.Regexp(t, `(?s)forced-colors.*\[data-ink="`+string(ink)+`"\][^{]*\{ color: [A-Z]`, string(media), "and with the few colours of a person's choice, which a canvas does not take by itself")
	}
	assert.Len(t, regexp.MustCompile(`\.plot\[data-ink=`).FindAllString(string(plots), -1), len(inks), "and no other is there")
}
