package site

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAComponentDependsOnThoseWhosePackagesItImports(t *testing.T) {
	ours := &goModule{Path: "ours", Main: true}
	a, b := goModule{Path: "a.test/a", Version: "v1.0.0"}, goModule{Path: "b.test/b", Version: "v2.0.0"}
	packages := []goPackage{
		{ImportPath: "fmt"},
		{ImportPath: "b.test/b/inner", Imports: []string{"fmt"}, Module: &b},
		{ImportPath: "b.test/b", Imports: []string{"b.test/b/inner"}, Module: &b},
		{ImportPath: "a.test/a", Imports: []string{"b.test/b", "fmt"}, Module: &a},
		{ImportPath: "ours/part", Module: ours},
		{ImportPath: "ours/cmd", Imports: []string{"ours/part", "a.test/a", "C"}, Module: ours},
	}
	modules := modulesOf(packages)
	assert.Equal(t, []goModule{a, b}, modules)
	const refA, refB = "pkg:golang/a.test/a@v1.0.0", "pkg:golang/b.test/b@v2.0.0"
	assert.Equal(t, []bomDependency{
		{Ref: "ours", DependsOn: []string{refA}},
		{Ref: refA, DependsOn: []string{refB, "std"}},
		{Ref: refB, DependsOn: []string{"std"}},
		{Ref: "std"},
	}, dependencies("ours", "std", packages, modules))
}
