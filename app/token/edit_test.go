package token_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func TestAMemberIsSetAndTheRestKeepsItsBytes(t *testing.T) {
	for object, want := range map[string]string{
		`{"alg":"HS256","typ":"JWT"}`:                   `{"alg":"HS512","typ":"JWT"}`,
		`{"typ":"JWT","alg":"HS256"}`:                   `{"typ":"JWT","alg":"HS512"}`,
		"{ \"alg\" :\t\"HS256\" ,\r\n \"kid\":\"ü😀\" }": "{ \"alg\" :\t\"HS512\" ,\r\n \"kid\":\"ü😀\" }",
		`{"alg":{"a":[1,{"alg":2}]},"b":1e400}`:         `{"alg":"HS512","b":1e400}`,
		`{"a":{"alg":"x"},"alg":1}`:                     `{"a":{"alg":"x"},"alg":"HS512"}`,
		`{"alg":"RS256","alg":"HS256","z":0}`:           `{"alg":"RS256","alg":"HS512","z":0}`,
		`{"\u0061lg":"HS256"}`:                          `{"\u0061lg":"HS512"}`,
		`{"a": 1 , "alg" : 5 }`:                         `{"a": 1 , "alg" : "HS512" }`,
		`{ "a" : 1 }`:                                   `{ "a" : 1, "alg" : "HS512" }`,
		`{}`:                                            `{"alg": "HS512"}`,
		"{\n}":                                          "{\"alg\": \"HS512\"\n}",
		`{"a":",\"}","b":2}`:                            `{"a":",\"}","b":2,"alg":"HS512"}`,
		"{\n  \"a\": 1,\n  \"b\": [\n    2\n  ]\n}\n":   "{\n  \"a\": 1,\n  \"b\": [\n    2\n  ],\n  \"alg\": \"HS512\"\n}\n",
		`{"n": 12345678901234567890.10, "t":"a b"}`:     `{"n": 12345678901234567890.10, "t":"a b", "alg":"HS512"}`,
	} {
		got, err := token.Set([]byte(object), "alg", `"HS512"`)
		require.NoError(t, err, object)
		assert.Equal(t, want, string(got))
		assert.True(t, json.Valid(got), string(got))
	}
	_, err := token.Set([]byte(`{"a":`), "alg", "1")
	assert.ErrorIs(t, err, token.ErrUnfinished)
	_, err = token.Set([]byte(`[1]`), "alg", "1")
	assert.ErrorIs(t, err, token.ErrObject)
}

func TestWhatIsNoObjectSaysWhere(t *testing.T) {
	for text, want := range map[string]token.JSONError{
		"":                        {Err: token.ErrEmpty},
		" \n":                     {Err: token.ErrEmpty},
		"[]":                      {Err: token.ErrObject},
		"null":                    {Err: token.ErrObject},
		"\"\xff\"":                {Err: token.ErrUTF8},
		`x`:                       {Line: 1, Column: 1, Err: token.ErrJSON},
		`{"a":1,}`:                {Line: 1, Column: 8, Err: token.ErrJSON},
		`{"a" 1}`:                 {Line: 1, Column: 6, Err: token.ErrJSON},
		`{'a':1}`:                 {Line: 1, Column: 2, Err: token.ErrJSON},
		`{"a":1} x`:               {Line: 1, Column: 9, Err: token.ErrJSON},
		`{"a":1}}`:                {Line: 1, Column: 8, Err: token.ErrJSON},
		"{\n  \"é😀\": 1\n  \"b\"": {Line: 3, Column: 3, Err: token.ErrJSON}, // a comma is missing before it
		"{\n\"é😀\" 1":             {Line: 2, Column: 6, Err: token.ErrJSON}, // the sixth character, not the eleventh byte
		"{\"a\":\"x\n\"}":         {Line: 1, Column: 8, Err: token.ErrJSON}, // a line end in a text
		`{"a":1`:                  {Line: 1, Column: 7, Err: token.ErrUnfinished},
		"{\"a\":1,\n\"b\":\n\n":   {Line: 2, Column: 5, Err: token.ErrUnfinished},
		`{"a":"x`:                 {Line: 1, Column: 8, Err: token.ErrUnfinished},
	} {
		var got *token.JSONError
		require.True(t, errors.As(token.CheckJSON([]byte(text)), &got), text)
		assert.Equal(t, want, *got, text)
		assert.NotContains(t, got.Error(), "'", "nothing of the text")
	}
	for _, text := range []string{"{}", " {\"a\": 1}\r\n", `{"a":1,"a":2}`, `{"a":[[[[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]]]]}`} {
		assert.NoError(t, token.CheckJSON([]byte(text)), text)
	}
}

// RFC 7797 §4.2 has this header and payload, and the signature.
func TestAnUnencodedPayloadIsSignedAsItStands(t *testing.T) {
	key, err := secret.Decode(secret.Base64URL, []byte("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"))
	require.NoError(t, err)
	input := token.Input([]byte(`{"alg":"HS256","b64":false,"crit":["b64"]}`), []byte("$.02"))
	assert.Equal(t, "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19.$.02", string(input))
	assert.Equal(t, string(input)+".A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY", string(token.SignInput(secret.HS256, key, input)))
	assert.Nil(t, token.SignInput(0, key, input))
}
