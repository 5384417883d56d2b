package strength

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/secret"
)

func hasHuman(text string) bool {
	for _, f := range Audit([]byte(text), secret.HS256, Context{}).Findings {
		if f.Certainty == HumanLooking {
			return true
		}
	}
	return false
}

// The work grows with the square of the length.
func TestNothingIsEstimatedBeyondTheLongestDescribed(t *testing.T) {
	writing := strings.Repeat("Zorblatt ate seven quiet dumplings of the night. ", 6)
	assert.NotNil(t, findHuman([]byte(writing[:longestDescribed])))
	assert.Nil(t, findHuman([]byte(writing[:longestDescribed+1])))
}

func TestEncodedBytesAreNotEstimated(t *testing.T) {
	for name, text := range map[string]string{
		"hex":            "7b1fd0a6c3985e42bb06f4e91c7da8530e6294cf5a7183dbe2490fb6ad15c87e",
		"hex, 16 bytes":  "7B1FD0A6C3985E42BB06F4E91C7DA853",
		"RFC 7520 §3.5":  "hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg",
		"base64, padded": "hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG+Onbc6mxCcYg=",
	} {
		t.Run(name, func(t *testing.T) { assert.True(t, machineMade([]byte(text))) })
	}
	for name, text := range map[string]string{
		"words":     "correct-horse-battery-staple",
		"a symbol":  "7b1fd0a6c3985e42bb06f4e91c7da853!",
		"short hex": "7b1fd0a6c3985e42",
	} {
		t.Run(name, func(t *testing.T) { assert.False(t, machineMade([]byte(text))) })
	}
}

// Forty digits in order are guessed at once; as hexadecimal they are bytes, and
// there are other findings for those.
func TestWhatLooksLikeEncodedBytesIsNoWriting(t *testing.T) {
	digits := []byte(strings.Repeat("0123456789", 4))
	assert.Less(t, guesses(digits), float64(guessBits))
	assert.Nil(t, findHuman(digits))
}

func TestWhatEncodedBytesSayIsEstimated(t *testing.T) {
	for name, encode := range map[string]func([]byte) string{
		"hex": hex.EncodeToString, "base64": base64.StdEncoding.EncodeToString,
	} {
		t.Run(name, func(t *testing.T) {
			assert.True(t, hasHuman(encode([]byte("Zorblatt ate seven quiet dumplings of the night"))))
		})
	}
}
