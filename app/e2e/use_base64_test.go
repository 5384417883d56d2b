package e2e

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheOfferOfBase64ChoosesItInTheFormAndGeneratesNothing(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.choose("#format", "hex") // what was chosen by hand has to change, too
	p.choose("#format", "base64url")
	s := p.generate()
	for !strings.ContainsAny(s, "-_") {
		s = p.generate()
	}
	p.ask("how")
	p.choose("#library", "java-jjwt")
	p.waitFor(shown("#library-base64") + `?.includes("this secret has some")`)
	p.click("#choose-library-base64")
	p.waitFor(`document.querySelector("#choose-library-base64") === null`)
	assert.Equal(t, "base64", p.value("#format"))
	assert.Equal(t, "generate", eval[string](p, `document.activeElement.id`))
	assert.Equal(t, s, p.secret())
	p.generate()
	p.waitFor(shown("#library-code") + `.includes("Base64.getDecoder()") && document.querySelector("#library-base64") === null`)
	assert.Empty(t, p.complaints())
}
