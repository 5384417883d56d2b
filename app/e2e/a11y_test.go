package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/npm"
	"jwtsecret/app/secret"
)

// axePackage is the accessibility checker, fetched from the npm registry for the
// tests alone.
const axePackage = "axe-core@4.14.1"

// axe returns the checker's source.
func axe(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(npm.Install(t, axePackage), "node_modules", "axe-core", "axe.min.js"))
	require.NoError(t, err)
	return string(source)
}

func TestNoAccessibilityViolation(t *testing.T) {
	source := axe(t)
	url := startServer(t).url
	states := map[string]func(p *page){
		"empty":   func(p *page) { p.open(url) },
		"made":    func(p *page) { p.open(url); p.generate() },
		"several": func(p *page) { p.open(url + "?count=5"); p.generate() },
		"wrong":   func(p *page) { p.open(url + "?format=x&size=1"); p.click("#generate") },
		"secret":  func(p *page) { p.openAudit(url); p.audit("super-secret-password-123") },
		"token":   func(p *page) { p.openAudit(url); p.audit(string(signed(p.t, secret.HS256, "x"))) },
		"use":     func(p *page) { p.askAll(url) },
		"files":   func(p *page) { p.openBulk(url); p.lines("#services", "billing", "search-api", "mail"); p.makeFiles() },
		"lines":   func(p *page) { p.openBulk(url); p.lines("#services", "a/b"); p.fill("#size", "1"); p.click("#make") },
		"rotate":  func(p *page) { p.openRotate(url); p.makePlan() },
		"plan":    func(p *page) { p.planAll(url) },
		"trust":   func(p *page) { p.visit(url + "trust") },
		"missing": func(p *page) { p.visit(url + "404") },
	}
	for name, reach := range states {
		p := newPage(t)
		reach(p)
		p.exec(source)
		for _, scheme := range []string{"light", "dark"} {
			t.Run(name+" "+scheme, func(t *testing.T) {
				p.prefer(scheme)
				p.exec(`new Promise((r) => setTimeout(r, 300))`) // transitions end
				result := eval[string](p, `axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
					.then((r) => JSON.stringify({passes: r.passes.length, violations: r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" "))}))`)
				var report struct {
					Passes     int
					Violations []string
				}
				require.NoError(t, json.Unmarshal([]byte(result), &report))
				assert.Empty(t, report.Violations)
				assert.Greater(t, report.Passes, 20, "the checker has looked at something")
			})
		}
	}
}

// prefer emulates a person who prefers the colour scheme.
func (p *page) prefer(scheme string) {
	p.t.Helper()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
}
