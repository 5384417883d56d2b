package export_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// nasty are values that break encoders. All are text; some have line ends and
// control characters, which targets of one line refuse.
func nasty() []string {
	values := []string{
		"$", "$$", "$$$", "$$$$", "${", "$${", "$$${", "$$$${X}", "${X}", "$X", "a$", "a$b", "$HOME", "${HOME}", "${HOME:-x}", "$(id)", "$((1))", "`id`", "$'a'", `$"a"`,
		"%", "%%", "%{", "%%{", "%%%{", "%s", "%d%n", "%{if true}", "%PATH%", "${{ secrets.X }}", "{{ .Values.x }}", "#{x}", "#{1+1}", "a#{b}c",
		"'", "''", `"`, `""`, "`", "``", `'"`, "'\"`", `it's`, `"quoted"`, `'quoted'`, "`quoted`", `a'b'c`, `a"b"c`, `'a`, `a'`, `"a`, `a"`, `\'`, `\"`, "\\`", `'\''`,
		`\`, `\\`, `\\\`, `a\`, `a\\`, `\a`, `\n`, `\r\n`, `\t`, `\u0041`, `\x41`, `\0`, `\$`, `\\$`, `\${X}`, `a\nb`, `\#`, `\ `, ` \`, `'a\`, `a\'b`,
		"#", "##", "#a", "a#b", "a #b", "# a", " #", "a # b", "!", "!!", "!a", "a!b", "!$", "a!!b", "=", "==", "a=b", "=a", ":", "a:b", "a: b", ": a", "a:", "- a", "-", "--", "-n", "-rf", "--help", "---", "...",
		" ", "  ", " a", "a ", " a ", "  a  b  ", "\t", "a\tb", "\ta", "a\t", "\u00a0", "\u00a0a\u00a0", "\u3000a",
		"yes", "no", "Yes", "NO", "on", "off", "y", "n", "true", "True", "false", "null", "Null", "NULL", "~", "1", "01", "0x10", "0o17", "1e3", "1_000", "1.5", ".5", "+1", "-1", "190:20:30", ".inf", ".nan", "-.inf", "2026-01-01", "<<", "=",
		"&a", "*a", "|", ">", "|-", ">-", "@a", "[a]", "{a}", "{a: b}", "[", "]", "{", "}", ",", "a, b", "?", "? a", "!!str a", "!!binary YQ==", "%YAML 1.2",
		"*", "?", "~", "~/x", "[a-z]", "{a,b}", "a;b", "a&b", "a|b", "a<b", "a>b", "(a)", "a && b", "a || b", ";id", "&", "|id", "^", "a^b", "<(id)", "@{a}", "@'", "@(1)", "-join", "..", "/", "//", "/* a */", "<!-- a -->", "]]>",
		"é", "e\u0301", "ß", "日本語", "🔑", "🔑🔑", "👩‍💻", "🏳️‍🌈", "a🔑b", "\u2018a\u2019", "\u201aa\u201b", "\u201ca\u201d", "\u200b", "a\u200bb", "\ufeffa", "\u00e5", "\u212b", "\u2126", "\ufffd", "\U0010fffd", "\u0130", "عربى",
		`{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}`,
		"-----BEGIN KEY-----", "postgres://u:p@h:5432/d?x=1&y=%20", "NAME=value", "export A='b'", "a\\\"b'c`d$e#f g%h!i",
		"\n", "a\nb", "a\r\nb\r\n", "\na", "a\n\n  b: c\n", "\x01", "a\x1bb", "\x7f", "a\u0085b", "\u0080\u009f", "a\u2028b", "a\u2029b", "a\ufeffb", "\uffff", "a\ufffeb", "\f", "\v", "\b",
		strings.Repeat("a", 4096), strings.Repeat("$", 4096), strings.Repeat("'", 4096), strings.Repeat("\"", 4096), strings.Repeat("🔑", 1024), strings.Repeat("a\\b", 1365) + "c",
	}
	for _, c := range []string{"$", "'", `"`, "`", `\`, "#", "!", "%", "&", "*", ";", "|", "<", ">", "(", ")", "{", "}", "[", "]", "~", "^", "@", ",", ":", "?", "="} {
		values = append(values, "x"+c+c+"y", c+"x"+c, "x "+c+" y")
	}
	return values
}

func TestThereAreTwoHundredNastyValues(t *testing.T) {
	distinct := map[string]bool{}
	for _, value := range nasty() {
		distinct[value] = true
	}
	assert.GreaterOrEqual(t, len(distinct), 200)
}
