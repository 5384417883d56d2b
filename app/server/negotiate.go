package server

import (
	"regexp"
	"strconv"
	"strings"
)

// identity names the absence of a content coding.
const identity = "identity"

// weighted is what may follow a coding: "q=" and a quality value, 0 or 1 with at
// most three decimals, at most 1 (RFC 9110 §12.4.2).
var weighted = regexp.MustCompile(`^[ \t]*[qQ]=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)[ \t]*$`)

// weight returns the quality value, from 0 (refused) to 1, that the lines of
// Accept-Encoding give to a coding (RFC 9110 §12.5.3). "*" stands for every coding
// that is not mentioned; of two mentions the last counts; a malformed member is as
// if it were not there. Identity that is not mentioned weighs 0 too, but remains
// what is sent when nothing else is wanted.
func weight(lines []string, coding string) float64 {
	own, others := -1.0, 0.0
	for member := range strings.SplitSeq(strings.Join(lines, ","), ",") {
		name, q, ok := parseMember(member)
		switch {
		case !ok:
		case strings.EqualFold(name, coding), coding == "gzip" && strings.EqualFold(name, "x-gzip"):
			own = q
		case name == "*":
			others = q
		}
	}
	if own < 0 {
		return others
	}
	return own
}

// parseMember splits one member, such as "gzip;q=0.5", into its coding and its
// quality value, which is 1 where there is none.
func parseMember(member string) (coding string, q float64, ok bool) {
	coding, parameter, more := strings.Cut(member, ";")
	coding = strings.Trim(coding, " \t") // the whitespace of HTTP
	if !more {
		return coding, 1, true
	}
	value := weighted.FindStringSubmatch(parameter)
	if value == nil {
		return "", 0, false
	}
	q, err := strconv.ParseFloat(value[1], 64)
	return coding, q, err == nil
}
