package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// versions notes in which engines, and which versions of them, the site has worked.
type versions struct {
	mu  sync.Mutex
	ran map[string]string // empty for an engine that is not installed, or where something failed
}

func (v *versions) missing(name string) { v.passed(name, "") }

func (v *versions) passed(name, version string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.ran == nil {
		v.ran = map[string]string{}
	}
	v.ran[name] = version
}

const (
	readme = "../../README.md"

	// enginesRan is what make test prints in the end.
	enginesRan = "../../build/engines.txt"
)

// row finds the row of an engine in the README's table, and in it the version.
func row(name string) *regexp.Regexp {
	return regexp.MustCompile(`(?m)^(\| ` + name + ` \| )([\d.]+)( \|.*)$`)
}

// write notes in a file what ran, and where that is not what the README says: a new version
// of an engine is no fault of the page's. With ENGINE_RECORD=1, which make record sets, the
// README gets the versions that ran.
func (v *versions) write(t *testing.T) {
	text, err := os.ReadFile(readme)
	require.NoError(t, err)
	var lines []string
	for name, version := range v.ran {
		found := row(name).FindSubmatch(text)
		require.NotNil(t, found, "the README says in which %s the site was tested", name)
		switch {
		case version == "":
			lines = append(lines, name+": not tested here, because it is not installed or a step failed")
		case os.Getenv("ENGINE_RECORD") != "":
			text = row(name).ReplaceAll(text, []byte("${1}"+version+"${3}"))
			lines = append(lines, name+" "+version+": the site works, and the README says so now")
		case version != string(found[2]):
			lines = append(lines, fmt.Sprintf("%s %s: the site works; the README says %s, make record changes that", name, version, found[2]))
		default:
			lines = append(lines, name+" "+version+": the site works, as the README says")
		}
	}
	slices.Sort(lines)
	t.Log(strings.Join(lines, "\n"))
	require.NoError(t, os.MkdirAll(filepath.Dir(enginesRan), 0o755))
	require.NoError(t, os.WriteFile(enginesRan, []byte(strings.Join(lines, "\n")+"\n"), 0o644))
	if os.Getenv("ENGINE_RECORD") != "" && !t.Failed() {
		require.NoError(t, os.WriteFile(readme, text, 0o644))
	}
}

func TestTheREADMENamesTheEnginesThatAreTestedAndNoOther(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(readme)
	require.NoError(t, err)
	_, section, found := strings.Cut(string(text), "\n### Tested in\n")
	require.True(t, found)
	section, _, _ = strings.Cut(section, "\n## ")
	named := regexp.MustCompile(`(?m)^\| (\w+) \| [\d.]+ \|`).FindAllStringSubmatch(section, -1)
	assert.Len(t, named, len(engines))
	for name := range engines {
		assert.Len(t, row(name).FindAllString(section, -1), 1, name)
	}
}

// afterSlash is the version of a product as browsers name themselves: name/version.
func afterSlash(product string) string { return product[strings.LastIndex(product, "/")+1:] }
