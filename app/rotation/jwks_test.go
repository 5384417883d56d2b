package rotation_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func jwks(t *testing.T, p *rotation.Plan, s rotation.Stage) []byte {
	t.Helper()
	set, err := p.JWKS(s)
	require.NoError(t, err)
	return set
}

func TestJWKSOfEachStage(t *testing.T) {
	p := plan(t, func(r *rotation.Request) { r.PreviousKeyID = "old" })
	freshKey := map[string]any{
		"kty": "oct", "k": base64.RawURLEncoding.EncodeToString([]byte(fresh)), "alg": "HS256", "use": "sig", "kid": p.KeyID(),
	}
	oldKey := map[string]any{
		"kty": "oct", "k": base64.RawURLEncoding.EncodeToString([]byte(previous)), "alg": "HS256", "use": "sig", "kid": "old",
	}
	for stage, want := range map[rotation.Stage][]any{
		rotation.Prepare: {oldKey, freshKey},
		rotation.Switch:  {freshKey, oldKey},
		rotation.Finish:  {freshKey},
	} {
		var got map[string]any
		require.NoError(t, json.Unmarshal(jwks(t, p, stage), &got))
		assert.Equal(t, map[string]any{"keys": want}, got, stage.String())
	}
}

func TestJWKSHoldsTheBytesThatTheServiceReads(t *testing.T) {
	key := bytes.Repeat([]byte{0xfb, 0xff, 0x3e}, 16) // 48 bytes whose base64 has + or - and / or _
	for reading, text := range map[token.Encoding]string{
		token.UTF8:      string(bytes.Repeat([]byte("k"), 48)),
		token.Hex:       hex.EncodeToString(key),
		token.Base64:    base64.StdEncoding.EncodeToString(key),
		token.Base64URL: base64.RawURLEncoding.EncodeToString(key),
	} {
		p := plan(t, func(r *rotation.Request) {
			r.Algorithm, r.Reading, r.New = secret.HS384, reading, []byte(text)
			r.Previous = []byte(strings.Repeat("abcd", 12))
		})
		var set struct{ Keys []struct{ K string } }
		require.NoError(t, json.Unmarshal(jwks(t, p, rotation.Finish), &set))
		got, err := base64.RawURLEncoding.DecodeString(set.Keys[0].K)
		require.NoError(t, err)
		want := key
		if reading == token.UTF8 {
			want = []byte(text)
		}
		assert.Equal(t, want, got, reading.String())
	}
}

func TestJWKSIsOneBufferOfItsFullSize(t *testing.T) {
	long := plan(t, func(r *rotation.Request) { r.New = bytes.Repeat([]byte("long"), 1000) })
	for _, stage := range long.Stages() {
		set := jwks(t, long, stage)
		assert.Less(t, cap(set)-len(set), 400) // growing would have left thousands
	}
}

// joseReader verifies with the set's key of the token's kid, and signs with the
// first. WebCrypto, which Node brings along, has to find the same keys.
const joseReader = `
import { createHmac, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { decodeProtectedHeader, importJWK, jwtVerify, SignJWT } from "jose";
const { set: { keys }, tokens } = JSON.parse(readFileSync(0, "utf8"));
for (const key of keys) {
  const hash = "SHA-" + key.alg.slice(2);
  const imported = await webcrypto.subtle.importKey("jwk", key, { name: "HMAC", hash }, true, ["sign"]);
  const raw = Buffer.from(await webcrypto.subtle.exportKey("raw", imported)).toString("base64url");
  if (raw !== key.k) throw new Error("WebCrypto reads another key");
}
for (const token of tokens) {
  const { kid } = decodeProtectedHeader(token);
  const key = keys.find((key) => key.kid === kid);
  await jwtVerify(token, await importJWK(key), { algorithms: [key.alg] });
}
const header = { alg: keys[0].alg, kid: keys[0].kid };
process.stdout.write(await new SignJWT({ sub: "x" }).setProtectedHeader(header).sign(await importJWK(keys[0])));
`

const pythonReader = `
import json, sys, jwt
asked = json.load(sys.stdin)
keys = jwt.PyJWKSet.from_dict(asked["set"])
for token in asked["tokens"]:
    key = keys[jwt.get_unverified_header(token)["kid"]]
    jwt.decode(token, key.key, algorithms=[asked["set"]["keys"][0]["alg"]])
first = asked["set"]["keys"][0]
sys.stdout.write(jwt.encode({"sub": "x"}, keys[first["kid"]].key, algorithm=first["alg"], headers={"kid": first["kid"]}))
`

func TestLibrariesTakeTheKeySet(t *testing.T) {
	t.Parallel()
	t.Run("jose", func(t *testing.T) {
		dir := jose(t)
		script := write(t, dir, "reader.mjs", []byte(joseReader))
		takesKeySets(t, func() *exec.Cmd { return exec.Command(program(t, "node"), script) })
	})
	t.Run("PyJWT", func(t *testing.T) {
		path := python(t)
		takesKeySets(t, func() *exec.Cmd { return exec.Command(path, "-c", pythonReader) })
	})
}

func takesKeySets(t *testing.T, reader func() *exec.Cmd) {
	for _, a := range secret.Algorithms() {
		p, keys := randomPlan(t, a, token.Hex)
		for _, stage := range p.Stages() {
			if a != secret.HS256 && stage != rotation.Switch {
				continue // the other stages differ in what one algorithm shows
			}
			asked := map[string]any{"set": json.RawMessage(jwks(t, p, stage)), "tokens": []string{sign(t, a, keys[0], p.KeyID(), nil)}}
			signer := 0
			if stage != rotation.Finish {
				asked["tokens"] = []string{sign(t, a, keys[0], p.KeyID(), nil), sign(t, a, keys[1], p.PreviousKeyID(), nil)}
			}
			if stage == rotation.Prepare {
				signer = 1
			}
			command := reader()
			input, err := json.Marshal(asked)
			require.NoError(t, err)
			command.Stdin = bytes.NewReader(input)
			signed, err := jwt.Parse(string(run(t, command)), func(*jwt.Token) (any, error) { return keys[signer], nil })
			require.NoError(t, err)
			assert.Equal(t, []string{p.KeyID(), p.PreviousKeyID()}[signer], signed.Header["kid"])
		}
	}
}
