package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/report"
)

// reportFile is where the report of make bench is left, as .txt and as .json.
const reportFile = "../../build/bench"

// measured are the parts of the report. Each appends its rows; one that cannot go on ends
// as a test does, and the report says so.
var measured = []struct {
	name    string
	measure func(b *testing.B, part *report.Part)
}{
	{"What a visit loads", sizes},
	{"First and return visit, until a click on Generate shows a secret", visits},
	{"A click on Generate", clicks},
	{"10,000 secrets to a file", bulk},
	{"Put it to use", putToUse},
	{"Audit", audits},
	{"A token of 8 KiB, edited", tokenBench},
	{"Attack on a token", attacks},
	{"Key pairs", keyPairs},
	{"Server, 64 connections", servers},
}

// BenchmarkReport measures what the product costs a person and a host, each figure beside a
// floor or a peer of the same run, because the machines that it runs on differ. It takes
// minutes: make bench runs it once, and go test -bench 'Report/Attack' a part of it.
func BenchmarkReport(b *testing.B) {
	r := report.Report{Run: report.Here()}
	r.Run.Versions = append(r.Run.Versions, call(newPage(b), browser.GetVersion, cdp.Empty{}).Product)
	for _, program := range []string{"node", "nginx", "wrk"} {
		r.Run.AskVersion(program, "sh", "-c", "PATH=$PATH:/usr/sbin "+program+" -v")
	}
	for _, m := range measured {
		b.Run(m.name, func(b *testing.B) {
			part := r.Begin(m.name)
			part.Problem = "This part ended early: what it could not measure is not here."
			defer func() {
				part.End()
				r.Run.End()
				keep(b, &r) // with each part, so that a run which is stopped leaves what it has
			}()
			m.measure(b, part)
			part.Problem = ""
		})
	}
	fmt.Println("\n" + r.Text())
}

// keep leaves the report in the build folder, for people and for programs.
func keep(b *testing.B, r *report.Report) {
	b.Helper()
	text, err := r.JSON()
	require.NoError(b, err)
	require.NoError(b, os.MkdirAll(filepath.Dir(reportFile), 0o755))
	require.NoError(b, os.WriteFile(reportFile+".json", text, 0o644))
	require.NoError(b, os.WriteFile(reportFile+".txt", []byte(r.Text()), 0o644))
}
