package e2e

import (
	"encoding/base64"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// knownGenerator replaces the browser's generator by one that gives the same in
// every run and keeps what it gave, as hexadecimal text a call.
const knownGenerator = `
	let state = 0;
	const next = () => (state = (state * 1664525 + 1013904223) % 2 ** 32) >>> 24;
	window.drawn = [];
	crypto.getRandomValues = (array) => {
		const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
		for (let i = 0; i < bytes.length; i++) bytes[i] = next();
		window.drawn.push(Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join(""));
		return array;
	};`

func TestASecretIsExactlyTheBytesOfTheBrowsersGenerator(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.before(knownGenerator)
	p.open(startServer(t).url)

	p.exec(`window.drawn.length = 0`)
	shown := p.generate()
	drawn := eval[[]string](p, `window.drawn`)
	require.Len(t, drawn, 2, "one call for the sample that is judged, one for the secret")
	bytes, err := hex.DecodeString(drawn[1])
	require.NoError(t, err)
	require.Len(t, bytes, 32)
	assert.Equal(t, base64.RawURLEncoding.EncodeToString(bytes), shown)
}

func TestLettersAndDigitsAreAPublishedFunctionOfTheBytes(t *testing.T) {
	t.Parallel()
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	p := newPage(t)
	p.before(knownGenerator)
	p.open(startServer(t).url + "?format=alphanumeric&size=200")

	p.exec(`window.drawn.length = 0`)
	shown := p.generate()
	var want []byte
	for _, call := range eval[[]string](p, `window.drawn`)[1:] { // the first is judged only
		bytes, err := hex.DecodeString(call)
		require.NoError(t, err)
		for _, b := range bytes {
			if i := int(b >> 2); i < len(alphabet) {
				want = append(want, alphabet[i])
			}
		}
	}
	assert.Equal(t, string(want), shown)
}

// breaking replaces the generator by one that works no more, a function that fills
// an array.
func breaking(fill string) string {
	return `window.real = crypto.getRandomValues;
		crypto.getRandomValues = (array) => {
			(` + fill + `)(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
			return array;
		};`
}

func TestABrokenGeneratorMakesNoSecretAndThePageSaysSo(t *testing.T) {
	t.Parallel()
	const broken = "The random generator of this browser is broken"
	for name, fill := range map[string]string{
		"zeros":          `(bytes) => bytes.fill(0)`,
		"the same again": `(bytes) => bytes.forEach((_, i) => { bytes[i] = 7 + 29 * i * i; })`,
	} {
		t.Run(name, func(t *testing.T) {
			p := newPage(t)
			url := startServer(t).url
			p.open(url)
			p.exec(breaking(fill))
			p.click("#generate")
			p.waitFor(`document.querySelector("#status").textContent.startsWith("Nothing was generated. ` + broken + `")`)
			assert.Empty(t, p.secret())
			p.exec(`crypto.getRandomValues = window.real`)
			assert.Len(t, p.generate(), 43, "the program lives on")

			p.visit(url + "bulk")
			p.waitFor(`document.querySelector("#make:not(:disabled)") !== null`)
			p.exec(breaking(fill))
			p.fill("#services", "api")
			p.fill("#environments", "test")
			p.click("#make")
			p.waitFor(`document.body.textContent.includes("Nothing was made. ` + broken + `")`)

			p.visit(url + "rotate")
			p.waitFor(`document.querySelector("#make-secret:not(:disabled)") !== null`)
			p.exec(breaking(fill))
			p.click("#make-secret")
			p.waitFor(`document.body.textContent.includes("No secret was made. ` + broken + `")`)
		})
	}
}

func TestAGeneratorThatThrowsLeavesNoSecretAndSaysSo(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.generate()
	p.exec(`crypto.getRandomValues = () => { throw new Error("no randomness") }`)
	p.click("#generate")
	p.waitFor(`document.querySelector(".boot-notice") !== null`)

	assert.Contains(t, p.text(".boot-notice"), "has stopped")
	assert.Equal(t, "Reload the page", p.text(".boot-notice button"))
	assert.Empty(t, p.secret(), "the secret of before is gone too")
	assert.True(t, eval[bool](p, `document.body.firstElementChild.inert`), "the dead page cannot be used")

	p.reloadByButton(".boot-notice button")
	assert.NotEmpty(t, p.generate(), "after a reload it works again")
}
