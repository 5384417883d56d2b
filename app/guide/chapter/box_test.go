package chapter

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jwtsecret/app/drawing"
	"jwtsecret/app/guide"
	"jwtsecret/app/job"
)

// guideFolder holds the real chapters and boxes.
const guideFolder = "../../../web/guide"

// live is a box with its markup, as in a browser.
type live struct {
	t      *testing.T
	does   guide.Box
	markup *html.Node

	mu sync.Mutex // an act shows from a goroutine of its own
}

// eachBox runs a test on every box that has a form.
func eachBox(t *testing.T, test func(b *live)) {
	t.Helper()
	f, err := loadForms(os.DirFS(guideFolder))
	require.NoError(t, err)
	names, err := filepath.Glob(guideFolder + "/box/*.html")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, file := range names {
		name := strings.TrimSuffix(filepath.Base(file), ".html")
		t.Run(name, func(t *testing.T) {
			markup, err := f.render(name, "A title")
			require.NoError(t, err)
			does, ok := guide.New(name)
			require.True(t, ok)
			test(&live{t: t, does: does, markup: parsed(t, markup)})
		})
	}
}

// shows writes what the box shows, as a browser does, and looks at it.
func (b *live) shows(v guide.View, when string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	rest := guide.View{}
	for _, c := range v.Changes {
		if c.Fill != nil {
			assert.NotNil(b.t, find(b.markup, "name", c.Place), "%s: the field %s", when, c.Place)
			continue
		}
		b.look(c, when)
		rest.Changes = append(rest.Changes, c)
	}
	assert.NoError(b.t, show(b.markup, rest), when)
}

func (b *live) look(c guide.Change, when string) {
	switch {
	case c.Text != nil:
		assert.True(b.t, utf8.Valid(c.Text), "%s: %s is text", when, c.Place)
	case c.State != nil:
		assert.Contains(b.t, []string{"good", "bad", "open", "drawn", ""}, *c.State, "%s: %s", when, c.Place)
	case c.Rows != nil:
		heads := b.heads(c.Place)
		for _, row := range c.Rows {
			assert.Len(b.t, row, heads, "%s: a row of %s", when, c.Place)
		}
	case c.Picture != nil:
		for _, size := range [][2]float64{{0, 0}, {1, 1}, {230, 256}, {700, 256}} {
			for _, s := range c.Picture(size[0], size[1]) {
				assert.Contains(b.t, inks, s.Ink, when)
				for _, p := range append(slices.Clone(s.Path), s.At, drawing.Point{X: s.Width, Y: s.Dot}) {
					assert.False(b.t, math.IsNaN(p.X+p.Y) || math.IsInf(p.X+p.Y, 0), "%s: %s at %v: %v", when, c.Place, size, s)
				}
			}
		}
	}
}

var inks = []drawing.Ink{
	drawing.Text, drawing.Soft, drawing.Line, drawing.Strong, drawing.Accent,
	drawing.Bad, drawing.BadSoft, drawing.Warn, drawing.Surface,
}

// heads counts the heads of the table whose body this place is.
func (b *live) heads(place string) (n int) {
	body := find(b.markup, "data-place", place)
	if body == nil || body.DataAtom != atom.Tbody {
		assert.Fail(b.t, "not the body of a table", place)
		return 0
	}
	for d := range body.Parent.Descendants() {
		if scope, _ := attribute(d, "scope"); scope == "col" {
			n++
		}
	}
	return n
}

// odd is what nobody is expected to type, and somebody pastes.
var odd = map[string][]byte{
	"nothing":         nil,
	"spaces":          []byte(" \t "),
	"NUL":             {0},
	"NULs":            make([]byte, 70),
	"a megabyte":      bytes.Repeat([]byte("abcdefgh"), 1<<17),
	"a line a byte":   bytes.Repeat([]byte("\n"), 1<<16),
	"invalid UTF-8":   []byte("\xff\xfe\xc3("),
	"half a letter":   []byte("caf\xc3"),
	"other scripts":   []byte("пароль 密码 🔑\u202e\u0301"),
	"markup":          []byte(`"><script>alert(1)</script>`),
	"a huge number":   []byte("999999999999999999999999"),
	"a minus":         []byte("-1"),
	"not a number":    []byte("NaN"),
	"dots":            []byte("..."),
	"dots and more":   []byte("e30.e30.e30.e30.e30"),
	"half base64":     []byte("AAAAA"),
	"padding":         []byte("===="),
	"quotes":          []byte(`{"a": "`),
	"deep JSON":       bytes.Repeat([]byte("["), 100_000),
	"a line break":    []byte("a\r\nb\n"),
	"byte order mark": []byte("\ufeffabc"),
	"template":        []byte(`{{.}} {= 1 =} ${a}`),
}

// limit is how long a box may take for one key on the slowest of inputs; the machine of a test
// may be slow.
const limit = 5 * time.Second

func TestEveryBoxShowsSomethingForWhateverIsTyped(t *testing.T) {
	eachBox(t, func(b *live) {
		first := formOf(b.markup)
		try := func(what string, change func(guide.Form)) {
			form := guide.Form{}
			for name, text := range first {
				form[name] = bytes.Clone(text)
			}
			change(form)
			typed := maps.Clone(form)
			for name := range typed {
				typed[name] = bytes.Clone(form[name])
			}
			var v guide.View
			start := time.Now()
			require.NotPanics(b.t, func() { b.does.Show(form, &v) }, what)
			assert.Less(b.t, time.Since(start), limit, what)
			assert.Equal(b.t, typed, form, "%s: what stands in the fields is the caller's", what)
			b.shows(v, what)
		}
		try("as it begins", func(guide.Form) {})
		try("no field", func(f guide.Form) { clear(f) })
		for what, text := range odd {
			try(what+" everywhere", func(f guide.Form) {
				for name := range f {
					f[name] = bytes.Clone(text)
				}
			})
			for name := range first {
				try(what+" in "+name, func(f guide.Form) { f[name] = bytes.Clone(text) })
			}
		}
	})
}

// bare is a page that answers a box as badly as it can: nobody knows the numbers that its
// Math.random draws, and its auditor fails.
type bare struct {
	context.Context
	box   *live
	state uint64
	start time.Time
	when  string
}

func (e *bare) Show(change func(v *guide.View)) {
	var v guide.View
	change(&v)
	if e.Err() == nil { // an act that takes too long has failed already
		e.box.shows(v, e.when)
	}
}

// Random is the generator MMIX of Knuth: no browser has it.
func (e *bare) Random() float64 {
	e.state = e.state*6364136223846793005 + 1442695040888963407
	return float64(e.state>>11) / (1 << 53)
}

func (e *bare) Breathe() {}

func (e *bare) Again() {
	e.Show(func(v *guide.View) { e.box.does.Show(formOf(e.box.markup), v) })
}

func (e *bare) Milliseconds() float64 { return float64(time.Since(e.start).Microseconds()) / 1000 }

func (e *bare) Ask(r job.Request, event func(job.Event), failed func(sentence string)) (stop func()) {
	if _, err := job.Encode(r); err != nil {
		assert.NoError(e.box.t, err, "%s: the auditor cannot be asked so", e.when)
	}
	stopped := make(chan struct{})
	go func() {
		select {
		case <-stopped:
		case <-time.After(10 * time.Millisecond):
			failed("The auditor did not start.")
		}
	}()
	return sync.OnceFunc(func() { close(stopped) })
}

func TestEveryButtonOfABoxEndsWithSomethingShown(t *testing.T) {
	eachBox(t, func(b *live) {
		does, acts := b.does.(guide.Actor)
		var buttons []string
		for n := range b.markup.Descendants() {
			if name, ok := attribute(n, "data-act"); ok {
				buttons = append(buttons, name)
			}
		}
		require.Equal(b.t, acts, len(buttons) > 0, "a box acts where it has buttons")
		first := formOf(b.markup)
		for _, name := range buttons {
			for _, what := range []string{"as it begins", "nothing", "NUL", "invalid UTF-8"} {
				if len(first) == 0 && what != "as it begins" {
					continue
				}
				form := guide.Form{}
				for field, text := range first {
					form[field] = bytes.Clone(text)
					if what != "as it begins" {
						form[field] = bytes.Clone(odd[what])
					}
				}
				ctx, cancel := context.WithTimeout(b.t.Context(), 30*time.Second)
				e := &bare{Context: ctx, box: b, state: 1, start: time.Now(), when: name + ", " + what}
				ended := make(chan any, 1)
				go func() {
					defer func() { ended <- recover() }()
					does.Act(name, form, e)
				}()
				select {
				case panicked := <-ended:
					require.Nil(b.t, panicked, e.when)
				case <-ctx.Done():
					require.NoError(b.t, errors.New("it never ends"), e.when)
				}
				cancel()
			}
		}
	})
}

func TestABoxThatForgetsShowsWhatItBeganWith(t *testing.T) {
	eachBox(t, func(b *live) {
		does, ok := b.does.(guide.Forgetter)
		if !ok {
			return
		}
		look := func() string {
			var v guide.View
			b.does.Show(formOf(b.markup), &v)
			b.shows(v, "at first")
			return body(b.t, b.markup)
		}
		does.Forget() // before anything has begun
		first := look()
		does.Forget()
		assert.Equal(b.t, first, look())
	})
}
