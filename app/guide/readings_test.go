package guide

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The SHA-256 of "abc" (FIPS 180-4, example) in hex, and the same 32 bytes in base64 and
// base64url as Node.js 20 writes them.
const (
	abcHex    = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	abcBase64 = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
	abcURL    = "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"
)

// The tags are those of Node.js 20: createHmac("sha256", key) over the base64url of
// {"alg":"HS256","typ":"JWT"}, a dot, and the base64url of {"sub":"alice"}; likewise HS512.
func TestOneTextIsSeveralKeysThatSignDifferently(t *testing.T) {
	unread := func(name string) []string { return []string{name, "–", "no key", "", ""} }
	for name, c := range map[string]struct {
		text, algorithm, newline string
		want                     [][]string
	}{
		"hex": {abcHex, "HS256", "", [][]string{
			{"UTF-8", "4cd7a0ed", "64 bytes", "yes", "62 61 37 … 64"},
			{"hex", "e7326204", "32 bytes", "yes", "ba 78 16 … ad"},
			{"base64", "919f2a3d", "48 bytes", "yes", "6d ae fc … 9d"},
			{"base64url", "919f2a3d", "48 bytes", "yes", "6d ae fc … 9d"},
		}},
		"hex for HS512": {abcHex, "HS512", "", [][]string{
			{"UTF-8", "1d3e1a19", "64 bytes", "yes", "62 61 37 … 64"},
			{"hex", "5594cc23", "32 bytes", "no, 32 short", "ba 78 16 … ad"},
			{"base64", "9d57be4d", "48 bytes", "no, 16 short", "6d ae fc … 9d"},
			{"base64url", "9d57be4d", "48 bytes", "no, 16 short", "6d ae fc … 9d"},
		}},
		"hex and a line end": {abcHex, "HS256", "on", [][]string{
			{"UTF-8", "28dea84c", "65 bytes", "yes", "62 61 37 … 0a"}, unread("hex"), unread("base64"), unread("base64url"),
		}},
		"base64": {abcBase64, "HS256", "", [][]string{
			{"UTF-8", "f74449ea", "44 bytes", "yes", "75 6e 67 … 3d"}, unread("hex"),
			{"base64", "e7326204", "32 bytes", "yes", "ba 78 16 … ad"}, unread("base64url"),
		}},
		"base64url": {abcURL, "HS256", "", [][]string{
			{"UTF-8", "caf5b16d", "43 bytes", "yes", "75 6e 67 … 30"}, unread("hex"), unread("base64"),
			{"base64url", "e7326204", "32 bytes", "yes", "ba 78 16 … ad"},
		}},
		"quotes": {`"` + abcBase64 + `"`, "HS256", "", [][]string{
			{"UTF-8", "667007df", "46 bytes", "yes", "22 75 6e … 22"}, unread("hex"), unread("base64"), unread("base64url"),
		}},
		"0x": {"0x" + abcHex, "HS256", "", [][]string{
			{"UTF-8", "2db78784", "66 bytes", "yes", "30 78 62 … 64"}, unread("hex"),
			{"base64", "565b28eb", "49 bytes", "yes", "d3 16 da … 69"}, {"base64url", "565b28eb", "49 bytes", "yes", "d3 16 da … 69"},
		}},
	} {
		v := show(&readings{}, Form{"secret": []byte(c.text), "algorithm": []byte(c.algorithm), "newline": []byte(c.newline)})
		assert.Equal(t, c.want, v.rows("keys"), name)
	}
}

func TestReadingsCountTheKeysThatDiffer(t *testing.T) {
	verdict := func(text string) string { return show(&readings{}, Form{"secret": []byte(text)}).text("verdict") }
	assert.Contains(t, verdict(abcHex), "One text, 3 different keys")
	assert.Contains(t, verdict(abcBase64), "One text, 2 different keys")
	assert.Contains(t, verdict("correct horse"), "Only a library that takes the text as it stands")
}

func TestReadingsNameWhatIsWrappedAroundASecret(t *testing.T) {
	for text, words := range map[string]string{
		"secret\n": "line end", "secret\r": "line end", "\ufeffsecret": "byte order mark", `"secret"`: "quotes", "'secret'": "quotes",
		"0xabcd": "0x is no hex", "secret ": "space", "\tsecret": "space",
	} {
		assert.Contains(t, show(&readings{}, Form{"secret": []byte(text)}).text("wrapping"), words, "%q", text)
	}
	for _, text := range []string{abcHex, "secret", `"`, `say "x"`} {
		assert.Empty(t, show(&readings{}, Form{"secret": []byte(text)}).text("wrapping"), "%q", text)
	}
}

func TestReadingsOfNothingAskForAText(t *testing.T) {
	v := show(&readings{}, Form{"secret": nil, "newline": []byte("on")})
	assert.Empty(t, v.rows("keys"))
	assert.Contains(t, v.text("verdict"), "Type a secret")
}

func TestReadingsLeaveWhatWasTypedAsItIs(t *testing.T) {
	for _, newline := range []string{"on", ""} {
		f := Form{"secret": []byte(abcHex), "newline": []byte(newline)}
		show(&readings{}, f)
		assert.Equal(t, abcHex, string(f["secret"]))
	}
}

func TestASampleIsShownAndPutIntoTheField(t *testing.T) {
	for name, text := range map[string]string{"hex": abcHex, "base64": abcBase64, "base64url": abcURL, "quotes": `"` + abcBase64 + `"`, "prefix": "0x" + abcHex} {
		e, typed := &fakePage{}, Form{"secret": []byte("mine"), "algorithm": []byte("HS512")}
		(&readings{}).Act(name, typed, e)
		assert.Equal(t, text, e.view.text("secret"), name)
		assert.Equal(t, show(&readings{}, Form{"secret": []byte(text), "algorithm": []byte("HS512")}).rows("keys"), e.view.rows("keys"), name)
		assert.True(t, strings.HasPrefix(e.view.text("done"), "Sample: "), name)
	}
	e := &fakePage{}
	(&readings{}).Act("nothing", Form{}, e)
	assert.Empty(t, e.view.Changes)
}

func TestTheReadingsBeginWithASample(t *testing.T) {
	form, err := os.ReadFile("../../web/guide/box/readings.html")
	require.NoError(t, err)
	assert.Contains(t, string(form), `"value" "`+abcHex+`"`)
}
