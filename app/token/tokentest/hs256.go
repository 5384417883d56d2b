package tokentest

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
)

// HS256 returns the token of what is signed, a header and a payload as they stand
// with a dot between them, whatever they are. It is RFC 7515 §5.1 and appendix A.1
// without any code of package token.
func HS256(input, key string) string {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(input))
	return input + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
