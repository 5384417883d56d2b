package ui

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDigits is how many bytes of digits are read. No number here has as many, and what
// somebody pasted by mistake may have millions.
const maxDigits = 99

// wholeNumber reads a whole number as people write it: digits of any script, blanks
// around them, a sign, and one kind of mark between groups of three digits. It takes
// what can mean one number only. A dot or a comma elsewhere could as well begin a
// fraction, and an exponent is no way to write a size.
func wholeNumber(text string) (int, bool) {
	sign, digits := "", strings.TrimSpace(text)
	for _, c := range []struct{ written, sign string }{{"+", ""}, {"-", "-"}, {"\u2212", "-"}} {
		if rest, found := strings.CutPrefix(digits, c.written); found {
			sign, digits = c.sign, rest
			break
		}
	}
	if len(digits) > maxDigits {
		return 0, false
	}
	digits, plain := asciiDigits(digits)
	if digits, ungrouped := withoutGroups(digits); plain && ungrouped {
		n, err := strconv.Atoi(sign + digits)
		return n, err == nil
	}
	return 0, false
}

// asciiDigits writes digits of another script as 0 to 9. It reports false where two
// scripts are mixed, or where a sign is left.
func asciiDigits(text string) (ascii string, ok bool) {
	script := rune(-1)
	ok = true
	ascii = strings.Map(func(r rune) rune {
		if r == '+' || r == '-' {
			ok = false
		}
		if !unicode.IsDigit(r) {
			return r
		}
		zero := zeroOf(r)
		if script >= 0 && zero != script {
			ok = false
		}
		script = zero
		return '0' + r - zero
	}, text)
	return ascii, ok
}

// zeroOf returns the digit 0 of the script of a digit. Unicode has the ten digits of
// each script in a row (The Unicode Standard, section 4.6).
func zeroOf(digit rune) rune {
	for _, r := range unicode.Nd.R16 {
		if rune(r.Lo) <= digit && digit <= rune(r.Hi) {
			return digit - (digit-rune(r.Lo))%10
		}
	}
	for _, r := range unicode.Nd.R32 {
		if rune(r.Lo) <= digit && digit <= rune(r.Hi) {
			return digit - (digit-rune(r.Lo))%10
		}
	}
	return digit
}

// groupMarks stand between thousands: the comma and its Arabic form, the apostrophe,
// the underscore and blanks. Not the dot, which begins a fraction in most code.
const groupMarks = ",\u066c'’_ \u00a0\u2009\u202f"

// withoutGroups takes the marks between groups of three digits away. It reports false
// where they stand elsewhere.
func withoutGroups(text string) (digits string, ok bool) {
	i := strings.IndexAny(text, groupMarks)
	if i < 0 {
		return text, true
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	groups := strings.Split(text, text[i:i+size])
	for n, group := range groups {
		if len(group) > 3 || len(group) < 3 && n > 0 || group == "" || strings.ContainsAny(group, groupMarks) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}
