package export

// adviceShell is how to set the variable without the history of a shell.
const adviceShell = "For a file that the shell reads. A line that is pasted at the prompt stays in the history; to set the variable there, run this with its name instead of NAME: "

func shellTargets() []Target {
	return []Target{
		{
			ID: "shell", Title: "bash, zsh", Group: GroupShell, extension: ".sh",
			Advice: []string{adviceShell + "read -rs NAME && export NAME", adviceIgnore("*.sh, or this file's name,"), adviceMode},
			check:  checkLine, comment: "# ", encode: assignment("export ", "=", appendShell),
		},
		{
			ID: "fish", Title: "fish", Group: GroupShell, extension: ".fish",
			Advice: []string{adviceShell + "read -sgx NAME", adviceIgnore("*.fish, or this file's name,"), adviceMode},
			check:  checkLine, comment: "# ", encode: assignment("set -gx ", " ", appendFish),
		},
		{
			ID: "powershell", Title: "PowerShell", Group: GroupShell, extension: ".ps1",
			Advice: []string{
				adviceShell + "$env:NAME = Read-Host -MaskInput (PowerShell 7.1)",
				adviceIgnore("*.ps1, or this file's name,"),
				"Windows PowerShell 5.1 reads a file without a byte order mark as ANSI: keep to ASCII there.",
			},
			check: checkLine, comment: "# ", encode: assignment("$env:", " = ", appendPowerShell),
		},
	}
}
