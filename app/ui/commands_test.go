package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/meta"
	"jwtsecret/app/preset"
)

// titles are those of what is found, joined.
func titles(found []*command) string {
	var all []string
	for _, c := range found {
		all = append(all, c.title)
	}
	return strings.Join(all, ", ")
}

func TestAllThatIsToBeFoundIsFoundByItsTitle(t *testing.T) {
	all := commands()
	assert.GreaterOrEqual(t, len(all), len(meta.Routes)+3+len(preset.All())+len(export.Targets()))
	for _, c := range all {
		found := find(all, strings.ToUpper(c.title))
		require.NotEmpty(t, found, c.title)
		assert.Contains(t, found, c)
	}
}

func TestWordsAreFoundByTheirBeginningsInAnyOrderAndWithoutAccents(t *testing.T) {
	all := commands()
	for typed, want := range map[string]string{
		"trust":          "Trust",
		"TRÚ":            "Trust",
		"tru\u0301st":    "Trust",
		"pyjwt":          "Python with PyJWT",
		"pyj with pyt":   "Python with PyJWT",
		"  hs-384 ":      "",
		"rust trust":     "",
		"yjwt":           "",
		"postgrest":      "PostgREST",
		"hs384":          "HS384, Generate",
		"nothing at all": "",
	} {
		assert.Equal(t, want, titles(find(all, typed)), typed)
	}
	assert.Len(t, find(all, " -._ "), len(all), "no word is no wish")
	assert.Equal(t, find(all, "audit"), find(all, "audit"+strings.Repeat(" ", maxSought)+"zzz"), "what was pasted by mistake does not hold the page up")
}

func TestWhatPeopleCallItIsFoundAsWell(t *testing.T) {
	all := commands()
	for typed, want := range map[string]string{
		"leak": "Rotate", "leaked": "Audit", "weak": "Audit", "guess": "Audit", "decode": "Token", "inspect": "Token",
		"convert": "Keys", "certificate": "Keys", "public key": "Keys", "openssl": "In your own terminal",
		"zip": "Bulk", "csv": "Generate", "offline": "Trust", "clear": "Trust",
		"k8s": "Kubernetes Secret (data)", "hex": "hex, lower case", "base64": "base64",
	} {
		assert.True(t, slices.ContainsFunc(find(all, typed), func(c *command) bool { return c.title == want }), typed)
	}
}

func TestTheBestIsFoundFirst(t *testing.T) {
	var all []*command
	for _, title := range []string{"Write audits", "Audits", "Check", "Audit", "The audit"} {
		c := &command{title: title, words: words(title)}
		c.named = len(c.words)
		all = append(all, c)
	}
	all[2].words = append(all[2].words, "audit")
	assert.Equal(t, "Audit, Audits, The audit, Write audits, Check", titles(find(all, "audit")))
}

func TestTheKeysOfEveryPageAreNamed(t *testing.T) {
	for path := range pageKeys {
		page, found := pageOf(path)
		assert.True(t, found && page == path, path)
	}
	for _, hints := range append([]string{siteKeys}, pageKeys["/"]) {
		for hint := range strings.SplitSeq(hints, "\n") {
			what, keys, ok := strings.Cut(hint, "\t")
			assert.True(t, ok && what != "" && keys != "", hint)
		}
	}
}

// The switch holds for all pages that come after, whatever their address says.
func TestLettersThatAreSwitchedOffStayOff(t *testing.T) {
	defer func() { lettersOff = false }()
	for _, query := range []string{"", "alg=HS512", "monkeys=off", "keys=on"} {
		takeLetters(query)
		assert.False(t, lettersOff, query)
	}
	takeLetters("alg=HS512&keys=off")
	assert.True(t, lettersOff)
	takeLetters("")
	assert.True(t, lettersOff)
	assert.Equal(t, "keys=off", readSettings("").query(), "a bookmark keeps it")
}

func TestAWishForAPlaceOrALibraryIsGrantedOnce(t *testing.T) {
	defer func() { wished = "" }()
	_, w, _ := mountedGenerator(t)
	wished = wishTarget + "kubernetes-data"
	u := &use{Work: w}
	mounted(t, u)
	assert.Equal(t, "kubernetes-data", u.target.ID)
	assert.True(t, u.open["where"])
	assert.Contains(t, w.status, u.target.Title)
	assert.Empty(t, wished)
	wished = wishLibrary + "python-pyjwt"
	u.grant()
	assert.Equal(t, "python-pyjwt", u.library.ID)
	assert.True(t, u.open["how"])
	wished = wishTerminal
	u.grant()
	assert.True(t, u.open["terminal"])
}

// A choice in the palette is the same as one in the list of the page.
func TestAWishForAKeyAsksForItsIDAndNoButtonSaysThatItIsCopied(t *testing.T) {
	defer func() { wished, grantWish = "", func() {} }()
	wished = wishTarget + "jwks"
	g, w, act := mountedGenerator(t)
	shown := func() bool { return !strings.Contains(drawn(g), `<div hidden`) }
	assert.True(t, shown(), "from another page")
	assert.Contains(t, drawn(g), "Chosen: JWKS.")
	act(func() { wished = wishTarget + "dotenv"; grantWish() })
	assert.False(t, shown())
	assert.Contains(t, drawn(g), "Chosen: .env")
	for _, wish := range []string{wishTarget + "jwk", wishLibrary + "python-pyjwt"} {
		act(func() { w.button, wished = "copy-target", wish; grantWish() })
		assert.True(t, shown())
		assert.Empty(t, w.button, wish)
	}
}
