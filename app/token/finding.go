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
	SignatureGone  Code = "signature-missing"
	SignatureSize  Code = "signature-size"
	KeyInHeader    Code = "key-in-header"
	KeyAddress     Code = "key-address"
	KeyIDNotText   Code = "kid-not-text"
	KeyIDPath      Code = "kid-path"
	KeyIDSQL       Code = "kid-sql"
	KeyIDCommand   Code = "kid-command"
	Critical       Code = "crit"
	UnencodedOnly  Code = "b64-without-crit"
	Encrypted      Code = "encrypted"
	Detached       Code = "payload-detached"
	Unencoded      Code = "payload-unencoded"
	Nested         Code = "payload-is-a-token"
	PayloadBytes   Code = "payload-not-text"
	PayloadText    Code = "payload-not-json"
	PayloadValue   Code = "payload-not-an-object"
	PayloadTwice   Code = "payload-name-twice"
	PayloadDeep    Code = "payload-too-deep"
	ExpMissing     Code = "exp-missing"
	ExpFar         Code = "exp-far"
	Expired        Code = "expired"
	NeverValid     Code = "never-valid"
	NotYetValid    Code = "not-yet-valid"
	IssuedInFuture Code = "issued-in-future"
	DateNotNumber  Code = "date-not-a-number"
	DateMillis     Code = "date-in-milliseconds"
	DateDuration   Code = "date-is-a-duration"
	ClaimSecret    Code = "claim-secret"
	ClaimCard      Code = "claim-card-number"
	ClaimEmail     Code = "claim-email"
)

// sentences holds one sentence for each code. None needs a value of the token.
var sentences = map[Code]string{
	AlgNone:        "The header says that the token is not signed (alg none): a server that accepts it accepts whatever anyone writes.",
	AlgMissing:     "The header names no algorithm as text, which RFC 7515 §4.1.1 requires.",
	AlgUnknown:     "The algorithm is none of HS, RS, PS, ES, EdDSA or ML-DSA as registered; names are case-sensitive.",
	NotSigned:      "The signature is empty: nothing protects this token.",
	SignatureGone:  "The token has two parts and no signature, which would be the third (RFC 7515 §7.1): it was not copied, or never made. As it is, nothing protects this token.",
	SignatureSize:  "The signature does not have the length that the algorithm gives, so no key can verify it.",
	KeyInHeader:    "The header brings its own key. A server that trusts it accepts any token that carries any key.",
	KeyAddress:     "The header says where to fetch the key. A server that follows it lets the sender choose the key, and calls an address of the sender's choice.",
	KeyIDNotText:   "The key id is not text, which RFC 7515 §4.1.4 requires.",
	KeyIDPath:      "The key id looks like a file's path. If the server opens that file, the sender chooses the key.",
	KeyIDSQL:       "The key id contains what SQL would read as more than a value. If the server builds a query from it, the sender chooses the key.",
	KeyIDCommand:   "The key id contains what a shell would run as a command.",
	Critical:       "The header demands extensions (crit). A recipient that does not know each of them must refuse the token (RFC 7515 §4.1.11).",
	UnencodedOnly:  "The header has b64 false but no crit that names it, which RFC 7797 §6 requires: recipients that do not know it read another payload than others.",
	Encrypted:      "This is an encrypted token (JWE, RFC 7516 §3), not a signed one. Its header is for everyone to read; its payload only for those who have the key.",
	Detached:       "The payload is not in the token. It is sent beside it (RFC 7515 appendix F), and without it the signature cannot be checked, unless the payload was nothing.",
	Unencoded:      "The payload stands in the token as it is, because the header says b64 false (RFC 7797 §3). A JSON Web Token must not do that (RFC 7797 §7), so it is not read as claims.",
	Nested:         "The payload is a token itself (RFC 7519 §5.2). The signature covers it as a whole; paste the inner one by itself to see what it says.",
	PayloadBytes:   "The payload is not text in UTF-8, so it holds no claims (RFC 7519 §7.2). The signature covers its bytes all the same (RFC 7515 §5.1).",
	PayloadText:    "The payload is not JSON, so it holds no claims (RFC 7519 §7.2). The signature covers it all the same (RFC 7515 §5.1).",
	PayloadValue:   "The payload is JSON but not an object, so it holds no claims (RFC 7519 §7.2). The signature covers it all the same (RFC 7515 §5.1).",
	PayloadTwice:   "An object in the payload has the same name twice. RFC 7519 §4 lets a recipient refuse such claims or take the last, so recipients may read different ones.",
	PayloadDeep:    "The payload is nested more than " + strconv.Itoa(MaxDepth) + " levels deep. It is not looked into here, and a server may refuse it (RFC 8259 §9).",
	ExpMissing:     "The token never expires: whoever gets hold of it can use it until the key is replaced.",
	ExpFar:         "The token is valid for more than " + strconv.Itoa(farDays) + " days; a stolen one is good for as long.",
	Expired:        "The token has expired.",
	NeverValid:     "The token expires before it becomes valid, so it never is.",
	NotYetValid:    "The token is not valid yet.",
	IssuedInFuture: "The token says that it was issued in the future: a wrong clock, or a made-up date.",
	DateNotNumber:  "A date is not a number of seconds since 1970 (RFC 7519 §2).",
	DateMillis:     "A date seems to be in milliseconds. RFC 7519 counts seconds, so it means a day thousands of years away.",
	DateDuration:   "The date of expiry seems to be a duration. RFC 7519 §4.1.4 counts seconds since 1970, so the token expired decades ago: add the duration to the time of issue.",
	ClaimSecret:    "A claim looks like a password or a key. The payload is encoded, not encrypted: everyone who sees the token can read it.",
	ClaimCard:      "A claim looks like the number of a payment card. Everyone who sees the token can read it.",
	ClaimEmail:     "A claim holds an e-mail address: personal data that everyone who sees the token can read.",
}

// Finding is something in a token that its owner should know.
type Finding struct {
	Code Code
	Part Part   // where: Header, Payload or Signature
	Name string // of the header or claim, nested ones with dots; empty for a whole part. Never a value
}

// Sentence says what was found and why it matters. It holds nothing of the token.
func (f Finding) Sentence() string { return sentences[f.Code] }
