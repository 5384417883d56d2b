package pair_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/snippettest"
)

// prepareJava compiles the snippets with stand-ins for their libraries: those of
// testdata, and what needs no change of package snippet's.
func prepareJava(t *testing.T, folder string, all []source) program {
	t.Helper()
	java := snippettest.Need(t, "java")
	snippettest.Need(t, "javac") // the compiler that Compile.java calls comes with it
	standIns, err := filepath.Glob("testdata/java/*.java")
	require.NoError(t, err)
	const theirs = "../testdata/java/"
	for _, name := range []string{"Driver.java", "standin/json.java", "standin/spring-value.java", "standin/spring-component.java"} {
		standIns = append(standIns, theirs+name)
	}
	classes, sources := filepath.Join(folder, "classes"), filepath.Join(folder, "sources")
	require.NoError(t, os.MkdirAll(classes, 0o700))
	compile := slices.Concat([]string{java}, snippettest.QuickJava, []string{theirs + "Compile.java", classes}, standIns, []string{"--"})
	for _, s := range all {
		write(t, sources, ".java", []source{s})
		compile = append(compile, filepath.Join(sources, s.name+".java"))
	}
	snippettest.Output(t, compile...)
	return program{
		command: slices.Concat([]string{java}, snippettest.QuickJava, []string{"-cp", classes, "Driver", sources}),
		with:    "Java " + strings.Fields(snippettest.Output(t, java, "--version"))[1],
		checked: snippet.StandIn,
	}
}
