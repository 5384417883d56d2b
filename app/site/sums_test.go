package site

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

func TestTheListOfHashesIsSortedByName(t *testing.T) {
	abc := []byte("abc")
	list := sums([]File{newFile("/", "index.html", abc), newFile("/404", "404.html", abc)})
	assert.Equal(t, sha256abc+"  404.html\n"+sha256abc+"  index.html\n", string(list))
}

func TestTheBuiltListHoldsEveryFileButItself(t *testing.T) {
	want := ""
	var files []File
	for _, f := range builtSite(t).Files {
		if f.Path != meta.SumsPath {
			files = append(files, newFile(f.Path, f.Name, []byte(builtFile(t, f.Name))))
		}
	}
	want = string(sums(files))
	assert.Equal(t, want, builtFile(t, "SHA256SUMS"))
}

func TestTheVersionChangesWithEveryPartOfTheSite(t *testing.T) {
	plain := table{policy: pagePolicy(sources{}), serviceWorker: serviceWorkerPolicy(), auditor: auditorPolicy(nil)}
	files := []File{newFile("/", "index.html", []byte("abc")), newFile("/b", "b.html", nil)}
	version := versionOf(plain, files)
	assert.Regexp(t, `^[0-9a-f]{64}$`, version)

	assert.Equal(t, version, versionOf(plain, []File{files[1], files[0]}), "order does not count")
	assert.NotEqual(t, version, versionOf(plain, files[:1]), "a file counts")
	assert.NotEqual(t, version, versionOf(plain, []File{newFile("/", "index.html", []byte("abd")), files[1]}), "a byte counts")
	assert.NotEqual(t, version, versionOf(plain, []File{newFile("/a", "index.html", []byte("abc")), files[1]}), "a path counts")
	narrowed := table{policy: pagePolicy(sources{image: []string{"'self'"}}), serviceWorker: serviceWorkerPolicy(), auditor: auditorPolicy(nil)}
	assert.NotEqual(t, version, versionOf(narrowed, files), "a header counts")
}

func TestTheVersionFollowsTheServiceWorkersTemplate(t *testing.T) {
	files := func(template string) []File {
		return []File{fixedFile(meta.ServiceWorkerPath, []byte(template))}
	}
	table := newTable("", someAssets(t))
	assert.NotEqual(t, versionOf(table, files("a")), versionOf(table, files("b")))

	site := builtSite(t)
	require.Contains(t, builtFile(t, "sw.js"), `"version": "`+site.Version+`"`)
}
