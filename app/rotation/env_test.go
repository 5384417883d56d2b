package rotation_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func TestEnvOfEachStage(t *testing.T) {
	p := plan(t, func(r *rotation.Request) { r.Name, r.PreviousKeyID = "TOKEN_KEY", "old" })
	for stage, want := range map[rotation.Stage]string{
		rotation.Prepare: "# Deployment 1 of 3: every instance learns the new key, from 2027-03-01T09:00:00Z\n" +
			"TOKEN_KEY=" + previous + "\nTOKEN_KEY_KID=old\n" +
			"TOKEN_KEY_NEXT=" + fresh + "\nTOKEN_KEY_NEXT_KID=" + p.KeyID() + "\n",
		rotation.Switch: "# Deployment 2 of 3: sign with the new key, from 2027-03-01T10:00:00Z\n" +
			"TOKEN_KEY=" + fresh + "\nTOKEN_KEY_KID=" + p.KeyID() + "\n" +
			"TOKEN_KEY_PREVIOUS=" + previous + "\nTOKEN_KEY_PREVIOUS_KID=old\n" +
			"TOKEN_KEY_PREVIOUS_UNTIL=2027-03-01T19:02:00Z\n",
		rotation.Finish: "# Deployment 3 of 3: forget the previous key, from 2027-03-01T19:02:00Z\n" +
			"TOKEN_KEY=" + fresh + "\nTOKEN_KEY_KID=" + p.KeyID() + "\n",
	} {
		t.Run(stage.String(), func(t *testing.T) { assert.Equal(t, want, string(env(t, p, stage))) })
	}
}

func TestAfterALeakTheEnvironmentHasTheNewSecretAlone(t *testing.T) {
	p := plan(t, kind(rotation.Leak))
	assert.Equal(t, []rotation.Stage{rotation.Finish}, p.Stages())
	file := string(env(t, p, rotation.Finish))
	assert.NotContains(t, file, previous)
	assert.NotContains(t, file, "PREVIOUS")
}

func TestEnvIsOneBufferOfItsFullSize(t *testing.T) {
	for _, stage := range plan(t, nil).Stages() {
		file := env(t, plan(t, nil), stage)
		// Growing would have doubled the buffer, and left a copy of secrets behind.
		assert.Less(t, cap(file)-len(file), 64)
	}
}

// nasty are secrets that a person may have chosen, of 32 bytes or more.
var nasty = []string{
	`$HOME ${PATH} $(date) and #hash "quoted"`,
	"  edge spaces, and `backticks` and !bang  ",
	`%s %PATH% & | ; < > ( ) { } [ ] * ? ~ ^ = @`,
	"Schlüssel für die Türen, 鍵と秘密, 🔑🔒, ñandú",
	"~/starts-with-a-tilde-and-has-32-characters",
	"=+/:-_. are plain; this space is not",
	`it's a single quote, and a 100 % (per cent) sign`,
	`a back\slash in the middle of some words`,
}

// readers take an .env file on standard input and print what they found as
// NAME=value, each followed by a zero byte.
var readers = map[string][]string{
	"bash": {"bash", "-c", `set -a; . /dev/stdin; env -0`},
	"sh":   {"sh", "-c", `set -a; eval "$(cat)"; env -0`},
	"node": {"node", "-e", `
		const variables = require("node:util").parseEnv(require("node:fs").readFileSync(0, "utf8"));
		for (const name in variables) process.stdout.write(name + "=" + variables[name] + "\0")`},
}

func TestReadersOfEnvFilesGetEveryVariableBack(t *testing.T) {
	t.Parallel()
	for name, command := range readers {
		t.Run(name, func(t *testing.T) {
			path := program(t, command[0])
			readsEveryCharacter(t, exec.Command(path, command[1:]...))
			for i, text := range nasty {
				p := plan(t, func(r *rotation.Request) {
					r.New, r.Previous = []byte(text), []byte(nasty[(i+1)%len(nasty)])
				})
				read := exec.Command(path, command[1:]...)
				read.Stdin = bytes.NewReader(env(t, p, rotation.Switch)) // which has every sort of variable
				found := variablesOf(run(t, read))
				entries, err := p.Entries(rotation.Switch)
				require.NoError(t, err)
				for _, v := range entries {
					assert.Equal(t, string(v.Value), found[v.Name], v.Name)
				}
			}
		})
	}
}

func variablesOf(output []byte) map[string]string {
	found := map[string]string{}
	for variable := range strings.SplitSeq(string(output), "\x00") {
		name, value, _ := strings.Cut(variable, "=")
		found[name] = value
	}
	return found
}

// readsEveryCharacter has one secret for each character of ASCII, in one file.
func readsEveryCharacter(t *testing.T, reader *exec.Cmd) {
	t.Helper()
	var file bytes.Buffer
	want := map[string]string{}
	for c := ' '; c <= '~'; c++ {
		name, text := "KEY_"+strconv.Itoa(int(c)), string(c)+strings.Repeat("k", 31)+string(c)+"HOME"
		p := plan(t, func(r *rotation.Request) { r.Name, r.New = name, []byte(text) })
		file.Write(env(t, p, rotation.Finish))
		want[name] = text
	}
	reader.Stdin = &file
	found := variablesOf(run(t, reader))
	for name, text := range want {
		assert.Equal(t, text, found[name])
	}
}

func TestSecretsThatReadersOfEnvFilesUnderstandDifferentlyComeAsJSON(t *testing.T) {
	for name, text := range map[string]string{
		"quotes":                 `it's $a secret of more than 32 bytes, isn't it`,
		"a backslash at the end": `a backslash at the end of 32 characters\`,
		"a line separator":       "a secret of more than 32 bytes,\u2028of two lines",
	} {
		t.Run(name, func(t *testing.T) {
			p := plan(t, func(r *rotation.Request) { r.Previous = []byte(text) })
			got, err := p.Environment(rotation.Switch)
			require.NoError(t, err)
			assert.True(t, got.JSON)
			assert.Equal(t, ".json", got.Extension)
			var found map[string]string
			require.NoError(t, json.Unmarshal(got.Text, &found))
			assert.Equal(t, map[string]string{
				"JWT_SECRET": fresh, "JWT_SECRET_KID": p.KeyID(), "JWT_SECRET_PREVIOUS": text, "JWT_SECRET_PREVIOUS_KID": p.PreviousKeyID(),
				"JWT_SECRET_PREVIOUS_UNTIL": "2027-03-01T19:02:00Z",
			}, found)
			env(t, p, rotation.Finish) // where it does not stand
		})
	}
}

// The text is a copy: wiping it, or the entries that it was made of, leaves the plan.
func TestAnEnvironmentIsACopyThatIsWipedAlone(t *testing.T) {
	for _, previous := range []string{previous, `it's a back\slash`} {
		p := plan(t, func(r *rotation.Request) { r.Previous = []byte(previous) })
		first, err := p.Environment(rotation.Switch)
		require.NoError(t, err)
		want := string(first.Text)
		clear(first.Text)
		again, err := p.Environment(rotation.Switch)
		require.NoError(t, err)
		assert.Equal(t, want, string(again.Text))
	}
}

func TestEntriesOfSecretsHaveTheirKeys(t *testing.T) {
	p := plan(t, func(r *rotation.Request) {
		r.Reading, r.New, r.Previous = token.Hex, []byte(strings.Repeat("0a", 32)), []byte(strings.Repeat("0b", 32))
	})
	entries, err := p.Entries(rotation.Switch)
	require.NoError(t, err)
	keys := map[string][]byte{}
	for _, e := range entries {
		keys[e.Name] = e.Key
	}
	assert.Equal(t, map[string][]byte{
		"JWT_SECRET":                bytes.Repeat([]byte{10}, 32),
		"JWT_SECRET_KID":            nil,
		"JWT_SECRET_PREVIOUS":       bytes.Repeat([]byte{11}, 32),
		"JWT_SECRET_PREVIOUS_KID":   nil,
		"JWT_SECRET_PREVIOUS_UNTIL": nil,
	}, keys)
	assert.Equal(t, strings.Repeat("0a", 32), string(entries[0].Value))
	assert.Equal(t, p.KeyID(), entries[0].KeyID)
	assert.Equal(t, secret.HS256, entries[0].Algorithm)

	entries[0].Wipe() // must not take the plan's key with it
	assert.Contains(t, string(jwks(t, p, rotation.Switch)), base64.RawURLEncoding.EncodeToString(bytes.Repeat([]byte{10}, 32)))
}

func TestOtherTargetsTakeTheEntries(t *testing.T) {
	target, ok := export.TargetByID("json")
	require.True(t, ok)
	p := plan(t, func(r *rotation.Request) { r.Previous = []byte(`it's a back\slash`) }) // which .env cannot hold
	entries, err := p.Entries(rotation.Switch)
	require.NoError(t, err)
	file, err := target.Write(entries...)
	require.NoError(t, err)
	var found map[string]string
	require.NoError(t, json.Unmarshal(file, &found))
	assert.Equal(t, map[string]string{
		"JWT_SECRET": fresh, "JWT_SECRET_KID": p.KeyID(),
		"JWT_SECRET_PREVIOUS": `it's a back\slash`, "JWT_SECRET_PREVIOUS_KID": p.PreviousKeyID(),
		"JWT_SECRET_PREVIOUS_UNTIL": "2027-03-01T19:02:00Z",
	}, found)
}
