package token_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/token"
)

func TestATokenLooksLikeOneAlsoWhenItIsBroken(t *testing.T) {
	for name, text := range map[string]string{
		"signed":               rfc7515Token,
		"without members":      compact("{}", "{}"),
		"white space in front": compact(` { "alg":"HS256"}`, "{}"),
		"header cut off":       "eyJhbGciOiJIUzI1NiI.e30.AA",
		"payload no base64url": "eyJhbGciOiJIUzI1NiJ9.!.AA",
		"encrypted":            "eyJhbGciOiJkaXIifQ.a.b.c.d",
		"without a signature":  "eyJhbGciOiJIUzI1NiJ9.e30",
		"detached":             "eyJhbGciOiJIUzI1NiJ9..AA",
	} {
		t.Run(name, func(t *testing.T) { assert.True(t, token.LooksLike([]byte(text))) })
	}
}

func TestWhatOnlyContainsDotsDoesNotLookLikeAToken(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":         "",
		"dots":            "...",
		"letters":         "a.b.c",
		"numbers":         "1.2.3.4",
		"begins like one": "eyJ",
		"header alone":    "eyJhbGciOiJIUzI1NiJ9",
		"two, no header":  "eyJhbGciOiJIUzI1NiJ.e30",
		"two, no alg":     "e30.e30",
		"two, one empty":  "eyJhbGciOiJIUzI1NiJ9.",
		"two, no payload": "eyJhbGciOiJIUzI1NiJ9.e30=",
		"an array":        encode("[]") + ".e30.AA",
		"no JSON":         encode("{alg}") + ".e30.AA",
	} {
		t.Run(name, func(t *testing.T) { assert.False(t, token.LooksLike([]byte(text))) })
	}
}
