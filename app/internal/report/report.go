// Package report keeps what a run of the benchmarks has measured, and writes it as text
// for people and as JSON for programs.
//
// A time alone says more about a machine than about a program. So each figure stands
// beside its peer: what another program needs for the same work, or the floor below which
// nothing can come, measured in the same run. The ratio of the two can be compared from
// machine to machine; a goal is held to it wherever it can be.
//
//	r := report.Report{}
//	part := r.Begin("Attack")
//	part.Add(report.Row{
//		Name: "HS256, two workers", Value: 1.7e6, Unit: "/s",
//		Peer: "jwt-cracker", PeerValue: 0.18e6, Goal: report.RatioAtLeast(25),
//	})
//	part.End()
//	fmt.Print(r.Text())
//
// What could not be measured has its row too, with the reason: a missing peer must not
// look like a goal that is met. Nothing but tests imports this package.
package report

import (
	"encoding/json"
	"time"
)

// Report is one run.
type Report struct {
	// Run says where and when. It explains the figures and is no part of what two runs
	// are compared by.
	Run Run `json:"run"`

	Parts []*Part `json:"parts"`
}

// Part is what was measured about one subject.
type Part struct {
	Name    string  `json:"name"`
	Seconds float64 `json:"seconds"` // that measuring took
	Rows    []Row   `json:"rows"`

	// Problem says that the part ended before it had measured all of its rows.
	Problem string `json:"problem,omitempty"`

	began time.Time
}

// Begin opens a part, in the place of an earlier one of the same name.
func (r *Report) Begin(name string) *Part {
	p := &Part{Name: name, Rows: []Row{}, began: time.Now()}
	for i, earlier := range r.Parts {
		if earlier.Name == name {
			r.Parts[i] = p
			return p
		}
	}
	r.Parts = append(r.Parts, p)
	return p
}

// End notes how long the part took.
func (p *Part) End() { p.Seconds = time.Since(p.began).Seconds() }

// Add appends a row, with the ratio and the verdict that follow from its figures.
func (p *Part) Add(row Row) { p.Rows = append(p.Rows, row.judged()) }

// Verdicts counts the rows with a goal by what became of it.
func (r *Report) Verdicts() map[Verdict]int {
	count := map[Verdict]int{}
	for _, p := range r.Parts {
		for _, row := range p.Rows {
			if row.Verdict != "" {
				count[row.Verdict]++
			}
		}
	}
	return count
}

// JSON returns the report for programs.
func (r *Report) JSON() ([]byte, error) {
	text, err := json.MarshalIndent(r, "", "  ")
	return append(text, '\n'), err
}
