package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

func TestAReportIsPutAsideWhileAnotherTextStandsInTheField(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	p.audit(envFile)
	aside := `document.querySelector("#aside") !== null`
	disabled := `document.querySelector("#secret-report").matches(":disabled") && document.querySelector("#candidate").matches(":disabled")`
	require.False(t, eval[bool](p, aside+"||"+disabled))

	p.exec(`document.querySelector("#paste").focus()`)
	p.press("x")
	p.waitFor(aside + "&&" + disabled)
	assert.Equal(t, "Changed since it was checked.", p.text("#status"), "the verdict is not said of this text")

	p.press(kb.Backspace)
	p.waitFor("!(" + aside + ") && !(" + disabled + ")")

	p.giveList(0, "one\n")
	p.exec(`document.querySelector("#wordlist").dispatchEvent(new Event("change", {bubbles: true}))`)
	p.waitFor(aside)
	p.checked(envFile)
	assert.False(t, eval[bool](p, aside))
	assert.Equal(t, "Read to its end: 1 line.", p.text("#list-notes"))
}

func TestAnAttackStopsWhenItsTokenIsReplaced(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	p.audit(string(signed(t, secret.HS256, "correct horse")))
	p.giveList(lasting, unlisted) // so that it lasts
	p.click("#attack")
	p.waitFor(`/your word list, \d+ % of it, [\d,]+ lines\./.test(document.querySelector("#attack-progress")?.textContent)`)
	p.insert("#paste", string(signed(t, secret.HS256, "another")))
	p.waitFor(`document.querySelector("#attack-status").textContent.startsWith("Stopped, because the text above is not the one that was checked.")`)
	assert.True(t, eval[bool](p, `document.querySelector("#attack").matches(":disabled")`))
	assert.Contains(t, p.text("#aside"), "as you checked them")
}

// drop drops files in the middle of the page.
func (p *page) drop(files ...string) {
	p.t.Helper()
	for _, kind := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		call(p, input.DispatchDragEvent, input.DispatchDragEventParams{
			Type: kind, X: 300, Y: 300, Data: &input.DragData{Files: files, DragOperationsMask: 1},
		})
	}
}

func TestTwoFilesThatAreDroppedAreRefused(t *testing.T) {
	t.Parallel()
	var files []string
	for _, name := range []string{"one.txt", "two.txt"} {
		files = append(files, filepath.Join(t.TempDir(), name))
		require.NoError(t, os.WriteFile(files[len(files)-1], []byte("word\n"), 0o644))
	}
	p := newPage(t)
	p.openAudit(startServer(t).url)
	p.drop(files[0])
	p.waitFor(`document.querySelector("#status").textContent.includes("field for a word list")`)
	p.drop(files...)
	p.waitFor(`document.querySelector("#status").textContent.startsWith("You dropped 2 files")`)
	assert.Equal(t, []string{"one.txt"}, eval[[]string](p, `Array.from(document.querySelector("#wordlist").files, (f) => f.name)`), "the one that was there stays")
}
