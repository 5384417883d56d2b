package paste

import (
	"bytes"
	"encoding/base64"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

const mixedRemark = "There are characters of both alphabets of base64, + or / and - or _. Strict decoders refuse that; lenient ones differ."

// anyBase64 returns base64url without padding of text in either alphabet or in
// both, with any padding at its end.
func anyBase64(text []byte) ([]byte, bool) {
	text = bytes.TrimRight(text, "=")
	url := make([]byte, len(text))
	for i, b := range text {
		switch {
		case b == '+', b == '-':
			url[i] = '-'
		case b == '/', b == '_':
			url[i] = '_'
		case b >= '0' && b <= '9', b|0x20 >= 'a' && b|0x20 <= 'z':
			url[i] = b
		default:
			clear(url)
			return nil, false
		}
	}
	return url, len(url) > 1 && len(url)%4 != 1
}

// oddBase64 reads base64 that strict decoders refuse: in two alphabets, or with
// padding that does not fit.
func oddBase64(n *node) ([]step, Kind) {
	mixed := bytes.ContainsAny(n.Text, "-_") && bytes.ContainsAny(n.Text, "+/")
	padded := bytes.HasSuffix(n.Text, []byte{'='}) && len(n.Text)%4 != 0
	if !mixed && !padded {
		return nil, Secret
	}
	url, ok := anyBase64(n.Text)
	if !ok {
		return nil, Secret
	}
	how := "its padding taken off"
	if mixed {
		how = "its two base64 alphabets read as one"
	}
	return []step{{text: url, how: how, encodings: asURL}}, Secret
}

// leastNested is how many bytes must be readable for an encoding to hold a text: a
// random byte is with a chance of 95/256.
const leastNested = 4

// nested decodes what is readable again: base64 of hexadecimal, of base64, of text
// with a line end.
func nested(n *node) ([]step, Kind) {
	var steps []step
	for _, r := range token.Readings(n.Text) {
		if r.Encoding == token.UTF8 || len(r.Key) < leastNested || !isReadable(r.Key) {
			clear(r.Key)
			continue
		}
		steps = append(steps, step{text: r.Key, how: "decoded from " + r.Encoding.String(), decoded: true})
	}
	return steps, Secret
}

// isReadable reports whether the bytes are printable ASCII, with line ends and
// tabs.
func isReadable(key []byte) bool {
	return !bytes.ContainsFunc(key, func(r rune) bool { return (r < ' ' || r > '~') && r != '\n' && r != '\r' && r != '\t' })
}

// decodedBase64 is strict about all but white space, as Kubernetes is; it returns
// nil for what is none.
func decodedBase64(text []byte) []byte {
	digits := without(text, isSpace)
	defer clear(digits)
	key, err := secret.Decode(secret.Base64, digits)
	if err != nil {
		return nil
	}
	return key
}

func encodeURL(key []byte) []byte { return base64.RawURLEncoding.AppendEncode(nil, key) }
