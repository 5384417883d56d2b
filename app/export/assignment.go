package export

import "strings"

// isAssignment reports whether the first line of a text gives a variable a value, as
// a line of an .env file, a shell, YAML or JSON does. The padding of base64 is no
// value.
func isAssignment(text string) bool {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	name, value := cutAssignment(strings.TrimPrefix(line, "$env:"))
	if strings.Trim(value, "= \t\r") == "" {
		return false
	}
	name = strings.TrimSpace(name)
	name = name[strings.LastIndexAny(name, " \t")+1:] // without export, set or the dash of a list
	name = strings.Trim(name, `"'`)
	return name != "" && !isDigit(rune(name[0])) && !strings.ContainsFunc(name, isForeign) && !looksSecret(name)
}

// cutAssignment cuts a line at the first sign that gives a value. A colon is one
// after a quote or before a space: alone it belongs to addresses, and to prefixes
// such as base64:.
func cutAssignment(line string) (name, value string) {
	at, length := len(line), 0
	for _, sign := range []string{"=", ": ", `":`, `':`} {
		if i := strings.Index(line, sign); i >= 0 && i < at {
			at, length = i, len(sign)
		}
	}
	return line[:at], line[at+length:]
}
