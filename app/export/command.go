package export

// command completes the target of a command that asks for the value; run appends
// the command itself, which reads the value from standard input. The package
// comment explains the lines around it.
func command(t Target, run encoder) Target {
	return asking(t, func(dst []byte, e *Entry, name string) []byte {
		return run(append(dst, `printf %s "$secret" | `...), e, name)
	})
}

// asking is [command] for tools that take the value as the argument "$secret".
func asking(t Target, run encoder) Target {
	t.extension, t.Command, t.check = ".sh", true, checkTyped
	t.Advice = append([]string{adviceTyped}, t.Advice...)
	t.begin, t.end = "(\n", ")\n"
	t.encode = func(dst []byte, e *Entry, name string) []byte {
		dst = append(appendPrompt(dst, e), "  IFS= read -rs secret; echo >&2; [ -n \"$secret\" ] || exit\n  "...)
		return append(run(dst, e, name), '\n')
	}
	return t
}

// appendPrompt appends the line that asks. The names in it have no quote and no
// percent sign.
func appendPrompt(dst []byte, e *Entry) []byte {
	dst = appendTexts(dst, "  printf 'Paste ", e.Name)
	if owner := e.owner(); owner != "" {
		dst = appendTexts(dst, " of ", owner)
	}
	if e.TestOnly() {
		dst = append(dst, " (for tests only)"...)
	}
	return append(dst, ", then press Enter: ' >&2\n"...)
}

// piped returns the command that has the name between two texts.
func piped(before, after string) encoder {
	return func(dst []byte, _ *Entry, name string) []byte {
		return appendTexts(dst, before, name, after)
	}
}
