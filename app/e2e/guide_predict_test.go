package e2e

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pages is how many fresh pages foretell their own Math.random, and enough how many of them
// have to.
const pages, enough = 20, 19

// foretelling presses the two buttons of the box, and notes what the person sees: the time that it
// took, whether nothing was drawn when the five were foretold, and each line of the table.
const foretelling = `(async () => {
	const box = document.querySelector("[data-box=predict]");
	const place = (name) => box.querySelector("[data-place=" + name + "]");
	const idle = async () => {
		do await new Promise((r) => setTimeout(r, 1)); while (box.querySelector("[aria-disabled=true]"));
	};
	const rows = () => [...place("five").querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent));
	const random = Math.random; // the page's own use of it is counted: nothing else may draw
	let drawn = 0;
	Math.random = () => { drawn++; return random(); };
	const start = performance.now();
	box.querySelector("[data-act=predict]").click();
	await idle();
	const seen = {milliseconds: performance.now() - start, said: place("said").textContent, engine: place("engine").textContent, drawnBefore: drawn, foretold: rows()};
	box.querySelector("[data-act=draw]").click();
	await idle();
	return {...seen, drawnAfter: drawn - seen.drawnBefore, rows: rows(), verdict: place("verdict").textContent};
})()`

// foretold is what a person has seen.
type foretold struct {
	Milliseconds            float64
	Said, Engine, Verdict   string
	DrawnBefore, DrawnAfter int
	Foretold, Rows          [][]string
}

// wrong says what is wrong with a page that foretold, or nothing.
func (f foretold) wrong() string {
	number := func(text string) bool { return len(text) > 10 && text[:2] == "0." }
	switch {
	case len(f.Foretold) != 5 || !number(f.Foretold[0][0]):
		return "nothing was foretold: " + f.Said
	case f.Milliseconds > 5000:
		return fmt.Sprintf("it took %.0f ms", f.Milliseconds)
	case f.DrawnAfter != 5 || len(f.Rows) != 5:
		return fmt.Sprintf("%d were drawn", f.DrawnAfter)
	}
	for i, row := range f.Rows {
		if row[0] != f.Foretold[i][0] {
			return "what was foretold was changed when it was drawn"
		}
		if number(f.Foretold[i][1]) {
			return "it was drawn before it was foretold"
		}
		if row[0] != row[1] {
			return "foretold " + row[0] + ", drawn " + row[1]
		}
	}
	return ""
}

// judge asserts that enough of the pages foretold.
func judge(t *testing.T, all []foretold) {
	t.Helper()
	right := 0
	var times []float64
	first := map[string]bool{}
	for _, f := range all {
		times = append(times, f.Milliseconds)
		first[f.Rows[0][1]] = true
		if why := f.wrong(); why != "" {
			t.Log(why)
			continue
		}
		right++
	}
	slices.Sort(times)
	t.Logf("%d of %d, %s: median %.0f ms, longest %.0f ms", right, len(all), all[0].Engine, times[len(times)/2], times[len(times)-1])
	assert.GreaterOrEqual(t, right, enough)
	assert.Len(t, first, len(all), "no two pages draw the same: they are fresh")
}

func TestInFreshPagesOfChromiumMathRandomIsForetold(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openGuide(url, "/guide/random") // the browser keeps the files for the others
	var all []foretold
	for i := range pages {
		p.run(strconv.Itoa(i), func(*testing.T) { // at its end the tab is closed
			tab := p.newTab()
			tab.openGuide(url, "/guide/random")
			all = append(all, eval[foretold](tab, foretelling))
		})
	}
	judge(t, all)
}

func TestInFreshPagesOfFirefoxMathRandomIsForetold(t *testing.T) {
	t.Parallel()
	f, url := newFirefox(t, nil), startServer(t).url
	var all []foretold
	for range pages {
		f.visit(url + "guide/random")
		f.waitFor(alive)
		text, err := f.try(foretelling)
		require.NoError(t, err)
		var one foretold
		require.NoError(t, json.Unmarshal([]byte(text), &one))
		all = append(all, one)
	}
	judge(t, all)
}
