package e2e

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestManySecretsAreExactlyTheBytesOfTheGenerator(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.before(`
		window.drawn = [];
		const real = crypto.getRandomValues.bind(crypto);
		crypto.getRandomValues = (array) => {
			real(array);
			drawn.push(btoa(String.fromCharCode(...new Uint8Array(array.buffer, array.byteOffset, array.byteLength))));
			return array;
		};`)
	p.open(startServer(t).url + "?alg=HS512&format=base64&count=1001")
	p.exec(`window.drawn = []`)
	p.click("#generate")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("1,001 secrets are ready")`)
	_, text := p.download("#download-txt")
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	require.Len(t, lines, 1001)
	drawn := eval[[]string](p, `window.drawn`)
	require.Len(t, drawn, 1001+3)
	for _, sample := range []int{1002, 501, 0} { // before each 500 secrets, see secret.Generate
		drawn = slices.Delete(drawn, sample, sample+1)
	}
	assert.Equal(t, drawn, lines, "each secret is one draw of 64 bytes, in order")
	p.waitFor(`document.querySelectorAll(".secrets li").length === 100 && document.querySelector("#secret-99").textContent !== ""`)
}

func TestOnceReadyOfflineManySecretsNeedNoNetwork(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	p := newPage(t)
	p.open(s.url + "?count=2000&format=jwk")
	p.readyOffline()
	s.hearsNothing(p, func() {
		p.click("#generate")
		p.waitFor(`document.querySelector("#status").textContent.startsWith("2,000 secrets are ready")`)
	})
	assert.Empty(t, p.complaints())
}
