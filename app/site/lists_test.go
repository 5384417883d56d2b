package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/attack"
	"jwtsecret/app/meta"
)

// folder writes word lists, by file name.
func folder(t *testing.T, lists map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range lists {
		require.NoError(t, writeFile(filepath.Join(dir, name), []byte(text)))
	}
	return dir
}

func TestListsAreJoinedInOrderEachWordOnce(t *testing.T) {
	packed, err := packLists(folder(t, map[string]string{
		"2.txt":        "tiger\r\nlion\r\n\r\n edge \r\n",
		"1.txt":        "password\ntiger\n\ntiger\nlast without an end",
		".hidden":      "hidden",
		"within/3.txt": "within",
	}))
	require.NoError(t, err)
	assert.Equal(t, "password\ntiger\nlast without an end\nlion\n edge \n", string(packed))
}

func TestAWordMayHoldAnyBytesAndIsAsLongAsTheAttackTries(t *testing.T) {
	assert.Equal(t, attack.MaxLine, maxWord)
	words := "\x00\xff\xfe\n" + strings.Repeat("x", maxWord) + "\n"
	packed, err := packLists(folder(t, map[string]string{"a": words}))
	require.NoError(t, err)
	assert.Equal(t, words, string(packed))
}

func TestListsThatCannotBePackedAreNamedAndNoneOfTheirWords(t *testing.T) {
	for want, lists := range map[string]map[string]string{
		"holds no list":   {".hidden": "word"},
		"b holds no word": {"a": "word", "b": "\r\n\n"},
		"line 3 of":       {"a": "word\n\n" + strings.Repeat("secret", 683) + "\n"}, // 4,098 bytes
	} {
		_, err := packLists(folder(t, lists))
		assert.ErrorIs(t, err, ErrLists)
		assert.ErrorContains(t, err, want)
		assert.NotContains(t, err.Error(), "secretsecret")
	}
}

func TestAFolderOfListsThatCannotBeReadStopsTheBuildAtOnce(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing")
	_, err := Build(Options{Root: t.TempDir(), Out: t.TempDir(), Lists: missing})
	assert.ErrorIs(t, err, ErrLists)
	assert.ErrorIs(t, err, os.ErrNotExist)
	assert.ErrorContains(t, err, missing)
}

func TestWithoutAFolderNothingIsPacked(t *testing.T) {
	packed, err := packLists("")
	require.NoError(t, err)
	assert.Nil(t, packed)
}

// with is the site with packed lists, by path.
func with(t *testing.T, origin string, lists []byte) map[string]File {
	t.Helper()
	c := noPrograms
	c.lists = lists
	files, _, err := assemble(Options{Root: root, Origin: origin}, c)
	require.NoError(t, err)
	byPath := map[string]File{}
	for _, f := range files {
		byPath[f.Path] = f
	}
	return byPath
}

func TestPackedListsAreOneFileForTheAuditorsAlone(t *testing.T) {
	const origin = "https://example.org"
	plain, packed := with(t, origin, nil), with(t, origin, []byte("word\n"))
	lists := newAsset("lists.txt", []byte("word\n"))
	assert.Contains(t, packed, lists.Path)
	assert.Len(t, packed, len(plain)+1)

	assert.Contains(t, string(packed[meta.AuditorPath].Body), `"lists":{"path":"`+lists.Path+`","integrity":"`+lists.integrity()+`"}`)
	assert.Contains(t, string(packed[meta.ServiceWorkerPath].Body), lists.Path, "stored for offline use")
	policy := value(packed[meta.AuditorPath].Headers, "Content-Security-Policy")
	assert.Contains(t, strings.Fields(rule(policy, "connect-src")), origin+lists.Path)
	for _, route := range meta.Routes {
		page := packed[route.Path]
		assert.NotContains(t, string(page.Body), lists.Path, "no page asks for it")
		assert.NotContains(t, value(page.Headers, "Content-Security-Policy"), lists.Path)
	}
}

// Whoever packs no list gets the site that everybody gets.
func TestWithoutListsNothingSpeaksOfThem(t *testing.T) {
	for path, f := range with(t, "", nil) {
		assert.NotContains(t, path, "lists")
		if path != meta.AuditorPath { // whose script knows what to do with them
			assert.NotContains(t, string(f.Body), meta.AssetPrefix+"lists.", path)
		}
	}
}
