package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
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

// The rules of the checker: all of them, and those that colours can break.
const (
	allRules    = `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`
	colourRules = `["color-contrast", "link-in-text-block"]`
)

// violations runs the checker, which stands in the page, in a colour scheme.
func (p *page) violations(scheme, rules string) []string {
	p.t.Helper()
	p.prefer(scheme)
	result := eval[string](p, `axe.run({runOnly: `+rules+`}).then((r) => JSON.stringify({
		passes: r.passes.flatMap((rule) => rule.nodes).length,
		violations: r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" ")),
	}))`)
	var report struct {
		Passes     int
		Violations []string
	}
	require.NoError(p.t, json.Unmarshal([]byte(result), &report))
	assert.Greater(p.t, report.Passes, 4, "the checker has looked at something")
	return report.Violations
}

// The ways in which a person may want to see the page: in a colour scheme, with the few
// colours of the system, or on paper.
const (
	light  = "light"
	dark   = "dark"
	forced = "forced"
	paper  = "print"
)

// prefer emulates a person who wants to see the page so, and waits until what changes
// with it has changed.
func (p *page) prefer(scheme string) {
	p.t.Helper()
	media := map[string]emulation.SetEmulatedMediaParams{
		light:  {Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: light}}},
		dark:   {Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: dark}}},
		forced: {Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: dark}, {Name: "forced-colors", Value: "active"}}},
		paper:  {Media: paper},
	}[scheme]
	call(p, emulation.SetEmulatedMedia, media)
	p.comeToRest()
}

// comeToRest waits until every transition and animation of the page that ends has ended.
// In a fold that is closed they stand still, and end when it is opened.
func (p *page) comeToRest() {
	p.t.Helper()
	p.exec(`(async () => {
		await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
		const ending = document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime < Infinity && a.effect.target.checkVisibility());
		await Promise.allSettled(ending.map((a) => a.finished));
	})()`)
}
