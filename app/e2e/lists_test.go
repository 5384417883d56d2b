package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

// unlisted is a secret that no built-in list holds.
const unlisted = "Vn7kQ2mX9cLr4TzB8wHs3YdJ6pFgA1eU"

// lasting is how many mebibytes take a while to read. A Chromium that has just started
// refuses files of more than 500 MB that are made in a page, until it knows its disk.
const lasting = 256

// giveList puts a file into the field for a word list, as choosing one does: the
// words, and before them so many times 1 MiB of 131,072 lines.
func (p *page) giveList(mebibytes int, words string) {
	p.t.Helper()
	p.exec(fmt.Sprintf(`{
		const piece = "0123456\n".repeat(1 << 17);
		const given = new DataTransfer();
		given.items.add(new File([...Array(%d).fill(piece), %s], "words.txt"));
		document.querySelector("#wordlist").files = given.files;
	}`, mebibytes, literal(p.t, words)))
}

// checked pastes the text, clicks Check and waits until it is done.
func (p *page) checked(text string) {
	p.t.Helper()
	p.exec(`document.querySelector("#paste").value = ` + literal(p.t, text))
	p.exec(`new Promise((done) => {
		const status = document.querySelector("#status"); // may say of the check before that it is done
		new MutationObserver(() => /^(Checked|\d+ secrets)/.test(status.textContent) && done())
			.observe(status, {childList: true, characterData: true, subtree: true});
		document.querySelector("#check").click();
	})`)
}

func TestASecretInTheChosenWordListIsKnownByItsLine(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	p.giveList(0, "one\r\n\r\n"+unlisted+"\r\nfour")
	p.checked(unlisted)
	assert.Equal(t, "unusable", p.verdict("HS256"))
	assert.Contains(t, p.text(".findings"), "line 3 of your word list")

	p.checked("Vm43a1EybVg5Y0xyNFR6Qjh3SHMzWWRKNnBGZ0ExZVU=") // the same in base64
	assert.Contains(t, p.text(".findings"), "line 3 of your word list")
	assert.Contains(t, p.text(".findings"), "base64")
	for _, place := range []string{p.text("main"), strings.Join(p.console(), "\n")} {
		assert.NotContains(t, place, unlisted[:8], "neither the report nor the console shows the secret")
	}

	p.click("#clear")
	p.waitFor(`document.querySelector("#status").textContent === "Cleared."`)
	assert.Zero(t, eval[int](p, `document.querySelector("#wordlist").files.length`))
	p.checked(unlisted)
	assert.NotEqual(t, "unusable", p.verdict("HS256"))
	assert.Empty(t, p.complaints())
}

// The list is read in slices: 512 MiB are more than a page may keep in passing.
func TestALongWordListShowsHowFarItIsAndCanBeStopped(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	p.giveList(lasting, unlisted)
	p.exec(`document.querySelector("#paste").value = ` + literal(t, unlisted))
	p.click("#check")
	p.waitFor(`/Reading your word list, \d+ % of it/.test(document.querySelector("#check-progress")?.textContent)`)
	p.click("#stop-check")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Stopped.")`)
	assert.Equal(t, unlisted, eval[string](p, `document.querySelector("#paste").value`), "what was pasted stays")
	assert.Equal(t, 1, eval[int](p, `document.querySelector("#wordlist").files.length`), "and so does the list")

	p.giveList(64, unlisted)
	p.click("#check")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Checked")`)
	assert.Contains(t, p.text(".findings"), fmt.Sprintf("line %d of your word list", 64<<17+1))
}

// A browser shows a file that is dropped where nobody wants it, instead of the page.
func TestAFileDroppedAnywhereOnThePageIsTheWordList(t *testing.T) {
	t.Parallel()
	list := filepath.Join(t.TempDir(), "words.txt")
	require.NoError(t, os.WriteFile(list, []byte("one\n"+unlisted+"\n"), 0o644))
	p := newPage(t)
	p.openAudit(startServer(t).url)
	p.drop(list)
	p.waitFor(`document.querySelector("#status").textContent.includes("field for a word list")`)
	assert.Equal(t, "words.txt", eval[string](p, `document.querySelector("#wordlist").files[0].name`))
	p.checked(unlisted)
	assert.Contains(t, p.text(".findings"), "line 2 of your word list")
}

// packed is a list that a site is built with.
const packed = "one\r\n" + unlisted + "\r\ntwo\r\n"

func (r *record) holds(text string) bool { return strings.Contains(strings.Join(r.all(), "\n"), text) }

// packedListsComeWhenTheyAreNeeded holds a site with packed lists to that. Nobody
// may have visited it yet.
func packedListsComeWhenTheyAreNeeded(t *testing.T, origin string, arrivals *record) {
	p := newPage(t)
	p.before(`Object.defineProperty(navigator, "serviceWorker", {value: undefined})`) // it would fetch the list, later
	p.openAudit(origin + "/")
	assert.False(t, arrivals.holds("lists."), "they are no part of the first visit")
	p.checked(unlisted)
	assert.True(t, arrivals.holds("lists."))
	assert.Equal(t, "unusable", p.verdict("HS512"))
	assert.Contains(t, p.text(".findings"), "one of the lists that this site was built with")
	assert.Empty(t, p.complaints())
}

// anAttackTriesPackedLists holds a site with packed lists to that, after the
// defaults and without the network.
func anAttackTriesPackedLists(t *testing.T, origin string, arrivals *record) {
	p := newPage(t)
	p.open(origin + "/")
	p.readyOffline()
	before := arrivals.all()
	hit := p.work(job.Request{Attack: &job.Attack{Token: signed(t, secret.HS256, unlisted), Shares: 1}}, "").Hit
	require.NotNil(t, hit)
	assert.Equal(t, unlisted, string(hit.Secret))
	assert.Equal(t, "the lists of this site", hit.Source)
	assert.Equal(t, before, arrivals.all())
}
