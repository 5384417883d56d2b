package paste

import "bytes"

// What is copied with its surroundings: from a message, from a terminal.

// fence takes off what marks a block of code in Markdown.
func fence(n *node) ([]step, Kind) {
	text := bytes.TrimSpace(n.Text)
	inner, ok := between(text, "```", "```")
	begin := bytes.IndexByte(inner, '\n')
	if !ok || begin < 0 {
		return nil, Secret
	}
	return []step{{text: bytes.Clone(bytes.Trim(inner[begin:], "\r\n")), how: "without the marks of its block", used: true}}, Secret
}

// commands make secrets or show them.
var commands = []string{"$ ", "% ", "> ", "PS> ", "openssl ", "pwgen", "head ", "node ", "python", "ruby ", "php ", "cat ", "uuidgen", "xxd ", "docker ", "kubectl ", "heroku "}

// transcript takes a command off that stands above what it has written.
func transcript(n *node) ([]step, Kind) {
	command, output, ok := bytes.Cut(n.Text, []byte{'\n'})
	if _, is := cutAny(command, commands); !ok || !is || len(bytes.TrimSpace(output)) == 0 || n.exact {
		return nil, Secret
	}
	return []step{{text: bytes.Clone(output), how: "without the command above it", used: true}}, Secret
}
