package export_test

import (
	"strings"
	"testing"
)

// Each shell reads the file, then prints the variables with its own builtins:
// an environment as large as this one could not be handed to a program.
func TestShellsReadTheValues(t *testing.T) {
	shells := []struct {
		name, print string
		targets     []string
	}{
		{"sh", `for n in NAMES; do eval "printf '%s\0' \"\$$n\""; done`, []string{"dotenv", "shell"}},
		{"bash", `for n in NAMES; do printf '%s\0' "${!n}"; done`, []string{"dotenv", "shell"}},
		{"zsh", `for n in NAMES; do printf '%s\0' "${(P)n}"; done`, []string{"dotenv", "shell"}},
		{"fish", `for n in NAMES; printf '%s\0' $$n; end`, []string{"fish"}},
		{"pwsh", `foreach ($n in 'NAMES'.Split(' ')) { [Console]::Out.Write([Environment]::GetEnvironmentVariable($n) + "` + "`0" + `") }`, []string{"powershell"}},
	}
	for _, shell := range shells {
		t.Run(shell.name, func(t *testing.T) {
			path := program(t, shell.name)
			reader{shell.name, shell.targets, func(t *testing.T, file []byte, names []string) []string {
				print := strings.Replace(shell.print, "NAMES", strings.Join(names, " "), 1)
				script := writeFile(t, "script.ps1", append(file, print...))
				return records(output(t, nil, nil, path, script))
			}}.run(t)
		})
	}
}
