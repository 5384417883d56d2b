package token

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// inspectClaims looks at every text and number of the payload, also inside
// objects and arrays.
func inspectClaims(payload []byte) []Finding {
	var claims any
	if newDecoder(payload).Decode(&claims) != nil {
		return nil
	}
	return inspectClaim("", claims)
}

// inspectClaim looks at a value and what is inside it. The path is the names of
// the members that lead to it, with dots between them.
func inspectClaim(path string, value any) []Finding {
	var found []Finding
	switch v := value.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			found = append(found, inspectClaim(join(path, name), v[name])...)
		}
	case []any:
		for i, element := range v {
			found = append(found, inspectClaim(join(path, strconv.Itoa(i)), element)...)
		}
	case string:
		found = inspectValue(path, v)
	case json.Number:
		found = inspectValue(path, v.String())
	}
	return found
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// longestKnown is longer, in bytes, than any number of a card, address (RFC 5321
// §4.5.3.1.3) or mark of a secret. A private key may be anywhere in a longer value.
const longestKnown = 320

// inspectValue returns at most one finding, the gravest.
func inspectValue(path, value string) []Finding {
	head := value[:min(len(value), longestKnown)]
	switch {
	case value == "":
		return nil
	case secretName(path) || secretValue.MatchString(head) || strings.Contains(value, "PRIVATE KEY-----") && secretValue.MatchString(value):
		return []Finding{{ClaimSecret, Payload, path}}
	case len(value) > longestKnown:
		return nil
	case isCardNumber(value):
		return []Finding{{ClaimCard, Payload, path}}
	case email.MatchString(value):
		return []Finding{{ClaimEmail, Payload, path}}
	default:
		return nil
	}
}

// secretNames are names of claims that hold something to be kept secret, in
// lower case without separators.
var secretNames = []string{
	"password", "passwd", "pwd", "passphrase", "passwordhash", "pin", "cvv", "cvc", "otp", "totp",
	"secret", "clientsecret", "secretkey", "sharedsecret", "apikey", "apisecret", "privatekey",
	"accesskey", "secretaccesskey", "encryptionkey", "signingkey", "mnemonic", "seedphrase",
	"accesstoken", "refreshtoken", "authtoken", "ssn", "socialsecuritynumber",
}

var separators = strings.NewReplacer("_", "", "-", "", " ", "")

// secretName judges the last name of a path. A longer name such as
// userPassword counts by its end; passwordChangedAt does not.
func secretName(path string) bool {
	last := path[strings.LastIndexByte(path, '.')+1:]
	name := strings.ToLower(separators.Replace(last))
	return slices.Contains(secretNames, name) ||
		strings.HasSuffix(name, "password") || strings.HasSuffix(name, "apikey") || strings.HasSuffix(name, "privatekey")
}

// secretValue matches the marks by which services and programs make their
// secrets known: PEM, password hashes, and the prefixes of keys and tokens.
var secretValue = pattern{text: `-----BEGIN [A-Z ]*PRIVATE KEY-----` +
	`|^\$(2[abxy]|argon2(id|i|d)|[56]|scrypt|pbkdf2)\$` +
	`|^(AKIA|ASIA)[A-Z0-9]{16}$|^gh[pousr]_[A-Za-z0-9]{36}|^github_pat_|^glpat-|^xox[abp]-` +
	`|^(sk|rk)_(live|test)_|^AIza[A-Za-z0-9_-]{35}$|^SG\.[A-Za-z0-9_-]{22}\.`}

var email = pattern{text: `^[^\s@]+@[^\s@]+\.[A-Za-z]{2,}$`}

// cardPrefix matches what Visa, Mastercard, American Express and Discover begin
// their numbers with, at the lengths they have (ISO/IEC 7812).
var cardPrefix = pattern{text: `^(4\d{12}(\d{3})?|5[1-5]\d{14}|2(22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(011|5\d\d)\d{12})$`}

var cardSeparators = strings.NewReplacer(" ", "", "-", "")

func isCardNumber(value string) bool {
	digits := cardSeparators.Replace(value)
	return cardPrefix.MatchString(digits) && luhn(digits)
}

// luhn checks the last digit (ISO/IEC 7812-1 annex B): from the right, every
// second digit is doubled, and the digits of all results add up to a multiple
// of ten. Nine of ten random numbers fail.
func luhn(digits string) bool {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d = d*2/10 + d*2%10
		}
		sum += d
	}
	return sum%10 == 0
}
