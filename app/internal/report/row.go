package report

// Row is one figure, beside one of the same run.
type Row struct {
	// Name says what was measured, under which conditions.
	Name string `json:"name"`

	// Value is the figure, in Unit: "ms", "bytes", "/s", "MB", or "" for a number of things.
	// Where it could not be measured it is 0, and Missing says why.
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`

	// Peer names what PeerValue, in the same unit, was measured on: "nginx", "empty page".
	// Both may be empty. PeerValue is 0 where Missing says why.
	Peer      string  `json:"peer,omitempty"`
	PeerValue float64 `json:"peerValue,omitempty"`

	// Missing is the sentence about what is not there: "nginx is not installed".
	Missing string `json:"missing,omitempty"`

	// Goal is what the row is held to. The zero value is no goal.
	Goal Goal `json:"goal,omitzero"`

	// Ratio is Value over PeerValue, or 0 without either. [Part.Add] works it out.
	Ratio float64 `json:"ratio,omitempty"`

	// Verdict is what became of the goal, "" without one. [Part.Add] works it out.
	Verdict Verdict `json:"verdict,omitempty"`
}

// judged returns the row with its ratio and verdict.
func (r Row) judged() Row {
	r.Ratio = 0
	if r.known() && r.PeerValue != 0 {
		r.Ratio = r.Value / r.PeerValue
	}
	r.Verdict = r.Goal.verdict(r)
	return r
}

// known reports whether the value was measured.
func (r Row) known() bool { return r.Value != 0 || r.Missing == "" }
