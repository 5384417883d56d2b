package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/secret"
)

// noticeShown says that the guide speaks of its address.
const noticeShown = `document.querySelector("#address-notice:not([hidden])") !== null`

const noNotice = `document.querySelector("#address-notice").hidden`

// onScreen says of an element whether all of it is on the screen.
func onScreen(selector string) string {
	return `(() => { const r = document.querySelector("` + selector + `").getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight; })()`
}

func TestAnAddressOfTheGuideKeepsItsSectionAndNothingElse(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	someToken := string(signed(t, secret.HS256, "secret"))
	const leaked, none = "treat it as leaked", "This page has no such section."
	for _, c := range []struct{ address, want, section, said string }{
		{"guide/rotation#when-it-has-leaked", "/guide/rotation#when-it-has-leaked", "#when-it-has-leaked", ""},
		{"guide/rotation?utm_source=mail#when-it-has-leaked", "/guide/rotation#when-it-has-leaked", "#when-it-has-leaked", leaked},
		{"guide/rotation?token=" + someToken + "#when-it-has-leaked", "/guide/rotation#when-it-has-leaked", "#when-it-has-leaked", leaked},
		{"guide/random#What-To-Use", "/guide/random#what-to-use", "#what-to-use", ""},
		{"guide/random?x#WHAT-TO-USE", "/guide/random#what-to-use", "#what-to-use", leaked},
		{"guide/random#gone", "/guide/random", "", none},
		{"guide/random?x#gone", "/guide/random", "", leaked},
		{"guide/random#hunter2", "/guide/random", "", leaked},
		{"guide#" + someToken, "/guide", "", leaked},
	} {
		p.load("about:blank")
		p.openGuide(url, "/"+c.address)
		assert.Equal(t, c.want, eval[string](p, `location.href.slice(location.origin.length)`), c.address)
		assert.Equal(t, c.said == "", eval[bool](p, noNotice), c.address)
		if c.said != "" {
			assert.Contains(t, p.text("#address-notice p"), c.said, c.address)
			assert.True(t, eval[bool](p, onScreen("#address-notice")), c.address)
		}
		if c.section != "" {
			assert.True(t, eval[bool](p, onScreen(c.section)), c.address)
		}
		assert.NotContains(t, eval[string](p, inPage+` + document.title + JSON.stringify(history.state)`), someToken)
	}
	assert.Empty(t, p.complaints())
}

func TestTheNoticeOfAnAddressStandsWhereThePersonIsUntilTheNextGoodOne(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	const far = `scrollTo({top: 2000, behavior: "instant"});`
	p.openGuide(url, "/guide/random")
	assert.Equal(t, "status", eval[string](p, `document.querySelector("#address-notice").parentElement.role`), "who does not see it hears it")
	p.exec(far + `location.hash = "Gone";`)
	p.waitFor(noticeShown)
	assert.Equal(t, 2000, eval[int](p, `scrollY`))
	assert.True(t, eval[bool](p, onScreen("#address-notice")))
	assert.Empty(t, eval[string](p, `location.hash`))

	p.exec(`location.hash = "hunter2";`)
	p.waitFor(shown("#address-notice p") + `.includes("leaked")`)
	assert.NotContains(t, eval[string](p, inPage+` + location.href`), "hunter2")
	p.exec(`document.querySelector('.toc a[href="#what-to-use"]').click();`)
	p.waitFor(noNotice)
	assert.Equal(t, "#what-to-use", eval[string](p, `location.hash`))

	p.exec(far + `location.hash = "gone-again";`)
	p.waitFor(noticeShown)
	p.click("#address-noted")
	p.waitFor(noNotice)
	assert.Equal(t, 2000, eval[int](p, `scrollY`), "nobody is sent away")
	assert.Equal(t, "main", eval[string](p, `document.activeElement.id`))
}
