package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// openBulk loads the page for many services and waits until it can be used.
func (p *page) openBulk(url string) {
	p.t.Helper()
	p.do(chromedp.Navigate(url + "bulk"))
	p.waitFor(`document.querySelector("#make:not(:disabled)") !== null`)
}

// lines fills a text area.
func (p *page) lines(selector string, lines ...string) {
	p.t.Helper()
	p.exec(fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		e.value = %q;
		e.dispatchEvent(new Event("input", {bubbles: true}));
	})()`, selector, strings.Join(lines, "\n")))
}

// makeFiles clicks Make them and waits for the files.
func (p *page) makeFiles() {
	p.t.Helper()
	p.exec(`window.said = document.querySelector("#status").textContent`)
	p.click("#make")
	p.waitFor(`document.querySelector("#status").textContent !== said`)
	p.waitFor(`/ (is|are) ready: /.test(document.querySelector("#status").textContent) && document.querySelector("#make:not(:disabled)") !== null`)
}

// unzipped returns the content of each file of an archive by its name.
func unzipped(t *testing.T, archive []byte) map[string]string {
	t.Helper()
	reader, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	require.NoError(t, err)
	files := map[string]string{}
	for _, m := range reader.File {
		if m.FileInfo().IsDir() {
			continue
		}
		file, err := m.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(file)
		require.NoError(t, err)
		files[m.Name] = string(content)
	}
	return files
}

// assigned returns the values of an .env file by their names.
func assigned(text string) map[string]string {
	values := map[string]string{}
	for line := range strings.Lines(text) {
		if name, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "="); ok {
			values[name] = value
		}
	}
	return values
}

func TestThreeServicesInThreeEnvironmentsGetNineSecrets(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBulk(startServer(t).url)
	p.lines("#services", "billing", "", "Search API", "mail")
	p.waitFor(`document.querySelector("#environments-hint").textContent === "That is 9 secrets: 3 services in 3 environments."`)
	p.makeFiles()
	assert.Equal(t, "9 secrets are ready: 256 bits each.", p.text("#status"))
	listed := eval[[][]string](p, `Array.from(document.querySelectorAll("#made tbody tr"), (row) => Array.from(row.cells, (cell) => cell.textContent))`)
	require.Len(t, listed, 9)

	name, single := p.download("#download-single")
	assert.Equal(t, "jwt-secrets-9.env", name)
	name, archive := p.download("#download-zip")
	assert.Equal(t, "jwt-secrets-9.zip", name)
	values, files := assigned(string(single)), unzipped(t, archive)
	require.Len(t, values, 9)
	require.Len(t, files, 9)
	distinct := map[string]bool{}
	for _, environment := range []string{"development", "staging", "production"} {
		for _, service := range []string{"billing", "search-api", "mail"} {
			content := files[environment+"/"+service+"-"+environment+"-jwt-secret.env"]
			value := assigned(content)["JWT_SECRET"]
			key, err := base64.RawURLEncoding.DecodeString(value)
			require.NoError(t, err)
			assert.Len(t, key, 32)
			distinct[value] = true
			assert.Equal(t, value, values["JWT_SECRET_"+strings.ToUpper(strings.ReplaceAll(service, "-", "_")+"_"+environment)])
		}
	}
	assert.Len(t, distinct, 9)
	for _, row := range listed {
		assert.Equal(t, values[row[0]], assigned(files[row[1]])["JWT_SECRET"], "both are the same secret: %v", row)
		assert.NotEmpty(t, values[row[0]], row[0])
	}

	_, again := p.download("#download-zip")
	assert.Equal(t, archive, again, "as often as wanted")
	html := eval[string](p, `document.documentElement.outerHTML`)
	for value := range distinct {
		assert.NotContains(t, html, value, "the page never shows them")
	}
	assert.Empty(t, p.complaints())
}

func TestNewFilesTakeThePlaceOfTheOldOnesAndClearLeavesNothing(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBulk(startServer(t).url)
	p.lines("#services", "billing", "search")
	p.choose("#algorithm", "HS512")
	p.waitFor(`document.querySelector("#size").value === "64"`)
	p.choose("#target", "json")
	p.makeFiles()
	assert.Equal(t, "Make new ones instead of these", p.text("#make"))
	_, first := p.download("#download-single")
	p.makeFiles()
	assert.Equal(t, "6 secrets are ready: 512 bits each. The ones before are gone.", p.text("#status"))
	_, second := p.download("#download-single")
	var before, after map[string]string
	require.NoError(t, json.Unmarshal(first, &before))
	require.NoError(t, json.Unmarshal(second, &after))
	require.Len(t, after, 6)
	for name, value := range after {
		key, err := base64.RawURLEncoding.DecodeString(value)
		require.NoError(t, err)
		assert.Len(t, key, 64)
		assert.NotEqual(t, before[name], value)
	}

	p.click("#clear")
	p.waitFor(`document.querySelector("#download-zip, #download-single, #clear, #made") === null`)
	assert.Equal(t, "Cleared. What you did not download is gone.", p.text("#status"))
	assert.Equal(t, "billing\nsearch", eval[string](p, `document.querySelector("#services").value`), "what was typed stays")
	p.makeFiles()
	p.exec(`dispatchEvent(new PageTransitionEvent("pagehide"))`)
	p.waitFor(`document.querySelector("#download-zip, #download-single, #clear, #made") === null`)
}

func TestATargetOfOneSecretInEachFileHasTheZipAlone(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBulk(startServer(t).url)
	p.lines("#services", "billing")
	p.choose("#target", "jwk")
	p.makeFiles()
	assert.True(t, eval[bool](p, `document.querySelector("#download-single") === null`))
	_, archive := p.download("#download-zip")
	files := unzipped(t, archive)
	require.Len(t, files, 3)
	for name, content := range files {
		var key struct{ Kty, K, Alg string }
		require.NoError(t, json.Unmarshal([]byte(content), &key), name)
		assert.Equal(t, "oct HS256", key.Kty+" "+key.Alg)
	}
	assert.False(t, eval[bool](p, `document.querySelector('#target option[value="vault"]') !== null`), "a command takes one secret at a time")
}

func TestBadNamesGetASentenceWithTheLineAndNothingIsMade(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBulk(startServer(t).url)
	for name, c := range map[string]struct{ typed, sentence string }{
		"no name":                {"", "Enter at least one service"},
		"forbidden character":    {"billing\n\na/b", "Line 3 has a character"},
		"same but for the case":  {"mail\nbill\nMail", "Line 3 is the same name as line 1"},
		"looks like a secret":    {"x\nZm9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFiY2RlZg", "Line 2 looks like a secret"},
		"same one after another": {"s\ns\nt", "Line 2 is the same name as line 1"},
	} {
		p.run(name, func(t *testing.T) {
			p.lines("#services", c.typed)
			p.click("#make")
			p.waitFor(`document.activeElement.id === "services"`)
			p.waitFor(fmt.Sprintf(`document.querySelector("#services-problem")?.textContent.startsWith(%q)`, c.sentence))
			p.waitFor(fmt.Sprintf(`document.querySelector("#status").textContent.startsWith(%q)`, "Nothing was made. "+c.sentence))
			assert.Equal(t, c.typed, eval[string](p, `document.querySelector("#services").value`))
			assert.NotContains(t, p.text("main"), "Zm9v")
			assert.True(t, eval[bool](p, `document.querySelector("#download-zip") === null`))
			p.click("#form-title") // away from the field
			p.exec(`document.activeElement.blur()`)
		})
	}
	p.lines("#services", "billing")
	p.waitFor(`document.querySelector("#services-problem") === null`)
	p.fill("#size", "31")
	p.press(kb.Enter)
	p.waitFor(`document.querySelector("#size-problem")?.textContent.includes("RFC 7518")`)
	assert.NotContains(t, p.text("#size-problem"), "Test only")
	p.fill("#size", "32")
	p.choose("#format", "raw") // which is no text
	p.click("#make")
	p.waitFor(`document.activeElement.id === "format" && document.querySelector("#format-problem")?.textContent.includes("raw bytes")`)
	assert.Contains(t, p.text("#status"), "Nothing was made.")
	p.choose("#target", "kubernetes-data")
	p.waitFor(`document.querySelector("#format-problem") === null`)
	p.makeFiles()
}

func TestAThousandSecretsAreMadeByTheKeyboardAndCanBeStopped(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBulk(startServer(t).url)
	var names []string
	for i := range 500 {
		names = append(names, fmt.Sprintf("service-%d", i))
	}
	p.lines("#services", names...)
	p.lines("#environments", "staging", "production")
	p.exec(`document.querySelector("#name").focus()`)
	p.press(kb.Enter)
	p.waitFor(`document.querySelector("#status").textContent.startsWith("1,000 secrets are ready")`)
	assert.Equal(t, 20, eval[int](p, `document.querySelectorAll("#made tbody tr").length`))
	_, archive := p.download("#download-zip")
	assert.Len(t, unzipped(t, archive), 1000)

	p.exec(`
		new MutationObserver(() => document.querySelector("#stop")?.click()).observe(document.body, {childList: true, subtree: true});
		document.querySelector("#make").click();`)
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Stopped")`)
	_, kept := p.download("#download-zip")
	assert.Equal(t, archive, kept, "what was there is kept")
}

func TestOnceReadyOfflineManyServicesNeedNoNetwork(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	p := newPage(t)
	p.openBulk(s.url)
	p.readyOffline()
	s.hearsNothing(p, func() {
		p.lines("#services", "billing", "search")
		p.makeFiles()
		p.download("#download-single")
		p.download("#download-zip")
		p.click("#clear")
	})
	assert.Empty(t, p.complaints())
}
