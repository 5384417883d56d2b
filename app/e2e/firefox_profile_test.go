package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lostSecret is a secret of 32 bytes that a search finds again: base64url of 43
// characters, the last of which carries four bits (and two zeros).
const lostSecret = "this-marked-secret-must-not-be-found-again4"

// markedGenerator replaces the browser's generator by one that gives the marked
// secret. The script, which the browser may keep too, holds it as numbers.
func markedGenerator(t *testing.T) (script string, key []byte) {
	t.Helper()
	key, err := base64.RawURLEncoding.Strict().DecodeString(lostSecret)
	require.NoError(t, err)
	require.Len(t, key, 32)
	numbers := strings.Trim(strings.ReplaceAll(fmt.Sprint(key), " ", ","), "[]")
	return `const marked = [` + numbers + `];
		const real = crypto.getRandomValues.bind(crypto);
		Crypto.prototype.getRandomValues = (array) => {
			if (array.byteLength !== 32) return real(array);
			const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
			for (let i = 0; i < bytes.length; i++) bytes[i] = marked[i % 32];
			return array;
		};`, key
}

// formsOf returns the ways in which a file may hold a text or its bytes, halves
// included.
func formsOf(text string, key []byte) map[string][]byte {
	forms := map[string][]byte{"the bytes": key, "hexadecimal": []byte(hex.EncodeToString(key))}
	for name, part := range map[string]string{"first half": text[:len(text)/2], "second half": text[len(text)/2:]} {
		forms[name] = []byte(part)
		var wide []byte
		for _, unit := range utf16.Encode([]rune(part)) {
			wide = append(wide, byte(unit), byte(unit>>8))
		}
		forms[name+" in UTF-16"] = wide
	}
	return forms
}

// findIn returns the files of a folder that hold any of the forms, each with the
// form's name. Firefox's own compressed files are searched decompressed too.
func findIn(t *testing.T, folder string, forms map[string][]byte) (found []string, sessions int) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return nil // Firefox removes files while it runs
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		if text, ok := mozLZ4(content); ok {
			content = append(content, text...)
			if strings.Contains(path, "sessionstore") {
				sessions++
			}
		}
		for name, form := range forms {
			if bytes.Contains(content, form) {
				found = append(found, strings.TrimPrefix(path, folder)+" holds "+name)
			}
		}
		return nil
	}))
	return found, sessions
}

func TestFirefoxKeepsTheSecretNowhereInTheProfile(t *testing.T) {
	t.Parallel()
	const control = "this-query-must-be-found-in-the-session-file"
	f := newFirefox(t, map[string]any{"browser.sessionstore.interval": 100, "browser.startup.page": 3})
	script, key := markedGenerator(t)
	f.before(script)
	f.open(startServer(t).url + "?" + control)
	f.readyOffline()
	require.Equal(t, lostSecret, f.generate())
	for _, id := range []string{"#copy", "#copy-env", "#mask", "#mask"} {
		f.exec(`document.querySelector("` + id + `").click()`)
	}
	secret, visited := formsOf(lostSecret, key), map[string][]byte{"the query": []byte(control)}

	// While the secret is on the screen, as after a crash.
	require.Eventually(t, func() bool {
		found, _ := findIn(t, filepath.Join(f.profile, "sessionstore-backups"), visited)
		return len(found) > 0
	}, patience, 50*time.Millisecond, "the session file was written")
	found, sessions := findIn(t, f.profile, secret)
	assert.Empty(t, found)
	assert.Positive(t, sessions)

	f.quit()
	found, sessions = findIn(t, f.profile, secret)
	assert.Empty(t, found)
	assert.Positive(t, sessions)
	found, _ = findIn(t, f.profile, visited)
	assert.Contains(t, found, "/sessionstore.jsonlz4 holds the query", "the search can find")
	assert.Contains(t, found, "/places.sqlite holds the query")
}
