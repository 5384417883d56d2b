package e2e

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fate is what becomes of a result when a person uses a control of its page.
type fate string

const (
	stays    fate = "unaffected"
	follows  fate = "follows"
	aside    fate = "put aside"
	vanishes fate = "vanishes"
)

// use of a control, and what becomes of the page's results. Results that are not named
// stay as they are.
type useOf struct {
	controls string // their ids, a regular expression
	label    string
	act      func()
	fates    map[string]fate
	note     string // says it in other words, where the result looks the same; may be empty
	back     func() // brings the page to where it was; nil where nothing has to
}

// fatesOf is one page with its results, each an expression for the element that shows it.
type fatesOf struct {
	path    string
	results [][2]string // name and selector
	uses    []useOf
}

// look returns what every result shows, and whether it is put aside.
func (p *page) look(results [][2]string) map[string]string {
	p.t.Helper()
	p.exec(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))`)
	seen := map[string]string{}
	for _, r := range results {
		seen[r[0]] = eval[string](p, fmt.Sprintf(`((e, text = e?.value ?? e?.textContent) => text ? (e.closest(".aside") ? "aside" : "here") + text : "")(document.querySelector(%q))`, r[1]))
	}
	return seen
}

func fateOf(before, now string) fate {
	switch {
	case now == "":
		return vanishes
	case strings.HasPrefix(now, "aside"):
		return aside
	case now != before:
		return follows
	default:
		return stays
	}
}

// fates uses every control and returns the rows of the table.
func (p *page) fates(of fatesOf) (rows []string) {
	p.t.Helper()
	p.knowsAll(of)
	for _, u := range of.uses {
		p.run(of.path+" "+u.label, func(t *testing.T) {
			before := p.look(of.results)
			u.act()
			var found map[string]fate
			for range 300 { // what takes a while is waited for, and what stays is looked at when all else is there
				now := p.look(of.results)
				found = map[string]fate{}
				for _, r := range of.results {
					found[r[0]] = fateOf(before[r[0]], now[r[0]])
				}
				if matches(of.results, u.fates, found) {
					break
				}
			}
			var said []string
			for _, r := range of.results {
				want := stays
				if f, named := u.fates[r[0]]; named {
					want = f
				}
				assert.Equal(t, want, found[r[0]], "%s: %q becomes %q", r[0], before[r[0]], p.look(of.results)[r[0]])
				if want != stays {
					said = append(said, r[0]+": "+string(want))
				}
			}
			outcome := cmp.Or(strings.Join(said, "; "), "all unaffected")
			rows = append(rows, "| "+of.path+" | "+u.label+" | "+cmp.Or(u.note, outcome)+" |")
			if u.back != nil {
				u.back()
				for range 30 { // what comes back after a while is there before the next use
					if maps.Equal(p.look(of.results), before) {
						break
					}
				}
			}
		})
	}
	p.knowsAll(of)
	return rows
}

func matches(results [][2]string, want map[string]fate, found map[string]fate) bool {
	return !slices.ContainsFunc(results, func(r [2]string) bool {
		f, named := want[r[0]]
		return found[r[0]] != f && (named || found[r[0]] != stays)
	})
}

// knowsAll fails where the page has a control that the table lacks.
func (p *page) knowsAll(of fatesOf) {
	p.t.Helper()
	all := eval[[]string](p, `Array.from(document.querySelectorAll("main :is(input, select, textarea, button)"), (e) => e.id || e.outerHTML)`)
	require.NotEmpty(p.t, all)
	for _, id := range all {
		known := slices.ContainsFunc(of.uses, func(u useOf) bool { return regexp.MustCompile("^(" + u.controls + ")$").MatchString(id) })
		assert.True(p.t, known, "the table does not say what %s of %s does to the results", id, of.path)
	}
}

// enters returns a use of a field: another value, and back.
func (p *page) enters(id, label, value string, fates map[string]fate) useOf {
	before := ""
	return useOf{
		controls: id, label: label, fates: fates,
		act:  func() { before = p.value("#" + id); p.reads("#"+id, value) },
		back: func() { p.reads("#"+id, before) },
	}
}

// clicks returns a use of a button or box.
func (p *page) clicks(controls, label, selector string, fates map[string]fate, back func()) useOf {
	return useOf{controls: controls, label: label, act: func() { p.reach(selector); p.click(selector) }, fates: fates, back: back}
}

// as says in the table what the texts of the results do not tell.
func (u useOf) as(note string) useOf {
	u.note = note
	return u
}

// What becomes of every result when a control of its page is used. The table is written to
// build/results.md.
func TestTheTableOfInputsAndResults(t *testing.T) {
	t.Parallel()
	url := startServer(t).url
	p := newPage(t)
	rows := []string{"| Page | Used | What becomes of the results: those not named are unaffected |", "|---|---|---|"}

	p.askAll(url)
	p.generate()                           // so that Undo is there
	p.reads("#claims", `{"sub": "fates"}`) // without a time, which passes
	p.checksToken()
	rows = append(rows, p.fates(p.fatesOfGenerator())...)

	p.openAudit(url)
	p.audit(envFile)
	p.waitFor(shown("#secret-report .verdict"))
	rows = append(rows, p.fates(p.fatesOfAudit())...)

	p.openBench(url)
	p.sample()
	p.replace("#bench-claims", `{"exp": 4102444800}`) // in decades, so that the words last
	p.waitFor(shown("#dates") + `.startsWith("exp expires in 7")`)
	rows = append(rows, p.fates(p.fatesOfBench())...)

	p.openPair(url + "keys")
	p.makePair()
	p.makePair() // so that Undo is there
	p.openFolds()
	p.unmask()
	rows = append(rows, p.fates(p.fatesOfPair())...)

	p.openBulk(url)
	p.lines("#services", "billing", "search")
	p.click("#make")
	p.waitFor(shown("#made"))
	rows = append(rows, p.fates(p.fatesOfBulk())...)

	p.openRotate(url)
	p.enterService()
	p.makePlan()
	rows = append(rows, p.fates(p.fatesOfRotate())...)

	p.visit(url + "trust")
	p.tryToLeak()
	rows = append(rows, p.fates(fatesOf{"/trust", [][2]string{{"ways out", ".attempts"}}, []useOf{
		p.clicks("leak", "Try to leak", "#leak", nil, func() { p.waitFor(shown("#leak-status") + `.startsWith("Blocked")`) }).as("ways out: vanishes, and is made anew"),
		{controls: "start-over", label: "Remove the offline copy", act: func() {}, note: "ways out: vanishes with the page, which is loaded anew"},
	}})...)

	table := strings.Join(rows, "\n") + "\n"
	t.Log("\n" + table)
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(screenshots), "results.md"), []byte(table), 0o644))
}
