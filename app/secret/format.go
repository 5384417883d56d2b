package secret

import (
	"encoding/base64"
	"encoding/hex"
	"slices"
	"strconv"
)

// Format is the way in which the random bytes are written down. The zero value
// is [Base64URL].
type Format uint8

// The formats. The name that [ParseFormat] reads stands beside each.
const (
	// Base64URL, "base64url", is the URL-safe alphabet without padding (RFC 4648
	// §5), as JSON Web Tokens use it (RFC 7515 §2).
	Base64URL Format = iota

	// Base64, "base64", is the standard alphabet with padding (RFC 4648 §4).
	Base64

	// HexLower, "hex", is two digits of 0-9a-f for each byte (RFC 4648 §8).
	HexLower

	// HexUpper, "hex-upper", is two digits of 0-9A-F for each byte.
	HexUpper

	// Alphanumeric, "alphanumeric", is letters and digits chosen uniformly, as
	// many as hold at least the bits asked for. The text itself is the key.
	Alphanumeric

	// Raw, "raw", is the bytes themselves, for a binary file.
	Raw

	// JWK, "jwk", is a JSON Web Key of type "oct" (RFC 7517, RFC 7518 §6.4).
	JWK
)

var formatNames = [...]string{
	Base64URL:    "base64url",
	Base64:       "base64",
	HexLower:     "hex",
	HexUpper:     "hex-upper",
	Alphanumeric: "alphanumeric",
	Raw:          "raw",
	JWK:          "jwk",
}

// Formats returns all formats, the default first.
func Formats() []Format {
	formats := make([]Format, len(formatNames))
	for i := range formats {
		formats[i] = Format(i)
	}
	return formats
}

// ParseFormat returns the format with exactly this name, such as "base64url".
// For any other text the error is [ErrFormat].
func ParseFormat(s string) (Format, error) {
	if i := slices.Index(formatNames[:], s); i >= 0 {
		return Format(i), nil
	}
	return 0, ErrFormat
}

// String returns the name that ParseFormat reads.
func (f Format) String() string {
	if !f.known() {
		return "Format(" + strconv.Itoa(int(f)) + ")"
	}
	return formatNames[f]
}

func (f Format) known() bool { return int(f) < len(formatNames) }

// textLength returns the length in bytes of the text that the request asks for. It
// is exact, that of zeros: a buffer that grew would leave a copy of a secret behind.
func (r Request) textLength() int {
	switch r.Format {
	case Alphanumeric:
		return alphanumericLength(r.Size)
	case JWK:
		return jwkLength(r)
	default:
		return len(r.Format.appendEncoded(nil, make([]byte, r.Size)))
	}
}

// appendEncoded appends the text of random to dst, for the formats that depend
// on nothing else.
func (f Format) appendEncoded(dst, random []byte) []byte {
	switch f {
	case Base64URL:
		return base64.RawURLEncoding.AppendEncode(dst, random)
	case Base64:
		return base64.StdEncoding.AppendEncode(dst, random)
	case HexLower:
		return hex.AppendEncode(dst, random)
	case HexUpper:
		return appendHexUpper(dst, random)
	default: // Raw
		return append(dst, random...)
	}
}

func appendHexUpper(dst, random []byte) []byte {
	const digits = "0123456789ABCDEF"
	for _, b := range random {
		dst = append(dst, digits[b>>4], digits[b&15])
	}
	return dst
}
