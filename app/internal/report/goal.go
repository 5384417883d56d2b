package report

import "strconv"

// Verdict is what became of a goal.
type Verdict string

// Unknown is the verdict where the figure or its peer is missing.
const (
	Met     Verdict = "met"
	NotMet  Verdict = "not met"
	Unknown Verdict = "unknown"
)

// measure is the figure of a row that a goal is about.
type measure int

const (
	none measure = iota
	value
	ratio
	over // value less that of the peer
)

// Goal is a bound for one figure of a row, which may be reached but not passed. Make it with
// AtMost, RatioAtMost, RatioAtLeast or OverPeerAtMost.
type Goal struct {
	of    measure
	least bool
	limit float64
}

// AtMost bounds the value, in the unit of the row.
func AtMost(limit float64) Goal { return Goal{of: value, limit: limit} }

// RatioAtMost bounds how many times the peer's value the value may be.
func RatioAtMost(limit float64) Goal { return Goal{of: ratio, limit: limit} }

// RatioAtLeast says how many times the peer's value the value has to be.
func RatioAtLeast(limit float64) Goal { return Goal{of: ratio, least: true, limit: limit} }

// OverPeerAtMost bounds the value less that of the peer, in the unit of the row.
func OverPeerAtMost(limit float64) Goal { return Goal{of: over, limit: limit} }

// verdict judges a row whose ratio is worked out.
func (g Goal) verdict(r Row) Verdict {
	var figure float64
	switch g.of {
	case none:
		return ""
	case value:
		figure = r.Value
	case ratio:
		figure = r.Ratio
	case over:
		figure = r.Value - r.PeerValue
	}
	switch {
	case !r.known(), g.of != value && r.PeerValue == 0:
		return Unknown
	case g.least == (figure >= g.limit) || figure == g.limit:
		return Met
	default:
		return NotMet
	}
}

// sign is "≥" for a goal that asks for so much at least, and "≤" for all others.
func (g Goal) sign() string {
	if g.least {
		return "≥ "
	}
	return "≤ "
}

// MarshalText writes the goal without the unit, which stands in its row: "≤ 150 over the
// peer".
func (g Goal) MarshalText() ([]byte, error) { return []byte(g.in("")), nil }

// in writes the goal with a unit.
func (g Goal) in(unit string) string {
	limit := strconv.FormatFloat(g.limit, 'f', -1, 64)
	switch g.of {
	case value:
		return g.sign() + withUnit(figure(g.limit), unit)
	case ratio:
		return g.sign() + limit + " × the peer"
	case over:
		return g.sign() + withUnit(limit, unit) + " over the peer"
	default:
		return ""
	}
}
