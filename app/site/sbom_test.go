package site

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// published reads a list of the build without the types that wrote it.
func published(t *testing.T, name string) map[string]any {
	t.Helper()
	var list map[string]any
	require.NoError(t, json.Unmarshal([]byte(builtFile(t, "sbom/"+name+".cdx.json")), &list))
	return list
}

// components returns the components of a list by name.
func components(t *testing.T, list map[string]any) map[string]map[string]any {
	t.Helper()
	byName := map[string]map[string]any{}
	for _, one := range list["components"].([]any) {
		c := one.(map[string]any)
		name := c["name"].(string)
		require.NotContains(t, byName, name)
		byName[name] = c
	}
	return byName
}

// What the schema of CycloneDX 1.6 requires, and that references lead somewhere.
func TestTheListsOfPartsAreCycloneDX(t *testing.T) {
	for _, p := range programs {
		list := published(t, p.name)
		assert.Equal(t, "CycloneDX", list["bomFormat"])
		assert.Equal(t, "1.6", list["specVersion"])
		assert.EqualValues(t, 1, list["version"])

		self := list["metadata"].(map[string]any)["component"].(map[string]any)
		assert.Equal(t, "application", self["type"])
		assert.Equal(t, meta.Version, self["version"])
		assert.Equal(t, []any{map[string]any{"license": map[string]any{"id": "MIT"}}}, self["licenses"])
		refs := map[any]bool{self["bom-ref"]: true}
		for name, c := range components(t, list) {
			if c["type"] == "data" {
				refs[c["bom-ref"]] = true
				continue
			}
			assert.Equal(t, "library", c["type"], name)
			assert.NotEmpty(t, c["version"], name)
			assert.Regexp(t, `^pkg:golang/[a-z0-9./_-]+@v?[0-9][A-Za-z0-9.%-]*$`, c["purl"], name)
			assert.False(t, refs[c["bom-ref"]], "a reference is unique")
			refs[c["bom-ref"]] = true
		}
		described := list["dependencies"].([]any)
		require.Len(t, described, 1, "the program depends on all that is listed")
		d := described[0].(map[string]any)
		assert.Equal(t, self["bom-ref"], d["ref"])
		delete(refs, d["ref"])
		on := d["dependsOn"].([]any)
		assert.Len(t, on, len(refs))
		for _, ref := range on {
			assert.True(t, refs[ref], ref)
		}
	}
}

// The words are no module, so their licence comes along with them.
func TestTheListsOfTheAuditorAndTheTerminalCarryTheLicenceOfTheirWords(t *testing.T) {
	for _, name := range []string{"auditor", "terminal"} {
		words := components(t, published(t, name))["word lists of zxcvbn"]
		require.NotNil(t, words)
		licence, err := json.Marshal(words["licenses"])
		require.NoError(t, err)
		assert.Contains(t, string(licence), "Dan Wheeler and Dropbox, Inc.")
		assert.Contains(t, string(licence), "Permission is hereby granted")
	}
	assert.NotContains(t, components(t, published(t, "page")), "word lists of zxcvbn")
}

func TestTheListsOfPartsHaveNeitherDateNorSerialNumber(t *testing.T) {
	for _, p := range programs {
		assert.NotRegexp(t, `timestamp|serialNumber|urn:uuid|20\d\d-\d\d-`, builtFile(t, "sbom/"+p.name+".cdx.json"))
	}
}

func TestTheListsOfPartsAreTheSameInEveryRun(t *testing.T) {
	tool, err := newGoTool(root)
	require.NoError(t, err)
	overlay, err := writeOverlay(t.TempDir(), tool.goroot, root)
	require.NoError(t, err)
	again, err := sbomFiles(tool, overlay)
	require.NoError(t, err)
	require.Len(t, again, len(programs))
	for _, f := range again {
		assert.Equal(t, builtFile(t, f.Name), string(f.Body))
	}
}

func TestThePageIsMadeOfGoAppAndOfNoTool(t *testing.T) {
	parts := components(t, published(t, "page"))
	goApp := parts["github.com/maxence-charriere/go-app/v9"]
	require.NotNil(t, goApp)
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	assert.Contains(t, string(mod), "github.com/maxence-charriere/go-app/v9 "+goApp["version"].(string)+"\n")
	assert.Equal(t, "pkg:golang/github.com/maxence-charriere/go-app/v9@"+goApp["version"].(string), goApp["purl"])
	assert.Equal(t, []any{map[string]any{"license": map[string]any{"id": "MIT"}}}, goApp["licenses"])
	for name := range parts {
		assert.NotRegexp(t, `chromedp|testify|staticcheck|klauspost|brotli`, name)
	}
}

func TestTheListsNameTheToolchainOfGoMod(t *testing.T) {
	version, err := toolchain(root)
	require.NoError(t, err)
	for _, p := range programs {
		std := components(t, published(t, p.name))["std"]
		require.NotNil(t, std)
		assert.Equal(t, version, "go"+std["version"].(string))
		assert.Equal(t, p.stubbed, std["pedigree"] != nil)
	}
}

// go.sum is the file that everybody can look a hash up in.
func TestEveryModuleCarriesItsHashFromGoSum(t *testing.T) {
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	require.NoError(t, err)
	looked := 0
	for name, c := range components(t, published(t, "page")) {
		if name == "std" {
			continue
		}
		property := c["properties"].([]any)[0].(map[string]any)
		assert.Equal(t, "go.sum", property["name"])
		assert.Contains(t, string(sums), name+" "+c["version"].(string)+" "+property["value"].(string)+"\n")
		looked++
	}
	assert.NotZero(t, looked)
}

// The linker writes the modules of a program into it; go version -m reads them
// back. The server has none but ours, so the program that builds the site,
// which has several, is held to the same.
func TestAListHoldsTheModulesThatAreInTheProgramAndNoOther(t *testing.T) {
	builder := program{name: "site", main: "./cmd/site", target: oneSystem}
	for p, least := range map[string]int{"server": 0, "site": 4} {
		listed := map[string]bool{}
		if p == builder.name {
			for _, m := range modulesOf(t, builder) {
				listed[m["name"].(string)+" "+m["version"].(string)] = true
			}
		} else {
			for name, c := range components(t, published(t, p)) {
				if name != "std" {
					listed[name+" "+c["version"].(string)] = true
				}
			}
		}
		linked := linkedModules(t, "./cmd/"+p)
		assert.GreaterOrEqual(t, len(linked), least)
		assert.Equal(t, linked, listed, p)
	}
}

func modulesOf(t *testing.T, p program) []object {
	t.Helper()
	tool, err := newGoTool(root)
	require.NoError(t, err)
	modules, err := p.modules(tool, "")
	require.NoError(t, err)
	return modules
}

// linkedModules compiles a program and reads what the linker wrote into it.
func linkedModules(t *testing.T, main string) map[string]bool {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "program")
	build := exec.Command("go", "build", "-o", binary, main)
	build.Dir = root
	build.Env = append(os.Environ(), append([]string{"CGO_ENABLED=0"}, oneSystem...)...)
	said, err := build.CombinedOutput()
	require.NoError(t, err, string(said))
	said, err = exec.Command("go", "version", "-m", binary).Output()
	require.NoError(t, err)
	require.Contains(t, string(said), "path\tjwtsecret/"+strings.TrimPrefix(main, "./"))
	linked := map[string]bool{}
	for _, dep := range regexp.MustCompile(`(?m)^\tdep\t(\S+)\t(\S+)\t`).FindAllStringSubmatch(string(said), -1) {
		linked[dep[1]+" "+dep[2]] = true
	}
	return linked
}

func TestAPackageURLIsInLowerCaseAndKeepsNoPlus(t *testing.T) {
	c := library("github.com/BurntSushi/toml", "v2.0.0+incompatible")
	assert.Equal(t, "pkg:golang/github.com/burntsushi/toml@v2.0.0%2Bincompatible", c["purl"])
	assert.Equal(t, "github.com/BurntSushi/toml", c["name"])
}
