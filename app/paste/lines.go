package paste

import (
	"bytes"
	"strconv"
)

const (
	leastWrapped = 16 // characters of a line that was wrapped, at least
	leastListed  = 8  // characters of a secret that stands on a line of its own
)

// lines joins what was wrapped over several lines, and tells a list of secrets from
// it: of wrapped lines, all but the last are equally long, and the last is shorter
// or they have the width of a known program.
func lines(n *node) ([]step, Kind) {
	if n.Kind != Secret || n.exact || !bytes.ContainsAny(n.Text, "\r\n") {
		return joined(n), Secret
	}
	var all [][]byte
	for line := range bytes.Lines(n.Text) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if len(all) > 0 && len(all[len(all)-1]) < leastListed { // only the last may be so short
			return joined(n), Secret
		}
		all = append(all, line)
	}
	switch {
	case len(all) < 2 || bytes.HasPrefix(all[0], []byte("-----")):
		return nil, Secret
	case areWrapped(all):
		return []step{{
			text: bytes.Join(all, nil), how: "its lines joined", used: true,
			remark: "The text stands on " + strconv.Itoa(len(all)) + " lines. Some decoders skip the line breaks, others stop there or refuse the text.",
		}}, Secret
	case areListed(all):
		var steps []step
		for i, line := range all {
			name := "line " + strconv.Itoa(i+1)
			steps = append(steps, step{text: bytes.Clone(line), name: name, how: "the secret on " + name, used: true})
		}
		return steps, Configuration
	default:
		return joined(n), Secret
	}
}

// joined drops all white space, in case that some copying brought it in.
func joined(n *node) []step {
	if n.Kind != Secret || !bytes.ContainsAny(n.Text, " \t\r\n") || !isReadable(n.Text) {
		return nil
	}
	text := without(n.Text, isSpace)
	if len(text) == 0 {
		return nil
	}
	return []step{{text: text, how: "without any white space"}}
}

// widths are those of base64 in PEM (RFC 7468 §2), in MIME (RFC 2045 §6.8), of
// openssl and of a terminal.
func isWidth(n int) bool { return n == 64 || n == 76 || n == 60 || n == 72 || n == 80 }

func areWrapped(all [][]byte) bool {
	width, last := len(all[0]), len(all[len(all)-1])
	for i, line := range all {
		if bytes.ContainsAny(line, " \t") || i < len(all)-1 && len(line) != width {
			return false
		}
	}
	return width >= leastWrapped && (last < width || last == width && isWidth(width) && !isHex(all[0]))
}

// areListed asks for lines without white space: what has some is prose.
func areListed(all [][]byte) bool {
	for _, line := range all {
		if len(line) < leastListed || bytes.ContainsAny(line, " \t") {
			return false
		}
	}
	return true
}
