package chapter

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"jwtsecret/app/guide"
)

// echo is a box that shows what stands in its field "said" in its place "heard".
type echo struct{}

func (echo) Show(f guide.Form, v *guide.View) { v.Say("heard", f.Text("said")) }

// testForms has one box, echo.
func testForms(t *testing.T, form string) forms {
	t.Helper()
	f, err := loadForms(fstest.MapFS{"box/echo.html": {Data: []byte(form)}})
	require.NoError(t, err)
	f.boxes = func(name string) (guide.Box, bool) { return echo{}, name == "echo" }
	return f
}

const echoForm = `{{template "text" (dict "box" . "name" "said" "label" "Say" "value" "a<b>&c")}}{{template "words" (dict "box" . "name" "heard")}}`

// parsed parses the markup of a box.
func parsed(t *testing.T, markup string) *html.Node {
	t.Helper()
	tree, err := html.Parse(strings.NewReader(markup))
	require.NoError(t, err)
	return tree
}

func TestAFormBeginsWithWhatABrowserWouldSend(t *testing.T) {
	form := formOf(parsed(t, `
		<input name="text" type="text" value="a&amp;b">
		<input name="empty" type="text">
		<input name="range" type="range" value="7">
		<input name="ticked" type="checkbox" checked>
		<input name="open" type="checkbox">
		<input name="one" type="radio" value="a"><input name="one" type="radio" value="b" checked><input name="one" type="radio" value="c">
		<textarea name="area">
first line is dropped, others stay
</textarea>
		<select name="first"><option value="x">X</option><option value="y">Y</option></select>
		<select name="chosen"><option value="x">X</option><option value="y" selected>Y</option></select>
		<select name="none"></select>
		<button data-act="go">Go</button>
		<input type="text" value="has no name">`))
	assert.Equal(t, guide.Form{
		"text": []byte("a&b"), "empty": []byte(""), "range": []byte("7"), "ticked": []byte("on"), "one": []byte("b"),
		"area": []byte("first line is dropped, others stay\n"), "first": []byte("x"), "chosen": []byte("y"), "none": []byte(""),
	}, form)
}

// eachPart is a form with one of each part of controls.html.
const eachPart = `
{{template "text" (dict "box" . "name" "text" "label" "Label 1" "value" "v1" "hint" "Hint 1")}}
{{template "secret" (dict "box" . "name" "secret" "label" "Label 2" "value" "v2")}}
{{template "area" (dict "box" . "name" "area" "label" "Label 3" "value" "v3" "rows" 4 "hint" "Hint 3")}}
{{template "slider" (dict "box" . "name" "slider" "label" "Label 4" "low" 20 "high" 512 "value" 128 "unit" "bits")}}
{{template "choice" (dict "box" . "name" "choice" "label" "Label 5" "options" "a|b|c" "value" "b")}}
{{template "check" (dict "box" . "name" "check" "label" "Label 6" "value" true)}}
{{template "act" (dict "box" . "name" "act" "label" "Act" "class" "strong")}}
{{template "words" (dict "box" . "name" "words")}}
{{template "status" (dict "box" . "name" "status")}}
{{template "fact" (dict "box" . "name" "fact" "label" "Label 7")}}
{{template "code" (dict "box" . "name" "code" "label" "Label 8")}}
{{template "rows" (dict "box" . "name" "rows" "caption" "Caption" "heads" "One|Two")}}
{{template "plot" (dict "box" . "name" "plot" "label" "A plot")}}`

func TestEveryPartOfAFormIsNamedDisabledAndDescribed(t *testing.T) {
	f := testForms(t, eachPart)
	f.boxes = func(string) (guide.Box, bool) { return nothing{}, true }
	markup, err := f.render("echo", "Title")
	require.NoError(t, err)
	tree := parsed(t, markup)
	assert.Equal(t, guide.Form{
		"text": []byte("v1"), "secret": []byte("v2"), "area": []byte("v3"), "slider": []byte("128"), "choice": []byte("b"), "check": []byte("on"),
	}, formOf(tree))
	ids, labels, named := map[string]bool{}, map[string]bool{}, 0
	for n := range tree.Descendants() {
		if id, ok := attribute(n, "id"); ok {
			assert.False(t, ids[id], "two have the id %s", id)
			ids[id] = true
		}
		if to, ok := attribute(n, "for"); ok {
			labels[to] = true
		}
		_, isNamed := attribute(n, "name")
		_, acts := attribute(n, "data-act")
		if isNamed || acts {
			_, disabled := attribute(n, "disabled")
			assert.True(t, disabled, "%v waits for the program", n.Attr)
			id, _ := attribute(n, "id")
			assert.True(t, strings.HasPrefix(id, "echo-"), "two boxes of a page may have a field of one name")
			assert.True(t, acts || labels[id], "%s has a label before it", id)
			named++
		}
		_, styled := attribute(n, "style")
		assert.False(t, styled)
	}
	assert.Equal(t, 7, named)
	for n := range tree.Descendants() {
		if by, ok := attribute(n, "aria-describedby"); ok {
			assert.True(t, ids[by], by)
		}
	}
	for _, place := range []string{"words", "status", "fact", "code", "rows", "plot"} {
		assert.NotNil(t, find(tree, "data-place", place), place)
	}
	spoken, _ := attribute(find(tree, "name", "slider"), "aria-valuetext")
	assert.Equal(t, "128 bits", spoken, "a slider says what it counts")
	for _, kept := range []string{"secret", "area"} {
		_, cleared := attribute(find(tree, "name", kept), "data-secret")
		assert.True(t, cleared, "%s is cleared when the program stops", kept)
	}
}

// nothing is a box that shows nothing.
type nothing struct{}

func (nothing) Show(guide.Form, *guide.View) {}

func TestABoxCannotBreakOutOfItsMarkup(t *testing.T) {
	const hostile = `"><script>alert(1)</script><img src=x onerror="a">&lt;`
	f := testForms(t, `{{template "text" (dict "box" . "name" "said" "label" "`+strings.ReplaceAll(hostile, `"`, `\"`)+`" "value" "`+strings.ReplaceAll(hostile, `"`, `\"`)+`")}}
		{{template "words" (dict "box" . "name" "heard")}}{{template "rows" (dict "box" . "name" "rows" "caption" "c" "heads" "h")}}`)
	f.boxes = func(string) (guide.Box, bool) { return shouting(hostile), true }
	markup, err := f.render("echo", hostile)
	require.NoError(t, err)
	tree := parsed(t, markup)
	for n := range tree.Descendants() {
		assert.NotContains(t, []string{"script", "img"}, n.Data)
		for _, a := range n.Attr {
			assert.NotEqual(t, "onerror", a.Key)
		}
	}
	assert.Equal(t, hostile, textOf(find(tree, "data-place", "heard")), "it is shown as it is")
	assert.Equal(t, hostile+hostile, textOf(find(tree, "data-place", "rows")))
	assert.Equal(t, hostile, textOf(find(tree, "id", "echo-title")))
	assert.Equal(t, hostile, string(formOf(tree)["said"]))
}

// shouting is a box that shows the same everywhere.
type shouting string

func (s shouting) Show(_ guide.Form, v *guide.View) {
	v.Say("heard", string(s))
	v.Mark("heard", string(s))
	v.List("rows", [][]string{{string(s), string(s)}})
}

func TestAFormThatIsWrittenWronglyIsRefused(t *testing.T) {
	for name, c := range map[string]struct{ form, why string }{
		"broken template":  {`{{template "text"`, "unclosed action"},
		"unknown part":     {`{{template "lever" (dict "box" .)}}`, `no such template "lever"`},
		"value of no name": {`{{template "text" (dict "box" . "name")}}`, "names and values are not in pairs"},
		"name is no text":  {`{{template "text" (dict 1 2)}}`, "a name is no text"},
		"missing place":    {`{{template "text" (dict "box" . "name" "said" "label" "a" "value" "b")}}`, `box "echo": its markup has no data-place "heard"`},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := loadForms(fstest.MapFS{"box/echo.html": {Data: []byte(c.form)}})
			if err == nil {
				f.boxes = func(string) (guide.Box, bool) { return echo{}, true }
				_, err = f.render("echo", "Title")
			}
			assert.ErrorContains(t, err, c.why)
		})
	}
}
