package chapter

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// figures returns the words of a chapter's prose that hold a digit and are no name that does:
// somebody typed a number, where {= … =} would have worked it out.
func figures(markdown string) (typed []string) {
	_, prose, _ := strings.Cut(markdown, "\n\n") // the title and the description stand before
	for _, r := range notProse {
		prose = r.ReplaceAllString(prose, " ")
	}
	for _, r := range named {
		for before := ""; before != prose; { // two names may share what is between them
			before, prose = prose, r.ReplaceAllString(prose, " ")
		}
	}
	for _, word := range strings.Fields(prose) {
		if strings.ContainsFunc(word, digit) {
			typed = append(typed, word)
		}
	}
	return typed
}

// digit reports a digit, also one that is raised, lowered, or a fraction.
func digit(r rune) bool {
	return r >= '0' && r <= '9' || strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉½¼¾⅓⅔", r)
}

// notProse are the parts of Markdown in which a digit is code, an address, or markup.
var notProse = []*regexp.Regexp{
	regexp.MustCompile(`(?s)<!--.*?-->`),
	regexp.MustCompile("(?ms)^ *```.*?^ *```[ \t]*$"),
	regexp.MustCompile(`(?s)\{=.*?=\}`),
	regexp.MustCompile("(?s)``.*?``|`[^`]*`"),
	regexp.MustCompile(`\[\^[^\]]*\]`),   // the mark of a source
	regexp.MustCompile(`\]\([^)\s]*\)`),  // where a link leads
	regexp.MustCompile(`(?m)^ *\d+\. `),  // of a list
	regexp.MustCompile(`(?m)^\[\^.*?$`),  // a source of the chapter's own
	regexp.MustCompile(`(?m)^> \[!\w+]`), // the kind of a callout
}

// named are the names that hold a digit, each with what follows it in a text. No number that
// could be worked out is among them.
var named = wholeWords(
	// Standards and their parts.
	`RFCs? \d{3,4}`,
	`§§? ?\d+(\.\d+)*([–-]\d+(\.\d+)*)?`,
	`[Ss]ections? \d+(\.\d+)+`, // with a dot: no number of things
	`Appendix [A-Z](\.\d+)*`,
	`SP 800-\d+[A-Z]?( Part \d)?`, `FIPS \d+(-\d+)?`, `ISO 8601`,
	`OAuth 2\.[01]`, `TLS 1\.[23]`, `HTTP/[123]`,

	// Algorithms and encodings.
	`[HREP]S(256|384|512)`, `ES256K`, `EdDSA`, `Ed25519`, `X25519`, `P-(256|384|521)`,
	`(RSA-OAEP|ECDH-ES\+A\d{3}KW|A\d{3}(GCM)?KW|A\d{3}GCM|ML-DSA-\d\d)(-\d+)?`,
	`(HMAC-)?SHA-?(1|2|3|256|384|512)`, `MD5`, `AES-(128|192|256)`, `PBKDF2`, `Argon2(id)?`,
	`UTF-(8|16|32)`, `[Bb]ase(16|32|58|62|64)(url)?`, `PKCS ?#?\d+`, `X\.509`,
	`xorshift128\+`, `GF\(2\)`, `2ⁿ`, `0x`,

	// Products.
	`V8`, `RTX \d{4}`, `Auth0`, `S3`, `K8s`, `z3`, `hashcat \d`, `coreutils \d\.\d`,
)

// wholeWords makes patterns of whole words.
func wholeWords(patterns ...string) (all []*regexp.Regexp) {
	for _, p := range patterns {
		all = append(all, regexp.MustCompile(`(^|[^\pL\d.+#§-])(`+p+`)(s|'s|’s)?($|[^\pL\d.+#§-]|[.,-]($|[^\d\pL])|-\pL)`))
	}
	return all
}

func TestFiguresInTheProseAreFoundAndNamesAreNot(t *testing.T) {
	for text, want := range map[string][]string{
		// Numbers that can be worked out.
		"It takes 32 bytes.":                 {"32"},
		"32":                                 {"32"},
		"A 256-bit key":                      {"256-bit"},
		"in 2,048 bits":                      {"2,048"},
		"about 4·10⁹ guesses":                {"4·10⁹"},
		"2¹²⁸ and x²":                        {"2¹²⁸", "x²"},
		"half is ½":                          {"½"},
		"(64)":                               {"(64)"},
		"**7** days":                         {"**7**"},
		"one 1 two":                          {"1"},
		"64 of HS256":                        {"64"},
		"100%":                               {"100%"},
		"0x00":                               {"0x00"},
		"| a | 12 |":                         {"12"},
		"## The 3 parts":                     {"3"},
		"> [!MYTH]\n> 8 bits":                {"8"},
		"- 5 of them":                        {"5"},
		"[40 bits](/audit)":                  {"[40"},
		"in 2026":                            {"2026"},
		"Version 9.8":                        {"9.8"},
		"HS257, HS25, HS2560, AHS256":        {"HS257,", "HS25,", "HS2560,", "AHS256"},
		"SHA-257 and SHA-25":                 {"SHA-257", "SHA-25"},
		"RFC 12 and RFC":                     {"12"},
		"section 3, section 3 2.5":           {"3,", "3", "2.5"},
		"P-255":                              {"P-255"},
		"RTX 40":                             {"40"},
		"base65":                             {"base65"},
		"Unclosed `code 5":                   {"5"},
		"Unclosed {= minBytes 6":             {"6"},
		"4 `a` 5":                            {"4", "5"},
		"Two\n```sh\n1\n```\n3\n```\n4\n```": {"3"},

		// Names, code, addresses, sources and markup.
		"RFC 7518 §3.2, RFC 2104 §2–3.":       nil,
		"SP 800-57 Part 1, section 5.3.6[^n]": nil,
		"after 0x, 2ⁿ":                        nil,
		"(RFC 8725 §3.5)":                     nil,
		"RFCs 7515":                           nil,
		"§§2–3":                               nil,
		"SP 800-63B, FIPS 180-4":              nil,
		"HS256's and HS512; ES256, PS384 or RS256. EdDSA":       nil,
		"HMAC-SHA256, SHA-256: SHA-1":                           nil,
		"Base64url, base64, UTF-8 and UTF-16.":                  nil,
		"Ed25519/P-256":                                         nil,
		"an HS256-token":                                        nil,
		"**HS256**, _HS384_ and \"HS512\"":                      nil,
		"V8's generator, an RTX 4090":                           nil,
		"{= minBytes \"HS256\" =} bytes":                        nil,
		"{= a\n 5 =}":                                           nil,
		"`32` and ``a`64``":                                     nil,
		"Claim.[^rfc7518] More[^2]":                             nil,
		"[audit](/?alg=HS512&size=64)":                          nil,
		"1. first\n2. second":                                   nil,
		"```sh Label 5\nopenssl rand 32\n```":                   nil,
		"a\n\n```go\n5\n```\n\nb\n\n```js\n6\n```":              nil,
		"<!--\nasked: a/b#12 in 2020\n-->\n\nNone <!-- 5 --> x": nil,
		"HS256 HS384 HS512 SHA-256/SHA-384":                     nil,
		"two, nine, sixty-four":                                 nil,
	} {
		assert.Equal(t, want, figures("title: 5 things\ndescription: 6 more\n\n"+text), text)
	}
}
