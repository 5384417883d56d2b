package guide

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/drawing"
)

func TestAFormGivesTextsAndNumbers(t *testing.T) {
	f := Form{"n": []byte("12"), "minus": []byte("-3"), "bad": []byte("1e3"), "huge": []byte("99999999999999999999"), "text": []byte("a\x00b")}
	assert.Equal(t, "a\x00b", f.Text("text"))
	assert.Empty(t, f.Text("none"))
	for name, want := range map[string]int{"n": 12, "minus": -3, "bad": 7, "huge": 7, "none": 7} {
		assert.Equal(t, want, f.Number(name, 7), name)
	}
}

// kinds counts which kinds of a change are set.
func kinds(c Change) (n int) {
	for _, set := range []bool{c.Text != nil, c.State != nil, c.Rows != nil, c.Picture != nil, c.Bits != nil, c.Fill != nil, c.Allow != nil} {
		if set {
			n++
		}
	}
	return n
}

func TestEveryChangeIsOfExactlyOneKind(t *testing.T) {
	var v View
	v.Say("a", "")
	v.Put("b", nil)
	v.Mark("c", "")
	v.List("d", nil)
	v.Draw("e", func(float64, float64) []drawing.Shape { return nil })
	v.Bits("f", nil)
	v.Fill("g", nil)
	v.Allow("h", false)
	assert.Len(t, v.Changes, 8)
	for _, c := range v.Changes {
		assert.Equal(t, 1, kinds(c), c.Place)
	}
}

func TestAVerdictIsMarkedBeforeItIsSaid(t *testing.T) {
	for good, state := range map[bool]string{true: "good", false: "bad"} {
		var v View
		v.Judge("place", good, "words")
		if assert.Len(t, v.Changes, 2) {
			assert.Equal(t, state, *v.Changes[0].State)
			assert.Equal(t, "words", string(v.Changes[1].Text))
		}
	}
}

func TestEveryBoxHasAFormAndEveryFormABox(t *testing.T) {
	files, err := filepath.Glob("../../web/guide/box/*.html")
	require.NoError(t, err)
	var forms []string
	for _, f := range files {
		forms = append(forms, strings.TrimSuffix(filepath.Base(f), ".html"))
	}
	assert.Equal(t, slices.Sorted(maps.Keys(boxes)), forms)
	for name := range boxes {
		b, ok := New(name)
		assert.True(t, ok)
		assert.NotNil(t, b)
	}
	_, ok := New("none")
	assert.False(t, ok)
}
