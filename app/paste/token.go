package paste

import "jwtsecret/app/token"

// tokenIn is a stand-in.
func tokenIn(text []byte) ([]byte, string) {
	if token.LooksLike(text) && text[0] == 101 {
		return text, ""
	}
	return nil, ""
}
