package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/browser"
	"jwtsecret/app/drawing"
	"jwtsecret/app/guide"
	"jwtsecret/app/job"
)

// What of a box needs no browser: outside of one the elements of a page do nothing.

// spy is a box that notes what it is asked for.
type spy struct {
	asked []string
	act   func(e guide.Env) // what each act does
}

func (s *spy) Show(_ guide.Form, v *guide.View) {
	s.asked = append(s.asked, "show")
	v.Allow("go", false)
}
func (s *spy) Forget() { s.asked = append(s.asked, "forget") }

func (s *spy) Act(name string, _ guide.Form, e guide.Env) {
	s.asked = append(s.asked, name)
	if s.act != nil {
		s.act(e)
	}
}

func boxOf(does guide.Box) *box {
	return &box{does: does, places: map[string]browser.Element{"p": {}}, pictures: map[string]drawing.Picture{}, barred: map[string]bool{}}
}

func TestWhatIsShownIsOverwritten(t *testing.T) {
	b := boxOf(&spy{})
	text, fill := []byte("a secret"), []byte("another")
	var v guide.View
	v.Put("p", text)
	v.Fill("f", fill)
	b.apply(v)
	assert.Equal(t, make([]byte, 8), text)
	assert.Equal(t, make([]byte, 7), fill)
	form := guide.Form{"f": []byte("typed")}
	kept := form["f"]
	wipe(form)
	assert.Equal(t, make([]byte, 5), kept)
}

func TestABoxDoesOneThingAtATimeButCanBeStopped(t *testing.T) {
	s := &spy{}
	b := boxOf(s)
	began, go1, ended := make(chan bool), make(chan bool), make(chan bool)
	s.act = func(guide.Env) { began <- true; <-go1; ended <- true }
	b.act("first")
	<-began
	assert.Equal(t, 1, b.acting)
	b.act("second") // waits, and is not done later
	assert.Equal(t, 1, b.acting)
	s.act = nil
	b.acting = 1
	b.perform(s, stop, env{b, b.visit})
	assert.Equal(t, []string{"first", "stop"}, s.asked)
	go1 <- true
	<-ended
}

func TestAnActThatEndsLetsTheOthersGoOn(t *testing.T) {
	s := &spy{}
	b := boxOf(s)
	b.acting = 1
	b.perform(s, "go", env{b, b.visit})
	assert.Zero(t, b.acting)
}

func TestAnActCanShowTheBoxAgain(t *testing.T) {
	s := &spy{act: func(e guide.Env) { e.Again() }}
	b := boxOf(s)
	b.perform(s, "go", env{b, b.visit})
	assert.Equal(t, []string{"go", "show"}, s.asked)
}

func TestABoxWithoutButtonsDoesNothing(t *testing.T) {
	b := boxOf(shower{})
	b.act("go")
	assert.Zero(t, b.acting)
}

// shower is a box that only shows.
type shower struct{}

func (shower) Show(guide.Form, *guide.View) {}

func TestWhoLeavesThePageLeavesNothingInABox(t *testing.T) {
	s := &spy{}
	b := boxOf(s)
	ended := 0
	b.stops = append(b.stops, func() { ended++ })
	b.pictures["p"] = func(float64, float64) []drawing.Shape { return nil }
	b.barred["other"], b.acting = true, 1
	b.forget()
	assert.Equal(t, []string{"forget", "show"}, s.asked, "it forgets, and then shows what it begins with")
	assert.Equal(t, 1, ended, "what the auditor works on has ended")
	assert.Empty(t, b.stops)
	assert.Empty(t, b.pictures)
	assert.Zero(t, b.acting, "a button that was pressed before can be pressed again")
	assert.Equal(t, map[string]bool{"go": true}, b.barred, "as it is shown at first")
}

func TestAnActThatOutlivesItsVisitShowsNothing(t *testing.T) {
	s := &spy{}
	b := boxOf(s)
	shown := 0
	s.act = func(e guide.Env) {
		e.Show(func(*guide.View) { shown++ })
		b.forget()
		b.acting = 1 // of an act that began in the next visit
		e.Show(func(*guide.View) { shown++ })
		e.Again()
		e.Ask(job.Request{}, func(job.Event) { shown++ }, func(string) { shown++ })()
	}
	b.perform(s, "go", env{b, b.visit})
	assert.Equal(t, 1, shown)
	assert.Equal(t, []string{"go", "forget", "show"}, s.asked, "but for what the box itself shows when it forgets")
	assert.Equal(t, 1, b.acting, "nor does it end another's turn")
	assert.Empty(t, b.stops)
}

func TestAnAuditorThatDoesNotStartFailsOnceWithASentence(t *testing.T) {
	b := boxOf(&spy{})
	var said []string
	stopIt := env{b, 0}.Ask(job.Request{Audit: &job.Audit{Text: []byte("x")}}, func(job.Event) { t.Error("an answer") }, func(s string) { said = append(said, s) })
	require.Equal(t, []string{auditorBroke}, said)
	stopIt()
	assert.Len(t, said, 1)
	assert.Len(t, b.stops, 1)
}

func TestTheSearchSaysWhatItFound(t *testing.T) {
	s := &search{}
	assert.Empty(t, s.words("", 0, 0))
	assert.Equal(t, "Loading the guide's words…", s.words("a", 0, 0))
	s.failed = true
	assert.Contains(t, s.words("a", 0, 0), "did not arrive")
	s = &search{entries: []guide.Entry{{Text: "a"}}}
	assert.Empty(t, s.words("", 0, 0))
	assert.Equal(t, "No section has words that begin so.", s.words("b", 0, 0))
	assert.Equal(t, "1 section", s.words("a", 1, 1))
	assert.Equal(t, "2 sections", s.words("a", 2, 2))
	assert.Equal(t, "The first 12 of 44 sections", s.words("a", 12, 44))
}
