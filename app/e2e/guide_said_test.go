package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// overhear notes from now on what a screen reader is given to read out.
const overhear = `window.overheard = [];
	new MutationObserver((changes) => {
		for (const { target } of changes) {
			const region = (target.closest ? target : target.parentElement).closest("[role=status]");
			if (region) window.overheard.push(region.textContent);
		}
	}).observe(document.body, { subtree: true, childList: true, characterData: true })`

// What follows from a control is read out, and what is said already is not read out again.
func TestWhatABoxSaysIsReadOutOnce(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	for _, c := range []struct {
		chapter string
		do      func()
		said    []string
	}{
		{"secret", func() { p.replace("#sign-claims", `{"sub":`) }, []string{"What is wrong with the claims: it is not valid JSON."}},
		{"secret", func() { p.replace("#sign-service", "another") }, []string{"Refused: this is not the signature of these claims under the secret of the service."}},
		{"entropy", func() { p.replace("#formulas-secret", "abc"); p.replace("#formulas-secret", "abcd") }, []string{}},
		{"key-length", func() { p.replace("#padding-key", "0123456789abcdef0123456789abcdef") }, []string{"HS256 asks for 32 bytes or more: the length is right. Whether anyone can guess the key is another question."}},
		{"encodings", func() { p.replace("#readings-secret", "one more") }, []string{"Only a library that takes the text as it stands can use it. One that decodes refuses it, or skips what it does not know and signs with something else."}},
		{"storage", func() { p.choose("#spots-place", "Source code") }, []string{"Not a place for a secret: it goes wherever the code goes."}},
		{"rotation", func() { p.choose("#overlap-removed", "2 hours later") }, []string{"Nobody loses a token of the old secret. It stays for 48 minutes longer than it has to."}},
		{"key-pairs", func() { p.choose("#confuse-secret", "a guess") }, []string{"The careless service was lucky."}},
	} {
		p.openGuide(url, "/guide/"+c.chapter)
		p.exec(overhear)
		c.do()
		p.comeToRest()
		assert.Equal(t, c.said, eval[[]string](p, `window.overheard`), c.chapter)
	}
}
