package e2e

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kid returns the key id of a JSON Web Key.
func kid(t *testing.T, key string) string {
	t.Helper()
	var members struct{ KID string }
	require.NoError(t, json.Unmarshal([]byte(key), &members))
	return members.KID
}

func TestTheKeyIDOfAKeyMayBeChosen(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.click("#options > summary")
	p.waitFor(`document.querySelector("#options").open`)
	assert.False(t, eval[bool](p, `document.querySelector("#keyid").checkVisibility()`), "no other format has one")
	p.choose("#format", "jwk")
	p.waitFor(`document.querySelector("#keyid").checkVisibility()`)
	p.fill("#keyid", "2026-11")
	assert.Equal(t, "2026-11", kid(t, p.generate()))
	assert.NotContains(t, eval[string](p, `location.href`), "2026")

	p.fill("#keyid", "")
	p.waitFor(`document.querySelector("#former") === null`)
	assert.Regexp(t, `^[A-Za-z0-9_-]{22}$`, kid(t, p.generate()))

	for text, sentence := range map[string]string{
		"my key": "no spaces", "../../etc/passwd": "no path of a file", goodKey: "This looks like a secret", goodKey + goodKey: "This looks like a secret",
	} {
		p.fill("#keyid", text)
		p.click("#generate")
		p.waitFor(shown("#status") + `?.startsWith("Nothing was generated: ") && ` + shown("#keyid-problem") + `?.includes("` + sentence + `")`)
		assert.Equal(t, "keyid", eval[string](p, `document.activeElement.id`))
	}
	p.fill("#keyid", "main")
	p.fill("#count", "2")
	p.waitFor(shown("#keyid-problem") + `?.includes("for one secret")`)
	assert.Empty(t, p.complaints())
}

func TestTheKeyIDOfASecretThatIsWrittenAsAKeyMayBeChosen(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.generate()
	p.ask("where")
	p.choose("#target", "jwk")
	p.waitFor(shown("#target-text") + `?.includes('"kid"')`)
	p.fill("#keyid", "spring")
	p.waitFor(shown("#target-text") + `?.includes('"kid":"spring"')`)
	p.fill("#keyid", "a b")
	p.waitFor(shown("#target-problem") + ` === "Correct the key id above first."`)
	p.choose("#target", "dotenv")
	p.waitFor(`document.querySelector("#target-problem") === null && !document.querySelector("#keyid").checkVisibility()`)
}

func TestTheKeyIDOfANewSecretMayBeChosen(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	p.enterService()
	p.fill("#previouskeyid", "autumn")
	p.fill("#keyid", "winter")
	require.Contains(t, p.makePlan(), "The plan is ready")
	assert.Equal(t, "winter", p.text("#key-id"))
	assert.Equal(t, "winter", variables(t, p.text("#env-switch"))["JWT_SECRET_KID"])
	for text, sentence := range map[string]string{"autumn": "not that of another key", "a b": "no spaces", goodKey: "This looks like a secret"} {
		p.fill("#keyid", text)
		assert.Contains(t, p.makePlan(), "No plan was made. ")
		assert.Contains(t, p.text("#keyid-problem"), sentence)
	}
	assert.NotEmpty(t, p.text("#former"), "the plan is for another key id")
	p.fill("#keyid", "winter")
	p.waitFor(`document.querySelector("#former") === null`)
}
