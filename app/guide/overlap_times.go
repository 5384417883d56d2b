package guide

// overlapSkew is for how many seconds longer than its lifetime says a token may be accepted:
// the leeway of the verifiers, and clocks that differ. It is what the plans of a rotation
// begin with; a test compares both.
const overlapSkew = 120

// overlapTimes are the times of a rotation, in seconds. What happens is counted from the
// switch: the moment at which the first instance signs with the new secret. The instances
// are replaced one after the other until the deployment ends.
type overlapTimes struct {
	life    int // the longest from a token's signature to its "exp", more than 0
	deploy  int // the deployment takes, more than 0
	removed int // the old secret is taken away, in every instance

	// prepared says that every instance accepts the new secret before the switch.
	prepared bool
}

// needed is when no token of the old secret can be valid any more: the last one is signed
// when the deployment ends, and then lives its lifetime.
func (t overlapTimes) needed() int { return t.deploy + t.life + overlapSkew }

// lost is for how long, at the end, the old secret signed tokens that are refused although
// they have not expired. A token signed at s lives until s + life + skew; it is cut short
// where that is after removed. The last one is signed at deploy:
//
//	deploy − (removed − life − skew)
func (t overlapTimes) lost() int { return max(0, t.needed()-t.removed) }

// all reports whether every token of the old secret that is still valid is refused.
func (t overlapTimes) all() bool { return t.removed <= t.deploy }

// forgeable is when the last instance stops accepting what the old secret signs: an
// instance of before knows nothing else.
func (t overlapTimes) forgeable() int { return max(t.removed, t.deploy) }

// alive is how many of the tokens of the old secret that were valid at the switch are valid
// at a moment, as a share, where tokens are signed at an even pace and the deployment
// replaces instances at an even pace.
func (t overlapTimes) alive(at float64) float64 {
	life := float64(t.life + overlapSkew)
	return (t.signed(at) - t.signed(at-life)) / life
}

// signed is the area below the share of instances that sign with the old secret: all until
// the switch, then fewer, none once the deployment has ended.
func (t overlapTimes) signed(at float64) float64 {
	if at <= 0 {
		return at
	}
	d := float64(t.deploy)
	at = min(at, d)
	return at - at*at/(2*d)
}
