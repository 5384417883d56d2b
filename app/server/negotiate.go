package server

import "strings"

// identity names the absence of a content coding.
const identity = "identity"

// weights are the quality values of an Accept-Encoding for the codings that a
// site is stored in, in thousandths: 0 refuses, 1000 is best. Identity that is
// not mentioned weighs 0 too, but remains what is sent when nothing else is
// wanted.
type weights struct{ br, gzip, identity int }

func (w weights) of(encoding string) int {
	switch encoding {
	case "br":
		return w.br
	case "gzip":
		return w.gzip
	default:
		return w.identity
	}
}

// parseAcceptEncoding reads the lines of Accept-Encoding (RFC 9110 §12.5.3). "*"
// stands for every coding that is not mentioned; of two mentions the last
// counts; a malformed member is as if it were not there.
func parseAcceptEncoding(lines []string) weights {
	const unmentioned = -1
	w := weights{unmentioned, unmentioned, unmentioned}
	others := 0
	for _, line := range lines {
		for member := range strings.SplitSeq(line, ",") {
			coding, weight, ok := parseMember(member)
			switch {
			case !ok:
			case strings.EqualFold(coding, "br"):
				w.br = weight
			case strings.EqualFold(coding, "gzip"), strings.EqualFold(coding, "x-gzip"):
				w.gzip = weight
			case strings.EqualFold(coding, identity):
				w.identity = weight
			case coding == "*":
				others = weight
			}
		}
	}
	for _, weight := range []*int{&w.br, &w.gzip, &w.identity} {
		if *weight == unmentioned {
			*weight = others
		}
	}
	return w
}

// parseMember splits one member, such as "gzip;q=0.5", into its coding and its
// weight in thousandths.
func parseMember(member string) (coding string, weight int, ok bool) {
	coding, parameter, weighted := strings.Cut(member, ";")
	coding = trimSpace(coding)
	if !weighted {
		return coding, 1000, true
	}
	name, value, _ := strings.Cut(trimSpace(parameter), "=")
	if !strings.EqualFold(name, "q") {
		return "", 0, false
	}
	weight, ok = parseWeight(value)
	return coding, weight, ok
}

// parseWeight reads a quality value: 0 or 1 with at most three decimals, at most
// 1 (RFC 9110 §12.4.2).
func parseWeight(s string) (thousandths int, ok bool) {
	whole, decimals, _ := strings.Cut(s, ".")
	if whole != "0" && whole != "1" || len(decimals) > 3 {
		return 0, false
	}
	thousandths = int(whole[0] - '0')
	for i := range 3 {
		digit := byte('0')
		if i < len(decimals) {
			digit = decimals[i]
		}
		if digit < '0' || digit > '9' {
			return 0, false
		}
		thousandths = thousandths*10 + int(digit-'0')
	}
	return thousandths, thousandths <= 1000
}

// trimSpace removes the optional whitespace of HTTP fields: spaces and tabs.
func trimSpace(s string) string { return strings.Trim(s, " \t") }
