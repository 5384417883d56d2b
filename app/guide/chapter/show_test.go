package chapter

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"jwtsecret/app/drawing"
	"jwtsecret/app/guide"
)

const places = `<div><input name="field"><button data-act="go"></button><p data-place="words" data-state="old">before <b>it</b></p>` +
	`<table><tbody data-place="rows"><tr><td>old</td></tr></tbody></table><canvas data-place="plot"></canvas></div>`

// body returns the markup of what stands in the body.
func body(t *testing.T, tree *html.Node) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, html.Render(&out, tree))
	_, after, _ := strings.Cut(out.String(), "<body>")
	before, _, _ := strings.Cut(after, "</body>")
	return before
}

func TestWhatABoxShowsTakesThePlaceOfWhatStoodThere(t *testing.T) {
	tree := parsed(t, places)
	var v guide.View
	v.Say("words", "first")
	v.Judge("words", true, "new <i>")
	v.List("rows", [][]string{{"head", "a", "b"}, {"only head"}, {}})
	v.Draw("plot", func(float64, float64) []drawing.Shape { panic("pictures need a browser") })
	v.Bits("plot", []byte{1})
	v.Allow("go", false)
	require.NoError(t, show(tree, v))
	assert.Equal(t, `<div><input name="field"/><button data-act="go"></button><p data-place="words" data-state="good">new &lt;i&gt;</p>`+
		`<table><tbody data-place="rows"><tr><th scope="row">head</th><td>a</td><td>b</td></tr><tr><th scope="row">only head</th></tr><tr></tr></tbody></table>`+
		`<canvas data-place="plot"></canvas></div>`, body(t, tree))

	v = guide.View{}
	v.Put("words", nil)
	v.Mark("words", "")
	v.List("rows", nil)
	require.NoError(t, show(tree, v))
	assert.Contains(t, body(t, tree), `<p data-place="words" data-state=""></p><table><tbody data-place="rows"></tbody></table>`)
}

func TestABoxThatShowsWhatItsMarkupHasNotIsRefused(t *testing.T) {
	for why, show1 := range map[string]func(v *guide.View){
		`no data-place "other"`: func(v *guide.View) { v.Say("other", "a") },
		`no data-place "field"`: func(v *guide.View) { v.Mark("field", "good") },
		`no data-place "table"`: func(v *guide.View) { v.List("table", nil) },
		`no data-place "p"`:     func(v *guide.View) { v.Draw("p", func(float64, float64) []drawing.Shape { return nil }) },
		`no data-place "b"`:     func(v *guide.View) { v.Bits("b", []byte{1}) },
		`no name "words"`:       func(v *guide.View) { v.Fill("words", []byte("a")) },
		`no data-act "words"`:   func(v *guide.View) { v.Allow("words", true) },
		`it fills "field"`:      func(v *guide.View) { v.Fill("field", []byte("a")) },
	} {
		var v guide.View
		show1(&v)
		assert.ErrorContains(t, show(parsed(t, places), v), why)
	}
}
