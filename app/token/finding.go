package token

import "strconv"

// Code names a kind of finding. The names are stable: tests, translations and
// documentation may refer to them.
type Code string

// The findings, those that let anyone forge a token first.
const (
	AlgNone        Code = "alg-none"
	AlgMissing     Code = "alg-missing"
	AlgUnknown     Code = "alg-unknown"
	NotSigned      Code = "not-signed"
	SignatureSize  Code = "signature-size"
	KeyInHeader    Code = "key-in-header"
	KeyAddress     Code = "key-address"
	KeyIDNotText   Code = "kid-not-text"
	KeyIDPath      Code = "kid-path"
	KeyIDSQL       Code = "kid-sql"
	KeyIDCommand   Code = "kid-command"
	Critical       Code = "crit"
	ExpMissing     Code = "exp-missing"
	ExpFar         Code = "exp-far"
	Expired        Code = "expired"
	NeverValid     Code = "never-valid"
	NotYetValid    Code = "not-yet-valid"
	IssuedInFuture Code = "issued-in-future"
	DateNotNumber  Code = "date-not-a-number"
	DateMillis     Code = "date-in-milliseconds"
	ClaimSecret    Code = "claim-secret"
	ClaimCard      Code = "claim-card-number"
	ClaimEmail     Code = "claim-email"
)

// sentences holds one sentence for each code. None needs a value of the token.
var sentences = map[Code]string{
	AlgNone:        "The header says that the token is not signed (alg none): a server that accepts it accepts whatever anyone writes.",
	AlgMissing:     "The header names no algorithm as text, which RFC 7515 §4.1.1 requires.",
	AlgUnknown:     "The algorithm is none of HS, RS, PS, ES or EdDSA as registered; names are case-sensitive.",
	NotSigned:      "The signature is empty: nothing protects this token.",
	SignatureSize:  "The signature does not have the length that the algorithm gives, so no key can verify it.",
	KeyInHeader:    "The header brings its own key. A server that trusts it accepts any token that carries any key.",
	KeyAddress:     "The header says where to fetch the key. A server that follows it lets the sender choose the key, and calls an address of the sender's choice.",
	KeyIDNotText:   "The key id is not text, which RFC 7515 §4.1.4 requires.",
	KeyIDPath:      "The key id looks like a file's path. If the server opens that file, the sender chooses the key.",
	KeyIDSQL:       "The key id contains what SQL would read as more than a value. If the server builds a query from it, the sender chooses the key.",
	KeyIDCommand:   "The key id contains what a shell would run as a command.",
	Critical:       "The header demands extensions (crit). A recipient that does not know each of them must refuse the token (RFC 7515 §4.1.11).",
	ExpMissing:     "The token never expires: whoever gets hold of it can use it until the key is replaced.",
	ExpFar:         "The token is valid for more than " + strconv.Itoa(farDays) + " days; a stolen one is good for as long.",
	Expired:        "The token has expired.",
	NeverValid:     "The token expires before it becomes valid, so it never is.",
	NotYetValid:    "The token is not valid yet.",
	IssuedInFuture: "The token says that it was issued in the future: a wrong clock, or a made-up date.",
	DateNotNumber:  "A date is not a number of seconds since 1970 (RFC 7519 §2).",
	DateMillis:     "A date seems to be in milliseconds. RFC 7519 counts seconds, so it means a day thousands of years away.",
	ClaimSecret:    "A claim looks like a password or a key. The payload is encoded, not encrypted: everyone who sees the token can read it.",
	ClaimCard:      "A claim looks like the number of a payment card. Everyone who sees the token can read it.",
	ClaimEmail:     "A claim holds an e-mail address: personal data that everyone who sees the token can read.",
}

// Finding is something in a token that its owner should know.
type Finding struct {
	Code Code
	Part Part   // where: Header, Payload or Signature
	Name string // of the header or claim, nested ones with dots; empty for the signature. Never a value
}

// Sentence says what was found and why it matters. It holds nothing of the token.
func (f Finding) Sentence() string { return sentences[f.Code] }
