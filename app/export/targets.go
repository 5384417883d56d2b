package export

import "slices"

// Targets returns all targets, group by group.
func Targets() []Target {
	return slices.Concat(fileTargets(), shellTargets(), containerTargets(), storeTargets(), hostingTargets(), keyTargets())
}

// adviceIgnore is the advice for a file that holds a secret.
func adviceIgnore(pattern string) string {
	return "Add " + pattern + " to .gitignore before you save the file: what was committed once stays in the history."
}

const (
	adviceMode  = "Let nobody else read the file: chmod 600."
	adviceTyped = "In bash or zsh. The command asks for the value and does not show it: copy the value, paste it at the prompt, press Enter. It stays out of the shell's history."
)
